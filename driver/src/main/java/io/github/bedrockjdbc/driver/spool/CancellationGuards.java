package io.github.bedrockjdbc.driver.spool;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableMergeJoin;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Puts guards around what gives more rows than it reads, or reads some again. Everything else takes
 * a row for each that it gives, so that whatever computes for long comes by a guard, a spool or a
 * scan, all of which look at the execution's end.
 */
public final class CancellationGuards {
  private static final CodeFunction GOES_ON = CodeFunction.of(CancellableRows.class, "goesOn");

  private CancellationGuards() {}

  /**
   * The same plan, with guards.
   *
   * @param plan as it will run
   */
  public static RelNode inserted(RelNode plan) {
    final boolean multiplies = multiplies(plan);
    final List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : plan.getInputs()) {
      final RelNode visited = inserted(input);
      inputs.add(multiplies ? guarded(visited) : visited);
    }
    final RelNode node =
        inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
    if (!multiplies) {
      return node;
    }
    final RelNode looking = node instanceof Join join ? looking(join) : node;
    return readsForEach(looking) ? looking : guarded(looking);
  }

  /** Some joins compare rows that they hold with one another before they give one, or read on. */
  private static Join looking(Join join) {
    final boolean holdsRows =
        join instanceof EnumerableMergeJoin
            ? !join.analyzeCondition().isEqui()
            : join instanceof EnumerableNestedLoopJoin && join.getJoinType().generatesNullsOnLeft();
    if (!holdsRows) {
      return join;
    }
    final RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    final RelDataType truth = rexBuilder.getTypeFactory().createSqlType(SqlTypeName.BOOLEAN);
    return join.copy(
        join.getTraitSet(),
        RexUtil.composeConjunction(
            rexBuilder, List.of(join.getCondition(), GOES_ON.call(rexBuilder, truth))),
        join.getLeft(),
        join.getRight(),
        join.getJoinType(),
        join.isSemiJoinDone());
  }

  private static boolean multiplies(RelNode node) {
    return node instanceof Join
        || node instanceof Correlate
        || node instanceof RepeatUnion
        || node instanceof Uncollect
        || node instanceof TableFunctionScan
        || node instanceof Match;
  }

  /** Whether it reads a row for each that it gives: its guarded inputs are enough. */
  private static boolean readsForEach(RelNode node) {
    return node instanceof EnumerableNestedLoopJoin
        || node instanceof Correlate
        || node instanceof RepeatUnion;
  }

  private static RelNode guarded(RelNode node) {
    return isGuarded(node) ? node : new CancellationGuard(node);
  }

  private static boolean isGuarded(RelNode node) {
    return node instanceof CancellationGuard
        || node instanceof RowSpool
        || readsForEach(node)
        || (node instanceof Calc && isGuarded(node.getInput(0)));
  }
}
