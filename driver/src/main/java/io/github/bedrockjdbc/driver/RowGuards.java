package io.github.bedrockjdbc.driver;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.Uncollect;

/**
 * Puts guards around what gives more rows than it reads, or reads some again. Everything else takes
 * a row for each that it gives, so that whatever computes for long comes by a guard, a spool or a
 * scan, all of which look at the execution's end.
 */
final class RowGuards {
  private RowGuards() {}

  /**
   * The same plan, with guards.
   *
   * @param plan as it will run
   */
  static RelNode inserted(RelNode plan) {
    final boolean multiplies = multiplies(plan);
    final List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : plan.getInputs()) {
      final RelNode visited = inserted(input);
      inputs.add(multiplies ? guarded(visited) : visited);
    }
    final RelNode node =
        inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
    return multiplies ? guarded(node) : node;
  }

  private static boolean multiplies(RelNode node) {
    return node instanceof Join
        || node instanceof Correlate
        || node instanceof RepeatUnion
        || node instanceof Uncollect
        || node instanceof TableFunctionScan
        || node instanceof Match;
  }

  private static RelNode guarded(RelNode node) {
    return isGuarded(node) ? node : new RowGuard(node);
  }

  private static boolean isGuarded(RelNode node) {
    return node instanceof RowGuard
        || node instanceof RowSpool
        || (node instanceof Calc && isGuarded(node.getInput(0)));
  }
}
