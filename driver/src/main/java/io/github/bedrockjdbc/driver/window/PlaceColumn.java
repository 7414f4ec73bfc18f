package io.github.bedrockjdbc.driver.window;

/** A window function whose value depends on a row's place in its partition. */
interface PlaceColumn extends WindowColumn {
  /**
   * The value of one row.
   *
   * @param row from 0
   */
  Object value(WindowPartition partition, int row);

  @Override
  default Object[] over(WindowPartition partition) {
    final Object[] values = new Object[partition.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(partition, i);
    }
    return values;
  }
}
