package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals of a given precision and scale, rounded half away from zero. For generated code. */
public final class DecimalMath {
  /** The digits that a {@code DOUBLE} and a {@code REAL} surely have. */
  private static final MathContext OF_DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final MathContext OF_REAL = new MathContext(6, RoundingMode.HALF_EVEN);

  private DecimalMath() {}

  /** The value as a {@code DECIMAL(precision, scale)}. */
  public static BigDecimal fit(BigDecimal value, int precision, int scale) {
    final BigDecimal fitted = value.setScale(scale, RoundingMode.HALF_UP);
    if (fitted.precision() > precision) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE,
          "The number "
              + shown(value)
              + " does not fit into DECIMAL("
              + precision
              + ", "
              + scale
              + "): cast to one with more digits before the point, or to DOUBLE");
    }
    return fitted;
  }

  public static BigDecimal divide(BigDecimal value, BigDecimal by, int precision, int scale) {
    if (by.signum() == 0) {
      throw new SqlFault(SqlState.DIVISION_BY_ZERO, "Division by zero");
    }
    return fit(value.divide(by, scale, RoundingMode.HALF_UP), precision, scale);
  }

  public static BigDecimal mod(BigDecimal value, BigDecimal by, int precision, int scale) {
    if (by.signum() == 0) {
      throw new SqlFault(SqlState.DIVISION_BY_ZERO, "Division by zero");
    }
    return fit(value.remainder(by), precision, scale);
  }

  /** Rounds to some digits after the point, or before it if negative. */
  public static BigDecimal round(BigDecimal value, int digits, int precision, int scale) {
    return fit(rounded(value, digits, RoundingMode.HALF_UP), precision, scale);
  }

  public static BigDecimal truncate(BigDecimal value, int digits, int precision, int scale) {
    return fit(rounded(value, digits, RoundingMode.DOWN), precision, scale);
  }

  public static BigDecimal ofDouble(double value, int precision, int scale) {
    return fit(new BigDecimal(value).round(OF_DOUBLE), precision, scale);
  }

  public static BigDecimal ofReal(float value, int precision, int scale) {
    return fit(new BigDecimal(value).round(OF_REAL), precision, scale);
  }

  static BigDecimal rounded(BigDecimal value, int digits, RoundingMode mode) {
    if (digits >= value.scale()) {
      return value;
    }
    return value.precision() - value.scale() + (long) digits < 0
        ? BigDecimal.ZERO // a scale far below would take long, or overflow
        : value.setScale(digits, mode);
  }

  private static String shown(BigDecimal value) {
    return value.precision() - (long) value.scale() > 60
        ? value.round(new MathContext(5)).toString()
        : value.toPlainString();
  }
}
