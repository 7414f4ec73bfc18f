package io.github.bedrockjdbc.driver.subquery;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/**
 * Drops the order of a subquery, and with it the columns that only the order reads, unless a limit
 * around it takes the first rows: tools wrap a query in {@code SELECT * FROM (…) LIMIT 1000}, and
 * mean those that come first in its order.
 */
public final class UnusedSorts extends RelHomogeneousShuttle {
  private final boolean isOrderUsed;

  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery call) {
          final RexSubQuery visited = (RexSubQuery) super.visitSubQuery(call);
          return visited.clone(
              visited.rel.accept(
                  new UnusedSorts(visited.getKind() == SqlKind.ARRAY_QUERY_CONSTRUCTOR)));
        }
      };

  private UnusedSorts(boolean isOrderUsed) {
    this.isOrderUsed = isOrderUsed;
  }

  /** Of a statement, whose own order is kept. */
  public static UnusedSorts ofStatement() {
    return new UnusedSorts(true);
  }

  @Override
  public RelNode visit(RelNode node) {
    if (!(node instanceof Sort sort)) {
      final boolean keepsOrder = node instanceof Project || node instanceof Filter;
      return inputs(node, keepsOrder && isOrderUsed).accept(subqueries);
    }
    final boolean isOrdered = !sort.getCollation().getFieldCollations().isEmpty();
    return isOrdered && !isOrderUsed && sort.fetch == null && sort.offset == null
        ? sort.getInput().accept(this)
        : inputs(sort, !isOrdered);
  }

  private static RelNode inputs(RelNode node, boolean isTheirOrderUsed) {
    final List<RelNode> inputs = new ArrayList<>();
    node.getInputs().forEach(input -> inputs.add(input.accept(new UnusedSorts(isTheirOrderUsed))));
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }
}
