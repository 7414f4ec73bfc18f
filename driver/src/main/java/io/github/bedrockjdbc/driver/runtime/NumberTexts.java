package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers from text and as text, as PostgreSQL reads and writes them. For generated code. */
public final class NumberTexts {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

  /** Any two decimals with so many digits differ as doubles, and as reals. */
  private static final int DOUBLE_DIGITS = 15;

  private static final int REAL_DIGITS = 6;
  private static final int MOST_CHARACTERS = 1000;
  private static final int LEAST_EXPONENT = -4;
  private static final int LARGEST_EXPONENT = 400;

  private NumberTexts() {}

  public static long whole(String text) {
    checkLength(text);
    final String digits = text.strip();
    if (!WHOLE.matcher(digits).matches()) {
      throw invalid(text, "a whole number");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE, "The number '" + digits + "' does not fit into BIGINT");
    }
  }

  public static BigDecimal decimal(String text, int precision, int scale) {
    final BigDecimal number = number(text);
    final long magnitude = number.precision() - (long) number.scale();
    if (magnitude > LARGEST_EXPONENT) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE,
          "The number '"
              + text.strip()
              + "' does not fit into DECIMAL("
              + precision
              + ", "
              + scale
              + ")");
    }
    return DecimalMath.fit(
        magnitude < -LARGEST_EXPONENT ? BigDecimal.ZERO : number, precision, scale);
  }

  public static double approximate(String text) {
    final BigDecimal number = number(text);
    final double value = Double.parseDouble(number.toString());
    if (Double.isInfinite(value) || (value == 0 && number.signum() != 0)) {
      throw new SqlFault(
          SqlState.OUT_OF_RANGE, "The number '" + text.strip() + "' does not fit into DOUBLE");
    }
    return value;
  }

  public static String ofDecimal(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.HALF_UP).toPlainString();
  }

  /** The fewest digits that mean this value and no other. */
  public static String ofDouble(double value) {
    BigDecimal shortest = new BigDecimal(Double.toString(value));
    for (int digits = DOUBLE_DIGITS; digits < shortest.precision(); digits++) {
      final BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits));
      if (shorter.doubleValue() == value) {
        shortest = shorter;
      }
    }
    return written(shortest, DOUBLE_DIGITS);
  }

  public static String ofReal(float value) {
    return written(new BigDecimal(Float.toString(value)), REAL_DIGITS);
  }

  /** With an exponent where the number is very small, or has more digits than count. */
  private static String written(BigDecimal value, int mostDigits) {
    if (value.signum() == 0) {
      return "0";
    }
    final BigDecimal number = value.stripTrailingZeros();
    final int exponent = number.precision() - number.scale() - 1;
    if (exponent >= LEAST_EXPONENT && exponent < mostDigits) {
      return number.toPlainString();
    }
    final String digits = number.unscaledValue().abs().toString();
    final String power = String.valueOf(Math.abs(exponent));
    return (number.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() == 1 ? "" : "." + digits.substring(1))
        + (exponent < 0 ? "e-" : "e+")
        + (power.length() == 1 ? "0" : "")
        + power;
  }

  /** Reading digits takes a time that grows with the square of their number. */
  private static void checkLength(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new SqlFault(
          SqlState.TEXT_TOO_LONG,
          "a number may have at most "
              + MOST_CHARACTERS
              + " characters, not from "
              + text.length());
    }
  }

  private static BigDecimal number(String text) {
    checkLength(text);
    final String digits = text.strip();
    if (!NUMBER.matcher(digits).matches()) {
      throw invalid(text, "a number");
    }
    return new BigDecimal(digits);
  }

  private static SqlFault invalid(String text, String what) {
    return new SqlFault(SqlState.INVALID_CAST, "The text '" + text + "' is not " + what);
  }
}
