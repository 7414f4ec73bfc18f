package io.github.bedrockjdbc.driver.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values that are equal as SQL's GROUP BY and DISTINCT see it: nulls are, and so are 1.0 and 1. */
public final class GroupKey {
  private final Object[] values;
  private final int hash;

  /**
   * @param values nobody else's: they are made comparable here
   */
  private GroupKey(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = comparable(values[i]);
    }
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /** Of some of a row's values. */
  public static GroupKey of(Object[] row, List<Integer> indexes) {
    final Object[] values = new Object[indexes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row[indexes.get(i)];
    }
    return new GroupKey(values);
  }

  /** Of all values. */
  static GroupKey of(Object[] row) {
    return new GroupKey(row.clone());
  }

  private static List<Object> comparable(List<?> values) {
    final List<Object> all = new ArrayList<>(values.size());
    values.forEach(value -> all.add(comparable(value)));
    return all;
  }

  private static Object comparable(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    if (value instanceof Double number) {
      return number + 0.0; // -0.0 is 0.0
    }
    if (value instanceof Float number) {
      return number + 0.0f;
    }
    if (value instanceof Object[] row) { // arrays know only identity
      return comparable(Arrays.asList(row));
    }
    return value instanceof List<?> list ? comparable(list) : value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupKey key && hash == key.hash && Arrays.equals(values, key.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
