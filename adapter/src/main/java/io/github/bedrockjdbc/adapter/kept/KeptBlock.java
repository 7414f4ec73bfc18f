package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of all columns, one behind the other.
 *
 * @param columns those of {@code jobs}, in their order
 */
record KeptBlock(int size, List<KeptColumn> columns) {
  /** The values of a row that is kept. */
  static final RowLayout LAYOUT = new RowLayout(JobColumn.all());

  static final int ARN = LAYOUT.indexOf(JobColumn.JOB_ARN);
  static final int STATUS = LAYOUT.indexOf(JobColumn.STATUS);
  private static final int SUBMIT_TIME = LAYOUT.indexOf(JobColumn.SUBMIT_TIME);

  /** So many rows make a block, where there are enough. */
  static final int ROWS = 1024;

  static KeptBlock of(List<Object[]> rows, SharedTexts texts) {
    final List<KeptColumn> columns = new ArrayList<>();
    final Object[] values = new Object[rows.size()];
    for (int i = 0; i < LAYOUT.width(); i++) {
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[i];
      }
      columns.add(KeptColumn.of(values, values.length, texts));
    }
    return new KeptBlock(rows.size(), List.copyOf(columns));
  }

  /** The value of the column in that place. */
  Object value(int place, int row) {
    return columns.get(place).get(row);
  }

  long submitted(int row) {
    return (Long) value(SUBMIT_TIME, row);
  }

  List<Object[]> rows(int from, int to) {
    final List<Object[]> rows = new ArrayList<>();
    for (int row = from; row < to; row++) {
      rows.add(row(row));
    }
    return rows;
  }

  Object[] row(int row) {
    return columns.stream().map(column -> column.get(row)).toArray();
  }

  long bytes() {
    return columns.stream().mapToLong(KeptColumn::bytes).sum();
  }
}
