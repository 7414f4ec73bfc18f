package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.time.IntervalMath;
import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Multiplies and divides intervals by any number, and exactly; Java's arithmetic would wrap. Hours
 * are all hours of an interval that has no days.
 */
public final class IntervalCalls extends ExpressionRewrite {
  private static final CodeFunction TIMES = CodeFunction.of(IntervalMath.class, "times");
  private static final CodeFunction DIVIDE = CodeFunction.of(IntervalMath.class, "divide");
  private static final CodeFunction TIMES_MONTHS =
      CodeFunction.of(IntervalMath.class, "timesMonths");
  private static final CodeFunction DIVIDE_MONTHS =
      CodeFunction.of(IntervalMath.class, "divideMonths");

  private static final CodeFunction HOURS = CodeFunction.of(IntervalMath.class, "hours");

  private static final Set<SqlTypeName> WITHOUT_DAYS =
      EnumSet.of(
          SqlTypeName.INTERVAL_HOUR,
          SqlTypeName.INTERVAL_HOUR_MINUTE,
          SqlTypeName.INTERVAL_HOUR_SECOND,
          SqlTypeName.INTERVAL_MINUTE,
          SqlTypeName.INTERVAL_MINUTE_SECOND,
          SqlTypeName.INTERVAL_SECOND);

  private final RexBuilder rexBuilder;

  public IntervalCalls(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.isA(SqlKind.EXTRACT)) {
      return isOfHours(call)
          ? HOURS.call(rexBuilder, call.getType(), call.getOperands().get(1))
          : call;
    }
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

  private static boolean isOfHours(RexCall extract) {
    return extract.getOperands().get(0) instanceof RexLiteral unit
        && unit.getValue() == TimeUnitRange.HOUR
        && WITHOUT_DAYS.contains(extract.getOperands().get(1).getType().getSqlTypeName());
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
