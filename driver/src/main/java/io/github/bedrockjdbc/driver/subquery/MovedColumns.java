package io.github.bedrockjdbc.driver.subquery;

import java.util.Set;
import java.util.function.IntFunction;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/** Moves a condition to another operator: each column is the same one as seen from there. */
final class MovedColumns extends RexShuttle {
  private final Set<CorrelationId> variables;
  private final IntFunction<RexNode> columns;
  private final IntFunction<RexNode> outerColumns;
  private final RexShuttle inner = new Inner();
  private final RelHomogeneousShuttle relations =
      new RelHomogeneousShuttle() {
        /** What an outer join may leave out is never missing below it: rows keep their type. */
        @Override
        public RelNode visit(RelNode node) {
          return RelOptUtil.createCastRel(super.visit(node).accept(inner), node.getRowType(), true);
        }
      };

  /**
   * A move.
   *
   * @param variables what subqueries of the condition name its rows by
   * @param columns the columns as the condition itself sees them
   * @param outerColumns the columns as its subqueries see them
   */
  MovedColumns(
      Set<CorrelationId> variables,
      IntFunction<RexNode> columns,
      IntFunction<RexNode> outerColumns) {
    this.variables = variables;
    this.columns = columns;
    this.outerColumns = outerColumns;
  }

  @Override
  public RexNode visitInputRef(RexInputRef column) {
    return columns.apply(column.getIndex());
  }

  @Override
  public RexNode visitSubQuery(RexSubQuery query) {
    return super.visitSubQuery(query.clone(query.rel.accept(relations)));
  }

  /** Within a subquery, where columns without a variable are its own. */
  private final class Inner extends RexShuttle {
    @Override
    public RexNode visitFieldAccess(RexFieldAccess access) {
      return access.getReferenceExpr() instanceof RexCorrelVariable variable
              && variables.contains(variable.id)
          ? outerColumns.apply(access.getField().getIndex())
          : super.visitFieldAccess(access);
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
      return super.visitSubQuery(query.clone(query.rel.accept(relations)));
    }
  }
}
