package io.github.bedrockjdbc.driver.rewrite;

import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Takes casts out of a plan that are of NULL alone, or that claim of a value that it is not null,
 * and do nothing else. Calcite writes them under a test for null ({@code COALESCE}, {@code CASE}),
 * may later drop the test, and then reads null as zero.
 */
public final class NullableCasts extends ExpressionRewrite {
  private final RexBuilder rexBuilder;

  public NullableCasts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.isA(SqlKind.CAST) && isOnlyNull(call.getOperands().get(0))) {
      return rexBuilder.makeNullLiteral(call.getType());
    }
    if (!call.isA(SqlKind.CAST) || !onlyDropsNull(call)) {
      return call;
    }
    final RexNode operand = call.getOperands().get(0);
    return operand.getType().getSqlTypeName() == SqlTypeName.BOOLEAN
        ? rexBuilder.makeCall(SqlStdOperatorTable.IS_TRUE, operand) // as an aggregate's FILTER must
        : operand;
  }

  /** A column in which there is nothing else, of which no code makes a number. */
  private static boolean isOnlyNull(RexNode value) {
    return value instanceof RexInputRef && value.getType().getSqlTypeName() == SqlTypeName.NULL;
  }

  private boolean onlyDropsNull(RexCall cast) {
    final RexNode operand = cast.getOperands().get(0);
    return operand.getType().isNullable()
        && !cast.getType().isNullable()
        && SqlTypeUtil.equalSansNullability(
            rexBuilder.getTypeFactory(), operand.getType(), cast.getType());
  }
}
