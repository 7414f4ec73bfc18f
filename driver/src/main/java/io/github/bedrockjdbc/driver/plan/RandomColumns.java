package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Refuses what would see two numbers in place of one. Calcite computes a random column of a
 * subquery where a condition filters by it and once more where it is shown, and a query of WITH
 * once for each place that reads it.
 */
final class RandomColumns extends RelHomogeneousShuttle {
  private final Set<RexNode> computed = new HashSet<>();

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
    checkComputedOnce(node);
    return super.visit(node);
  }

  /** Each call has its place in the statement as an argument. */
  private void checkComputedOnce(RelNode node) {
    final Set<RexNode> here = new HashSet<>();
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            if (!call.getOperator().isDeterministic()) {
              here.add(call);
            }
            return super.visitCall(call);
          }

          @Override
          public RexNode visitSubQuery(RexSubQuery subquery) {
            subquery.rel.accept(RandomColumns.this);
            return super.visitSubQuery(subquery);
          }
        });
    if (!Collections.disjoint(computed, here)) {
      throw new SqlFault(
          SqlState.SYNTAX,
          "a query of WITH that computes random numbers can be read in one place only: each place"
              + " would see other numbers");
    }
    computed.addAll(here);
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
