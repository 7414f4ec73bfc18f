package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.Representation;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/** The value at a distance from another one, for frames that reach from value to value. */
final class WindowDistance {
  private final SqlTypeName ordered;
  private final boolean inMonths;

  /**
   * @param ordered what the window is ordered by
   * @param offset what lies between
   */
  WindowDistance(RelDataType ordered, RelDataType offset) {
    this.ordered = ordered.getSqlTypeName();
    this.inMonths = SqlTypeName.YEAR_INTERVAL_TYPES.contains(offset.getSqlTypeName());
  }

  /** A value as it is compared: times in milliseconds. */
  Comparable<?> position(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    final BigDecimal number = Representation.exact(value);
    return ordered == SqlTypeName.DATE
        ? number.multiply(BigDecimal.valueOf(TimeUnit.DAYS.toMillis(1)))
        : number;
  }

  /** A position that lies an offset further on, or back if that is negative. */
  Comparable<?> moved(Comparable<?> position, BigDecimal offset) {
    if (position instanceof Double number) {
      return number + offset.doubleValue();
    }
    final BigDecimal number = (BigDecimal) position;
    return inMonths
        ? BigDecimal.valueOf(months(number.longValueExact(), offset.longValueExact()))
        : number.add(offset);
  }

  private static long months(long millis, long months) {
    final long second = Math.floorDiv(millis, 1000L);
    final int rest = Math.floorMod(millis, 1000);
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                .plusMonths(months)
                .toEpochSecond(ZoneOffset.UTC)
            * 1000
        + rest;
  }
}
