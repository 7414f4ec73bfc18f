package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole numbers, whose results fit or fail. For generated code. */
public final class WholeMath {
  private WholeMath() {}

  /** Halves go to the even number, as for {@code DOUBLE} everywhere. */
  public static long ofDouble(double value) {
    return whole(BigDecimal.valueOf(Math.rint(value)));
  }

  /** Halves go away from zero. */
  public static long ofDecimal(BigDecimal value) {
    return whole(value.setScale(0, RoundingMode.HALF_UP));
  }

  public static long absolute(long value) {
    return whole(BigDecimal.valueOf(value).abs());
  }

  public static long round(long value, int digits) {
    return whole(DecimalMath.rounded(BigDecimal.valueOf(value), digits, RoundingMode.HALF_UP));
  }

  public static long truncate(long value, int digits) {
    return whole(DecimalMath.rounded(BigDecimal.valueOf(value), digits, RoundingMode.DOWN));
  }

  static long whole(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE,
          "The number " + value.toPlainString() + " does not fit into BIGINT");
    }
  }
}
