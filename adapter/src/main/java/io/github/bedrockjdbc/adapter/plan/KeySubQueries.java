package io.github.bedrockjdbc.adapter.plan;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Sub-queries that ask whether a job is among jobs, by its key: whether it passes their filter, as
 * it is there for certain.
 */
final class KeySubQueries {
  private final LogicalFilter filter;

  KeySubQueries(LogicalFilter filter) {
    this.filter = filter;
  }

  /** The filter without those that it can do without. */
  RelNode merged() {
    final Optional<JobChain> outer = JobChain.of(filter.getInput());
    if (outer.isEmpty()) {
      return filter;
    }
    JobChain chain = outer.get();
    final List<RexNode> others = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(filter.getCondition())) {
      final Optional<JobChain> inner =
          conjunct instanceof RexSubQuery subQuery ? inner(subQuery, chain) : Optional.empty();
      if (inner.isPresent()) {
        final List<RexNode> conjuncts = new ArrayList<>(chain.conjuncts());
        conjuncts.addAll(inner.get().conjuncts());
        chain = new JobChain(chain.widerBase(inner.get()), chain.columns(), conjuncts);
      } else {
        others.add(conjunct);
      }
    }
    return others.size() == RelOptUtil.conjunctions(filter.getCondition()).size()
        ? filter
        : rebuilt(chain, others);
  }

  private RelNode rebuilt(JobChain chain, List<RexNode> others) {
    final RelNode jobs =
        LogicalProject.create(
            KeyJoins.filtered(chain.base(), chain.conjuncts()),
            List.of(),
            chain.columns(),
            filter.getRowType(),
            Set.of());
    if (others.isEmpty()) {
      return jobs;
    }
    return LogicalFilter.create(
        jobs,
        RexUtil.composeConjunction(filter.getCluster().getRexBuilder(), others),
        ImmutableSet.copyOf(filter.getVariablesSet()));
  }

  /** What a sub-query requires of a job, over the base's row; empty if it is something else. */
  private Optional<JobChain> inner(RexSubQuery subQuery, JobChain outer) {
    if (subQuery.getKind() == SqlKind.IN) {
      return JobChain.of(subQuery.rel)
          .filter(inner -> JobChain.isKey(outer.inlined(subQuery.getOperands().get(0))))
          .filter(inner -> inner.columns().size() == 1 && inner.isKey(0))
          .filter(inner -> !isCorrelated(inner.conjuncts()));
    }
    return subQuery.getKind() == SqlKind.EXISTS ? existing(subQuery.rel, outer) : Optional.empty();
  }

  private Optional<JobChain> existing(RelNode plan, JobChain outer) {
    RelNode filtered = plan;
    while (filtered instanceof Project project) {
      filtered = project.getInput(); // whether there is a row does not depend on its columns
    }
    return JobChain.of(filtered).flatMap(inner -> onKey(inner, outer));
  }

  private Optional<JobChain> onKey(JobChain inner, JobChain outer) {
    final List<RexNode> conjuncts = new ArrayList<>();
    boolean isOnKey = false;
    for (RexNode conjunct : inner.conjuncts()) {
      final RexNode inlined = ofOuter(conjunct, outer);
      if (conjunct.isA(SqlKind.EQUALS)
          && hasOneSideOutside((RexCall) conjunct)
          && ((RexCall) inlined).getOperands().stream().allMatch(JobChain::isKey)) {
        isOnKey = true;
      } else {
        conjuncts.add(inlined);
      }
    }
    return isOnKey
        ? Optional.of(new JobChain(inner.base(), inner.columns(), conjuncts))
        : Optional.empty();
  }

  private static boolean hasOneSideOutside(RexCall comparison) {
    return comparison.getOperands().stream().filter(RexUtil::containsCorrelation).count() == 1;
  }

  /** With the columns of the outer row, which is the same job's, in place of references to it. */
  private RexNode ofOuter(RexNode expression, JobChain outer) {
    return expression.accept(
        new RexShuttle() {
          @Override
          public RexNode visitFieldAccess(RexFieldAccess access) {
            return access.getReferenceExpr() instanceof RexCorrelVariable variable
                    && filter.getVariablesSet().contains(variable.id)
                ? outer.columns().get(access.getField().getIndex())
                : super.visitFieldAccess(access);
          }
        });
  }

  private static boolean isCorrelated(List<RexNode> expressions) {
    return expressions.stream().anyMatch(RexUtil::containsCorrelation);
  }
}
