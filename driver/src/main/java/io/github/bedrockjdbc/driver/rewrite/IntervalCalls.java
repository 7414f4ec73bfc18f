package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.IntervalMath;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Multiplies and divides intervals by any number, and exactly; Java's arithmetic would wrap. */
public final class IntervalCalls extends ExpressionRewrite {
  private static final CodeFunction TIMES = CodeFunction.of(IntervalMath.class, "times");
  private static final CodeFunction DIVIDE = CodeFunction.of(IntervalMath.class, "divide");
  private static final CodeFunction TIMES_MONTHS =
      CodeFunction.of(IntervalMath.class, "timesMonths");
  private static final CodeFunction DIVIDE_MONTHS =
      CodeFunction.of(IntervalMath.class, "divideMonths");

  private final RexBuilder rexBuilder;

  public IntervalCalls(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    final boolean isTimes = call.isA(SqlKind.TIMES);
    if (!(isTimes || call.isA(SqlKind.DIVIDE)) || !SqlTypeUtil.isInterval(call.getType())) {
      return call;
    }
    final RexNode left = call.getOperands().get(0);
    final RexNode right = call.getOperands().get(1);
    final boolean isIntervalFirst = SqlTypeUtil.isInterval(left.getType());
    final RexNode number = isIntervalFirst ? right : left;
    if (!SqlTypeName.NUMERIC_TYPES.contains(number.getType().getSqlTypeName())) {
      return call;
    }
    final boolean isMonths =
        SqlTypeName.YEAR_INTERVAL_TYPES.contains(call.getType().getSqlTypeName());
    final CodeFunction function =
        isTimes ? (isMonths ? TIMES_MONTHS : TIMES) : (isMonths ? DIVIDE_MONTHS : DIVIDE);
    return function.call(
        rexBuilder, call.getType(), isIntervalFirst ? left : right, decimal(number));
  }

  private RexNode decimal(RexNode number) {
    return switch (number.getType().getSqlTypeName()) {
      case DECIMAL -> number;
      default ->
          rexBuilder.makeAbstractCast(
              rexBuilder
                  .getTypeFactory()
                  .createTypeWithNullability(
                      rexBuilder.getTypeFactory().createSqlType(SqlTypeName.DECIMAL),
                      number.getType().isNullable()),
              number,
              false);
    };
  }
}
