package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.Compounds;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * A row is a value even if all its parts are NULL, and an array beside NULL is that array; Calcite
 * makes both NULL.
 */
public final class CompoundValues extends ExpressionRewrite {
  private static final CodeFunction ROW = CodeFunction.ofAny(Compounds.class, "row");
  private static final CodeFunction CONCATENATED =
      CodeFunction.ofAny(Compounds.class, "concatenated");

  private final RexBuilder rexBuilder;

  public CompoundValues(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.isA(SqlKind.ROW)) {
      return row(call.getType(), call);
    }
    if (isPlainCast(call)
        && call.getOperands().get(0) instanceof RexCall row
        && row.getOperator().equals(ROW)
        && SqlTypeUtil.equalSansNullability(
            rexBuilder.getTypeFactory(), call.getType(), row.getType())) {
      return row(call.getType(), row);
    }
    return call.getOperator().equals(SqlStdOperatorTable.CONCAT)
            && call.getType().getSqlTypeName() == SqlTypeName.ARRAY
        ? CONCATENATED.call(rexBuilder, call.getType(), call.getOperands().toArray(RexNode[]::new))
        : call;
  }

  private RexNode row(RelDataType type, RexCall parts) {
    return ROW.call(rexBuilder, type, parts.getOperands().toArray(RexNode[]::new));
  }
}
