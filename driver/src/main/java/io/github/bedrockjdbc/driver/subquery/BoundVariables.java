package io.github.bedrockjdbc.driver.subquery;

import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * Whether the variables of a plan stand for rows of operators around them. Where Calcite finds out
 * that subqueries of different rows have no rows, or the same ones, it takes them for equal, and
 * may choose one in the place of the other.
 */
public final class BoundVariables {
  private BoundVariables() {}

  public static boolean areAll(RelNode plan) {
    return free(plan).isEmpty();
  }

  private static Set<CorrelationId> free(RelNode node) {
    final Set<CorrelationId> free = new HashSet<>();
    for (int i = 0; i < node.getInputs().size(); i++) {
      final Set<CorrelationId> inner = free(node.getInput(i));
      if (i > 0) { // the first input gives the rows
        inner.removeAll(node.getVariablesSet());
      }
      free.addAll(inner);
    }
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCorrelVariable(RexCorrelVariable variable) {
            free.add(variable.id);
            return variable;
          }
        });
    return free;
  }
}
