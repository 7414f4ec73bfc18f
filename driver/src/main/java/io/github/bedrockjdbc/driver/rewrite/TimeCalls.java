package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.time.TimeMath;
import java.util.List;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Makes calculations with times fail where the result has no year that can be written, and weeks
 * begin on Monday. Times near the clock and parameters stay as a scan understands them.
 */
public final class TimeCalls extends ExpressionRewrite {
  private static final CodeFunction MOVE = CodeFunction.of(TimeMath.class, "moveMillis");
  private static final CodeFunction MOVE_MONTHS = CodeFunction.of(TimeMath.class, "moveMonths");
  private static final CodeFunction MOVE_DATE = CodeFunction.of(TimeMath.class, "moveDateMillis");
  private static final CodeFunction MOVE_DATE_MONTHS =
      CodeFunction.of(TimeMath.class, "moveDateMonths");
  private static final CodeFunction FLOOR = CodeFunction.of(TimeMath.class, "floorToWeek");
  private static final CodeFunction CEIL = CodeFunction.of(TimeMath.class, "ceilToWeek");
  private static final CodeFunction FLOOR_DATE = CodeFunction.of(TimeMath.class, "floorDateToWeek");
  private static final CodeFunction CEIL_DATE = CodeFunction.of(TimeMath.class, "ceilDateToWeek");
  private static final CodeFunction IN_RANGE = CodeFunction.of(TimeMath.class, "inRange");
  private static final CodeFunction DATE_IN_RANGE = CodeFunction.of(TimeMath.class, "dateInRange");

  private static final Set<String> CLOCKS =
      Set.of("CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP");

  /** A thousand years, which lead from no time that a clock shows out of the calendar. */
  private static final long FAR = 365_250L * 86_400_000;

  private final RexBuilder rexBuilder;

  public TimeCalls(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (call.getOperator().equals(SqlStdOperatorTable.LAST_DAY)) {
      return lastDay(call, call.getOperands().get(0));
    }
    final SqlTypeName type = call.getType().getSqlTypeName();
    if ((type != SqlTypeName.TIMESTAMP && type != SqlTypeName.DATE)
        || call.getOperands().size() != 2) {
      return call;
    }
    return switch (call.getKind()) {
      case PLUS -> moved(call, 1);
      case MINUS -> moved(call, -1);
      case FLOOR, CEIL -> period(call, type == SqlTypeName.DATE);
      default -> call;
    };
  }

  /** Of a date, as Calcite rounds timestamps towards 1970. */
  private RexNode lastDay(RexCall call, RexNode time) {
    final RelDataTypeFactory types = rexBuilder.getTypeFactory();
    final RelDataType date =
        types.createTypeWithNullability(
            types.createSqlType(SqlTypeName.DATE), time.getType().isNullable());
    return time.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP
        ? rexBuilder.makeCall(
            call.getType(), call.getOperator(), List.of(rexBuilder.makeCast(date, time)))
        : call;
  }

  private RexNode moved(RexCall call, int sign) {
    final RexNode time = call.getOperands().get(0);
    final RexNode interval = call.getOperands().get(1);
    if (!SqlTypeUtil.isInterval(interval.getType())
        || !time.getType().getSqlTypeName().equals(call.getType().getSqlTypeName())
        || staysNear(time, interval)) {
      return call;
    }
    final boolean isDate = time.getType().getSqlTypeName() == SqlTypeName.DATE;
    final boolean isMonths =
        SqlTypeName.YEAR_INTERVAL_TYPES.contains(interval.getType().getSqlTypeName());
    final CodeFunction function =
        isDate ? (isMonths ? MOVE_DATE_MONTHS : MOVE_DATE) : (isMonths ? MOVE_MONTHS : MOVE);
    return function.call(
        rexBuilder, call.getType(), time, interval, rexBuilder.makeLiteral(sign, integer(), false));
  }

  /** Whether it is the clock or a parameter, moved by so much only as hurts neither. */
  private static boolean staysNear(RexNode time, RexNode interval) {
    final RexNode moved = time.isA(SqlKind.CAST) ? ((RexCall) time).getOperands().get(0) : time;
    final boolean isNear =
        moved instanceof RexDynamicParam
            || (moved instanceof RexCall call
                && (CLOCKS.contains(call.getOperator().getName())
                    || (call.getOperands().size() == 2
                        && staysNear(call.getOperands().get(0), call.getOperands().get(1)))));
    return isNear
        && interval instanceof RexLiteral literal
        && SqlTypeName.DAY_INTERVAL_TYPES.contains(literal.getType().getSqlTypeName())
        && !literal.isNull()
        && Math.abs(literal.getValueAs(Long.class)) < FAR;
  }

  private RexNode period(RexCall call, boolean isDate) {
    final RexNode time = call.getOperands().get(0);
    if (!(call.getOperands().get(1) instanceof RexLiteral unit)
        || unit.getTypeName() != SqlTypeName.SYMBOL) {
      return call;
    }
    final boolean isFloor = call.isA(SqlKind.FLOOR);
    return switch (unit.getValueAs(TimeUnitRange.class)) {
      case WEEK ->
          (isFloor ? (isDate ? FLOOR_DATE : FLOOR) : (isDate ? CEIL_DATE : CEIL))
              .call(rexBuilder, call.getType(), time);
      case DECADE, CENTURY, MILLENNIUM -> inRange(call, isDate);
      default -> isFloor ? call : inRange(call, isDate);
    };
  }

  private RexNode inRange(RexCall call, boolean isDate) {
    return (isDate ? DATE_IN_RANGE : IN_RANGE).call(rexBuilder, call.getType(), call);
  }

  private RelDataType integer() {
    return rexBuilder.getTypeFactory().createSqlType(SqlTypeName.INTEGER);
  }
}
