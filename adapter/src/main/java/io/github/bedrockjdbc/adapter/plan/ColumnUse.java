package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.detail.plan.JobDetails;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Finds the columns that a plan uses of details, and of each scan in sub-queries and below table
 * functions, from its root down. What it does not know uses every column. So does what is nowhere
 * inside of these: the planner leaves out columns there by itself, and knows the order of rows
 * better if nothing is put between.
 */
final class ColumnUse {
  private final CorrelatedColumns correlated;
  private final IdentityHashMap<RelNode, ImmutableBitSet> used = new IdentityHashMap<>();
  private int hidden;

  private ColumnUse(RelNode root) {
    this.correlated = CorrelatedColumns.of(root);
  }

  /**
   * By scan; one that is in several places of the plan has the columns of all. Empty if nothing is
   * known.
   */
  static IdentityHashMap<RelNode, ImmutableBitSet> of(RelNode root) {
    final ColumnUse use = new ColumnUse(root);
    if (use.correlated.areKnown()) {
      use.visit(root, all(root));
    }
    return use.used;
  }

  private static ImmutableBitSet all(RelNode node) {
    return ImmutableBitSet.range(node.getRowType().getFieldCount());
  }

  /**
   * @param wanted columns of the node's rows that are used above
   */
  private void visit(RelNode node, ImmutableBitSet wanted) {
    if (node instanceof JobsScan scan) {
      used.merge(scan, hidden > 0 ? wanted : all(scan), ImmutableBitSet::union);
      return;
    }
    subQueries(node);
    if (node instanceof JobDetails details) {
      used.merge(details, wanted, ImmutableBitSet::union);
      visit(details.getInput(), ofDetails(details, wanted));
    } else if (node instanceof Project project) {
      visit(project.getInput(), ofProject(project, wanted));
    } else if (node instanceof Filter filter) {
      visit(
          filter.getInput(),
          wanted
              .union(RelOptUtil.InputFinder.bits(filter.getCondition()))
              .union(correlated.of(filter.getVariablesSet())));
    } else if (node instanceof Sort sort) {
      visit(sort.getInput(), wanted.union(ImmutableBitSet.of(sort.getCollation().getKeys())));
    } else if (node instanceof Aggregate aggregate) {
      visit(aggregate.getInput(), ofAggregate(aggregate));
    } else if (node instanceof Join join) {
      visitBoth(
          join.getLeft(),
          join.getRight(),
          wanted
              .union(RelOptUtil.InputFinder.bits(join.getCondition()))
              .union(correlated.of(join.getVariablesSet())));
    } else if (node instanceof Correlate correlate) {
      visitBoth(
          correlate.getLeft(),
          correlate.getRight(),
          wanted
              .union(correlate.getRequiredColumns())
              .union(correlated.of(correlate.getVariablesSet())));
    } else if (node instanceof Union union && union.all) {
      union.getInputs().forEach(input -> visit(input, wanted));
    } else if (node instanceof TableFunctionScan function && function.getInputs().size() == 1) {
      visitFunction(function, wanted);
    } else {
      node.getInputs().forEach(input -> visit(input, all(input)));
    }
  }

  private static ImmutableBitSet ofDetails(JobDetails details, ImmutableBitSet wanted) {
    final Set<Integer> read = new HashSet<>(details.layout().needs().values());
    wanted.asList().stream().map(details::inputOf).filter(place -> place >= 0).forEach(read::add);
    return ImmutableBitSet.of(read);
  }

  /** An expression that is not a mere column is computed, whether its value is used or not. */
  private ImmutableBitSet ofProject(Project project, ImmutableBitSet wanted) {
    ImmutableBitSet bits = correlated.of(project.getVariablesSet());
    for (int i = 0; i < project.getProjects().size(); i++) {
      final RexNode expression = project.getProjects().get(i);
      if (wanted.get(i) || !(expression instanceof RexInputRef)) {
        bits = bits.union(RelOptUtil.InputFinder.bits(expression));
      }
    }
    return bits;
  }

  private static ImmutableBitSet ofAggregate(Aggregate aggregate) {
    ImmutableBitSet bits = ImmutableBitSet.of(RelOptUtil.getAllFields(aggregate));
    for (AggregateCall call : aggregate.getAggCallList()) {
      bits = bits.union(ImmutableBitSet.of(call.getCollation().getKeys()));
      bits = call.distinctKeys == null ? bits : bits.union(call.distinctKeys);
    }
    return bits;
  }

  private void visitBoth(RelNode left, RelNode right, ImmutableBitSet wanted) {
    final int width = left.getRowType().getFieldCount();
    visit(left, wanted.intersect(ImmutableBitSet.range(width)));
    visit(right, wanted.except(ImmutableBitSet.range(width)).shift(-width).intersect(all(right)));
  }

  /** The windows of the standard give each row of their input, and columns behind it. */
  private void visitFunction(TableFunctionScan function, ImmutableBitSet wanted) {
    final RelNode input = function.getInput(0);
    hidden++;
    visit(
        input,
        wanted
            .intersect(all(input))
            .union(RelOptUtil.InputFinder.bits(function.getCall()))
            .intersect(all(input)));
    hidden--;
  }

  /** Of one that is asked only whether it has rows, no column is used. */
  private void subQueries(RelNode node) {
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            hidden++;
            visit(
                subQuery.rel,
                subQuery.getKind() == SqlKind.EXISTS ? ImmutableBitSet.of() : all(subQuery.rel));
            hidden--;
            return super.visitSubQuery(subQuery);
          }
        });
  }
}
