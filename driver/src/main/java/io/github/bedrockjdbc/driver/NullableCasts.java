package io.github.bedrockjdbc.driver;

import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Takes casts out of a plan that claim of a value that it is not null, and do nothing else. Calcite
 * writes them under a test for null ({@code COALESCE}, {@code CASE}), may later drop the test, and
 * then reads null as zero.
 */
final class NullableCasts extends ExpressionRewrite {
  private final RelDataTypeFactory types;

  NullableCasts(RelDataTypeFactory types) {
    this.types = types;
  }

  @Override
  RexNode rewritten(RexCall call) {
    return call.isA(SqlKind.CAST) && onlyDropsNull(call) ? call.getOperands().get(0) : call;
  }

  private boolean onlyDropsNull(RexCall cast) {
    final RexNode operand = cast.getOperands().get(0);
    return operand.getType().isNullable()
        && !cast.getType().isNullable()
        && SqlTypeUtil.equalSansNullability(types, operand.getType(), cast.getType());
  }
}
