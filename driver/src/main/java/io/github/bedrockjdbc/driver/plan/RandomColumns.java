package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Refuses conditions on random columns of a subquery: Calcite computes the column where it filters
 * and once more where it shows it, so that the rows that come are not those that passed.
 */
final class RandomColumns extends RelHomogeneousShuttle {
  private RandomColumns() {}

  static void check(RelNode plan) {
    plan.accept(new RandomColumns());
  }

  @Override
  public RelNode visit(RelNode node) {
    if (node instanceof Filter filter) {
      check(filter.getCondition(), columns(filter.getInput()));
    } else if (node instanceof Join join) {
      check(join.getCondition(), columns(join));
    }
    return super.visit(node);
  }

  private static void check(RexNode condition, ImmutableBitSet random) {
    if (RelOptUtil.InputFinder.bits(condition).intersects(random)) {
      throw new SqlFault(
          SqlState.SYNTAX,
          "a condition on a random column of a subquery is not supported: write the condition in"
              + " the subquery, as in WHERE RAND() < 0.5");
    }
  }

  /** Those of a node that are computed with a random number. */
  private static ImmutableBitSet columns(RelNode node) {
    if (node instanceof Project project) {
      final ImmutableBitSet below = columns(project.getInput());
      final ImmutableBitSet.Builder random = ImmutableBitSet.builder();
      for (int i = 0; i < project.getProjects().size(); i++) {
        final RexNode expression = project.getProjects().get(i);
        if (!RexUtil.isDeterministic(expression)
            || RelOptUtil.InputFinder.bits(expression).intersects(below)) {
          random.set(i);
        }
      }
      return random.build();
    }
    if (node instanceof Filter || node instanceof Sort) {
      return columns(node.getInput(0));
    }
    if (node instanceof Aggregate aggregate) {
      final ImmutableBitSet below = columns(aggregate.getInput());
      final ImmutableBitSet.Builder random = ImmutableBitSet.builder();
      int place = 0;
      for (int key : aggregate.getGroupSet()) {
        if (below.get(key)) {
          random.set(place);
        }
        place++;
      }
      return random.build();
    }
    if (node instanceof Join join) {
      final ImmutableBitSet left = columns(join.getLeft());
      return join.getRowType().getFieldCount() == join.getLeft().getRowType().getFieldCount()
          ? left
          : left.union(columns(join.getRight()).shift(join.getLeft().getRowType().getFieldCount()));
    }
    if (node instanceof SetOp) {
      return node.getInputs().stream()
          .map(RandomColumns::columns)
          .reduce(ImmutableBitSet.of(), ImmutableBitSet::union);
    }
    return ImmutableBitSet.of();
  }
}
