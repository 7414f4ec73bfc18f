package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic of {@code DOUBLE}, which is never infinite, always a number, no zero that another
 * number became, and has one zero: joins and set operations would take {@code -0.0} for another
 * one. For generated code.
 */
public final class DoubleMath {
  private static final double ROOT = 0.5;

  private DoubleMath() {}

  public static double plus(double left, double right) {
    return finite(left + right);
  }

  public static double minus(double left, double right) {
    return finite(left - right);
  }

  public static double times(double left, double right) {
    return notLost(left * right, left == 0 || right == 0);
  }

  public static double divide(double left, double right) {
    return notLost(left / notZero(right), left == 0);
  }

  public static double mod(double left, double right) {
    return finite(left % notZero(right));
  }

  public static double finite(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE, "The result of a calculation is out of the range of DOUBLE");
    }
    return value + 0.0; // the sum of -0.0 and 0.0 is 0.0
  }

  /** A result that is zero only if it is meant to be. */
  private static double notLost(double result, boolean isZero) {
    if (result == 0 && !isZero) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE, "The result of a calculation is too near to 0 for DOUBLE");
    }
    return finite(result);
  }

  /** The next {@code REAL}. */
  public static float real(double value) {
    if (Math.abs(value) > Float.MAX_VALUE || (value != 0 && (float) value == 0)) {
      throw new SqlFault(SqlState.OUT_OF_RANGE, "The number " + value + " does not fit into REAL");
    }
    return (float) value + 0.0f;
  }

  /** {@code SQRT} comes as the power 0.5. */
  public static double power(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new SqlFault(SqlState.INVALID_POWER, "POWER of zero does not take a negative exponent");
    }
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw new SqlFault(
          SqlState.INVALID_POWER,
          exponent == ROOT
              ? "Cannot take the square root of a negative number: " + NumberTexts.ofDouble(base)
              : "POWER of a negative number takes whole exponents only, not "
                  + NumberTexts.ofDouble(exponent));
    }
    return notLost(exponent == ROOT ? Math.sqrt(base) : Math.pow(base, exponent), base == 0);
  }

  public static double exponential(double value) {
    return notLost(Math.exp(value), false);
  }

  public static double naturalLogarithm(double value) {
    return Math.log(positive(value));
  }

  public static double decimalLogarithm(double value) {
    return Math.log10(positive(value));
  }

  /** To a whole number, halves to the even one. */
  public static double round(double value) {
    return finite(Math.rint(value));
  }

  public static double roundTo(double value, int digits) {
    return finite(
        DecimalMath.rounded(BigDecimal.valueOf(value), digits, RoundingMode.HALF_UP).doubleValue());
  }

  public static double truncateTo(double value, int digits) {
    return DecimalMath.rounded(BigDecimal.valueOf(value), digits, RoundingMode.DOWN).doubleValue();
  }

  static double positive(double value) {
    if (value <= 0) {
      throw new SqlFault(
          SqlState.INVALID_LOGARITHM,
          "A logarithm takes a positive number, not " + NumberTexts.ofDouble(value));
    }
    return value;
  }

  private static double notZero(double value) {
    if (value == 0) {
      throw new SqlFault(SqlState.DIVISION_BY_ZERO, "Division by zero");
    }
    return value;
  }
}
