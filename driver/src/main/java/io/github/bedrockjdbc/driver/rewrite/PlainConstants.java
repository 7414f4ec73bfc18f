package io.github.bedrockjdbc.driver.rewrite;

import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/** Takes {@code (SELECT a.x)} for the outer column that it is. */
public final class PlainConstants extends ExpressionRewrite {
  private final RexBuilder rexBuilder;

  public PlainConstants(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
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
            && column.getReferenceExpr() instanceof RexCorrelVariable
        ? rexBuilder.ensureType(query.getType(), column, false)
        : query;
  }
}
