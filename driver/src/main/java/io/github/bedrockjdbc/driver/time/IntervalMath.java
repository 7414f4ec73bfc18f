package io.github.bedrockjdbc.driver.time;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.type.DecimalTypes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Intervals, as months or as milliseconds, times and by numbers. For generated code. */
public final class IntervalMath {
  private static final long HOUR = 3_600_000;

  private IntervalMath() {}

  public static long times(long millis, BigDecimal factor) {
    return millis(BigDecimal.valueOf(millis).multiply(factor));
  }

  public static long divide(long millis, BigDecimal by) {
    return millis(BigDecimal.valueOf(millis).divide(notZero(by), 0, RoundingMode.HALF_UP));
  }

  public static int timesMonths(long months, BigDecimal factor) {
    return months(BigDecimal.valueOf(months).multiply(factor));
  }

  public static int divideMonths(long months, BigDecimal by) {
    return months(
        BigDecimal.valueOf(months)
            .divide(notZero(by), DecimalTypes.FRACTION, RoundingMode.HALF_UP));
  }

  /** All of them, also those that make days. */
  public static long hours(long millis) {
    return millis / HOUR;
  }

  /** What it has of whole units, each so many milliseconds. */
  public static long whole(long millis, long unit) {
    return millis - millis % unit;
  }

  public static int wholeMonths(long months, long unit) {
    return (int) whole(months, unit);
  }

  /** To the nearest multiple, of two equally near ones that away from zero. */
  public static long rounded(long millis, long unit) {
    final long whole = whole(millis, unit);
    final long rest = millis - whole;
    return 2 * Math.abs(rest) < unit ? whole : Math.addExact(whole, Long.signum(rest) * unit);
  }

  private static BigDecimal notZero(BigDecimal by) {
    if (by.signum() == 0) {
      throw new SqlFault(SqlState.DIVISION_BY_ZERO, "Division by zero");
    }
    return by;
  }

  private static long millis(BigDecimal exact) {
    try {
      return exact.setScale(0, RoundingMode.HALF_UP).longValueExact();
    } catch (ArithmeticException e) {
      throw tooLong();
    }
  }

  private static int months(BigDecimal exact) {
    if (exact.stripTrailingZeros().scale() > 0) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE,
          "The result is not a whole number of months: use an interval of days");
    }
    try {
      return exact.intValueExact();
    } catch (ArithmeticException e) {
      throw tooLong();
    }
  }

  private static SqlFault tooLong() {
    return new SqlFault(SqlState.INTERVAL_OVERFLOW, "The resulting interval is too long");
  }
}
