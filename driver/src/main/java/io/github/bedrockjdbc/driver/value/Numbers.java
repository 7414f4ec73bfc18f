package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.math.BigDecimal;
import java.sql.SQLException;

/** Conversions between numbers: what does not fit is an error, never cut or infinite. */
public final class Numbers {
  /** More digits than a double can have; beyond it {@code 1E999999999} would fill the memory. */
  private static final int MAX_MAGNITUDE = 400;

  private Numbers() {}

  public static BigDecimal parse(String text) throws SQLException {
    final BigDecimal number;
    try {
      number = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw SqlErrors.of(SqlState.INVALID_CAST, "the text is not a number", e);
    }
    if (Math.abs((long) number.precision() - number.scale()) > MAX_MAGNITUDE) {
      throw outOfRange("the number in the text", "any numeric type");
    }
    return number;
  }

  /** The digits that the number shows: 0.1 for the double 0.1. */
  public static BigDecimal decimal(Number number) throws SQLException {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (isIntegral(number)) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (!Double.isFinite(number.doubleValue())) {
      throw outOfRange(number, "DECIMAL");
    }
    return parse(number.toString());
  }

  /** The number without its fraction. */
  public static long integral(Number number, long min, long max) throws SQLException {
    if (isIntegral(number)) {
      final long value = number.longValue();
      if (value < min || value > max) {
        throw outOfRange(number, min + " to " + max);
      }
      return value;
    }
    final BigDecimal decimal = decimal(number);
    if (decimal.compareTo(BigDecimal.valueOf(min).subtract(BigDecimal.ONE)) <= 0
        || decimal.compareTo(BigDecimal.valueOf(max).add(BigDecimal.ONE)) >= 0) {
      throw outOfRange(number, min + " to " + max);
    }
    return decimal.longValue();
  }

  public static double toDouble(Number number) throws SQLException {
    // A float's own digits: 0.1f is 0.1, not 0.10000000149.
    final double value =
        number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
    if (Double.isInfinite(value) && !(number instanceof Double || number instanceof Float)) {
      throw outOfRange(number, "DOUBLE");
    }
    return value;
  }

  public static float toFloat(Number number) throws SQLException {
    final float value = number.floatValue();
    if (Float.isInfinite(value) && !Double.isInfinite(toDouble(number))) {
      throw outOfRange(number, "REAL");
    }
    return value;
  }

  static SQLException outOfRange(Object value, String target) {
    return SqlErrors.of(SqlState.OUT_OF_RANGE, value + " is out of range for " + target);
  }

  private static boolean isIntegral(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte;
  }
}
