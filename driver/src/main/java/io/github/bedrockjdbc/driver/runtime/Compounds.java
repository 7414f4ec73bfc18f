package io.github.bedrockjdbc.driver.runtime;

import java.util.ArrayList;
import java.util.List;

/** Rows and arrays of values, for generated code. */
public final class Compounds {
  private Compounds() {}

  /** A row, which is a value whatever its parts are. */
  public static Object[] row(Object... parts) {
    return parts;
  }

  /** One array after the other; null only if both are. */
  public static List<Object> concatenated(List<?> left, List<?> right) {
    if (left == null && right == null) {
      return null;
    }
    final List<Object> all = new ArrayList<>(left == null ? List.of() : left);
    all.addAll(right == null ? List.of() : right);
    return all;
  }
}
