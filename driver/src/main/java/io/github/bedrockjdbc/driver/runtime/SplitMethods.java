package io.github.bedrockjdbc.driver.runtime;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.calcite.linq4j.function.Function0;

/** What generated code calls where an expression was split, or a list of values made a set. */
public final class SplitMethods {
  private SplitMethods() {}

  /** The value of a part of an expression. */
  public static Object call(Object part) {
    return ((Function0<?>) part).apply();
  }

  /** Whether a value is one of a set; null for null. */
  public static Object isIn(Object value, Object set) {
    return value == null ? null : (Object) ((Set<?>) set).contains(comparable(value));
  }

  /** Numbers of one value are equal, whatever their class and scale. */
  public static Object comparable(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value instanceof Number number
        ? BigDecimal.valueOf(number.longValue()).stripTrailingZeros()
        : value;
  }
}
