package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.time.IntervalMath;
import java.math.BigDecimal;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Casts an interval to units that do not show all of it, which drops the rest. Calcite would keep
 * it: intervals that look the same would be different groups, and move times differently.
 */
final class IntervalCast {
  private static final CodeFunction WHOLE = CodeFunction.of(IntervalMath.class, "whole");
  private static final CodeFunction WHOLE_MONTHS =
      CodeFunction.of(IntervalMath.class, "wholeMonths");
  private static final CodeFunction ROUNDED = CodeFunction.of(IntervalMath.class, "rounded");

  private IntervalCast() {}

  /** Whether something of the one may not be shown by the other. */
  static boolean drops(RelDataType from, RelDataType to) {
    return isMonths(from) == isMonths(to)
        && isInterval(from)
        && isInterval(to)
        && unit(from) < unit(to);
  }

  static RexNode of(RexNode value, RelDataType type, RexBuilder rexBuilder) {
    final CodeFunction function =
        isMonths(type) ? WHOLE_MONTHS : endsWithSeconds(type) ? ROUNDED : WHOLE;
    return function.call(
        rexBuilder, type, value, rexBuilder.makeExactLiteral(BigDecimal.valueOf(unit(type))));
  }

  private static boolean isInterval(RelDataType type) {
    return SqlTypeName.INTERVAL_TYPES.contains(type.getSqlTypeName());
  }

  private static boolean isMonths(RelDataType type) {
    return SqlTypeName.YEAR_INTERVAL_TYPES.contains(type.getSqlTypeName());
  }

  private static boolean endsWithSeconds(RelDataType type) {
    return type.getSqlTypeName().getEndUnit() == TimeUnit.SECOND;
  }

  /** The least that it shows, in months or milliseconds. */
  private static long unit(RelDataType type) {
    return endsWithSeconds(type)
        ? SecondDigits.least(type.getScale()).longValueExact()
        : type.getSqlTypeName().getEndUnit().multiplier.longValueExact();
  }
}
