package io.github.bedrockjdbc.adapter.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Makes one scan of joins of jobs with themselves on their key. Both sides are the same population,
 * in which a key occurs once, so the other side's row is the same job: what is joined is filtered
 * and computed beside it.
 */
public final class KeyJoins extends RelHomogeneousShuttle {
  private final RexShuttle subQueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          return super.visitSubQuery(subQuery.clone(subQuery.rel.accept(KeyJoins.this)));
        }
      };

  private KeyJoins() {}

  /**
   * The plan with as few scans as that takes.
   *
   * @param plan as translated: scans give all jobs, and tables all of their columns
   */
  public static RelNode merged(RelNode plan) {
    return plan.accept(new KeyJoins());
  }

  @Override
  public RelNode visit(RelNode node) {
    final RelNode below = super.visit(node).accept(subQueries);
    if (below instanceof LogicalJoin join && join.getVariablesSet().isEmpty()) {
      return merged(join, RelOptUtil.conjunctions(join.getCondition())).orElse(join);
    }
    if (below instanceof LogicalFilter filter) {
      return filter.getInput() instanceof LogicalJoin join
          ? merged(filter, join).orElse(filter)
          : new KeySubQueries(filter).merged();
    }
    return below;
  }

  /** A join that WHERE makes one, as {@code FROM jobs a, jobs b WHERE a.job_arn = b.job_arn}. */
  private static Optional<RelNode> merged(LogicalFilter filter, LogicalJoin join) {
    if (!filter.getVariablesSet().isEmpty()) {
      return Optional.empty();
    }
    final List<RexNode> conjuncts = new ArrayList<>(RelOptUtil.conjunctions(join.getCondition()));
    conjuncts.addAll(RelOptUtil.conjunctions(filter.getCondition()));
    return merged(join, conjuncts);
  }

  private static Optional<RelNode> merged(LogicalJoin join, List<RexNode> conjuncts) {
    final Optional<JobChain> left = JobChain.of(join.getLeft());
    final Optional<JobChain> right = JobChain.of(join.getRight());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    final int width = left.get().columns().size();
    final List<RexNode> columns = new ArrayList<>(left.get().columns());
    columns.addAll(right.get().columns());
    final List<RexNode> rest = new ArrayList<>();
    boolean isOnKey = false;
    for (RexNode conjunct : conjuncts) {
      if (isOnKey(conjunct, columns, width)) {
        isOnKey = true;
      } else {
        rest.add(JobChain.inlined(conjunct, columns));
      }
    }
    return isOnKey ? one(join, left.get(), right.get(), columns, rest) : Optional.empty();
  }

  private static boolean isOnKey(RexNode conjunct, List<RexNode> columns, int width) {
    return conjunct.isA(SqlKind.EQUALS)
        && ((RexCall) conjunct)
            .getOperands().stream()
                .allMatch(
                    side ->
                        side instanceof RexInputRef ref
                            && JobChain.isKey(columns.get(ref.getIndex())))
        && RelOptUtil.InputFinder.bits(conjunct).nth(0) < width
        && RelOptUtil.InputFinder.bits(conjunct).length() > width;
  }

  /** A side that need not match is left as it is if it may not: its row has to be there without. */
  private static Optional<RelNode> one(
      LogicalJoin join, JobChain left, JobChain right, List<RexNode> columns, List<RexNode> rest) {
    final boolean mayMissLeft = join.getJoinType().generatesNullsOnLeft();
    final boolean mayMissRight = join.getJoinType().generatesNullsOnRight();
    final boolean isWhole =
        ((!mayMissLeft && !mayMissRight) || rest.isEmpty())
            && (!mayMissLeft || left.conjuncts().isEmpty())
            && (!mayMissRight || right.conjuncts().isEmpty());
    if (!isWhole) {
      return Optional.empty();
    }
    final List<RexNode> conditions = new ArrayList<>(left.conjuncts());
    conditions.addAll(right.conjuncts());
    conditions.addAll(rest);
    return Optional.of(projected(filtered(left.widerBase(right), conditions), columns, join));
  }

  static RelNode filtered(RelNode base, List<RexNode> conditions) {
    final RexBuilder rexBuilder = base.getCluster().getRexBuilder();
    return conditions.isEmpty()
        ? base
        : LogicalFilter.create(
            base,
            RexUtil.removeNullabilityCast(
                rexBuilder.getTypeFactory(), RexUtil.composeConjunction(rexBuilder, conditions)));
  }

  private static RelNode projected(RelNode input, List<RexNode> columns, LogicalJoin join) {
    final RexBuilder rexBuilder = input.getCluster().getRexBuilder();
    final List<RexNode> typed = new ArrayList<>();
    for (RelDataTypeField field : join.getRowType().getFieldList()) {
      final RexNode column = columns.get(field.getIndex());
      typed.add(
          column.getType().equals(field.getType())
              ? column
              : rexBuilder.makeAbstractCast(field.getType(), column, false));
    }
    return LogicalProject.create(input, List.of(), typed, join.getRowType(), Set.of());
  }
}
