package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of all columns, one behind the other.
 *
 * @param columns those of {@code jobs}, in their order
 */
record KeptBlock(int size, KeptColumn[] columns) {
  /** So many rows make a block, where there are enough. */
  static final int ROWS = 4096;

  static KeptBlock of(List<Object[]> rows, SharedTexts texts) {
    final KeptColumn[] columns = new KeptColumn[JobColumn.all().size()];
    final Object[] values = new Object[rows.size()];
    for (int i = 0; i < columns.length; i++) {
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[i];
      }
      columns[i] = KeptColumn.of(values, values.length, texts);
    }
    return new KeptBlock(rows.size(), columns);
  }

  Object value(JobColumn column, int row) {
    return columns[column.ordinal()].get(row);
  }

  long submitted(int row) {
    return (Long) value(JobColumn.SUBMIT_TIME, row);
  }

  List<Object[]> rows(int from, int to) {
    final List<Object[]> rows = new ArrayList<>();
    for (int row = from; row < to; row++) {
      final Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = columns[i].get(row);
      }
      rows.add(values);
    }
    return rows;
  }

  long bytes() {
    long bytes = 0;
    for (KeptColumn column : columns) {
      bytes += column.bytes();
    }
    return bytes;
  }
}
