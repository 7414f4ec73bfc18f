package io.github.bedrockjdbc.driver.rewrite;

import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/**
 * Takes {@code (SELECT a.x)} for the column that it is, of a query further out. One of the query
 * that it is in stays a subquery: a variable has no value where its own row is.
 */
public final class PlainConstants extends ExpressionRewrite {
  private final RexBuilder rexBuilder;
  private Set<CorrelationId> own = Set.of();

  public PlainConstants(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  public RelNode visit(RelNode node) {
    final Set<CorrelationId> outer = own;
    own = node.getVariablesSet();
    final RelNode visited = super.visit(node);
    own = outer;
    return visited;
  }

  @Override
  RexNode rewritten(RexCall call) {
    return call;
  }

  @Override
  RexNode rewritten(RexSubQuery query) {
    return query.isA(SqlKind.SCALAR_QUERY)
            && query.rel instanceof Project project
            && project.getInput() instanceof Values values
            && values.getTuples().size() == 1
            && project.getProjects().get(0) instanceof RexFieldAccess column
            && column.getReferenceExpr() instanceof RexCorrelVariable variable
            && !own.contains(variable.id)
        ? rexBuilder.ensureType(query.getType(), column, false)
        : query;
  }
}
