package io.github.bedrockjdbc.driver.subquery;

import java.math.BigDecimal;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/**
 * Limits a subquery of {@code EXISTS} to one row, if it reads no outer row: Calcite would read all
 * of them. A correlated one becomes a join, for which a limit would be in the way.
 */
public final class ExistenceLimits extends RelHomogeneousShuttle {
  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery call) {
          final RexSubQuery visited = (RexSubQuery) super.visitSubQuery(call);
          final RelNode query = visited.rel.accept(ExistenceLimits.this);
          return visited.clone(
              visited.getKind() == SqlKind.EXISTS && mayHaveMany(query) ? first(query) : query);
        }
      };

  @Override
  public RelNode visit(RelNode node) {
    return super.visit(node).accept(subqueries);
  }

  private static boolean mayHaveMany(RelNode query) {
    return !(query instanceof Values)
        && !(query instanceof Aggregate)
        && RelOptUtil.getVariablesUsed(query).isEmpty();
  }

  private static RelNode first(RelNode query) {
    return LogicalSort.create(
        query,
        RelCollations.EMPTY,
        null,
        query.getCluster().getRexBuilder().makeExactLiteral(BigDecimal.ONE));
  }
}
