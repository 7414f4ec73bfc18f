package io.github.bedrockjdbc.driver.window;

import java.util.List;
import org.apache.calcite.sql.SqlKind;

/**
 * FIRST_VALUE, LAST_VALUE and NTH_VALUE: the value of one of the frame's rows.
 *
 * @param arguments the value's column, and that of the number if there is one
 */
record FrameValueColumn(
    SqlKind kind, WindowFrame frame, List<Integer> arguments, boolean ignoresNulls)
    implements PlaceColumn {
  @Override
  public Object value(WindowPartition partition, int row) {
    final int begin = frame.begin(partition, row);
    final int end = frame.end(partition, row);
    final boolean fromLast = kind == SqlKind.LAST_VALUE;
    long left = number(partition.row(row));
    for (int i = 0; i < end - begin && left > 0; i++) {
      final int other = fromLast ? end - 1 - i : begin + i;
      final Object value = partition.row(other)[arguments.get(0)];
      final boolean isSkipped =
          frame.excludes(partition, row, other) || (ignoresNulls && value == null);
      if (!isSkipped && --left == 0) {
        return value;
      }
    }
    return null;
  }

  private long number(Object[] row) {
    if (kind != SqlKind.NTH_VALUE) {
      return 1;
    }
    final Object number = row[arguments.get(1)];
    if (number == null) {
      return 0;
    }
    final long count = ((Number) number).longValue();
    if (count < 1) {
      throw new ArithmeticException(
          "the second argument of NTH_VALUE must be at least 1, not " + count);
    }
    return count;
  }
}
