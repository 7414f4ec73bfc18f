package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.Representation;
import java.util.List;
import org.apache.calcite.sql.SqlKind;

/**
 * LEAD and LAG.
 *
 * @param arguments the value's column, and those of the distance and the default if there are any
 */
record NearbyColumn(
    SqlKind kind, List<Integer> arguments, boolean ignoresNulls, Representation result)
    implements PlaceColumn {
  @Override
  public Object value(WindowPartition partition, int row) {
    return result.of(found(partition, row));
  }

  private Object found(WindowPartition partition, int row) {
    final Object distance = arguments.size() > 1 ? partition.row(row)[arguments.get(1)] : 1;
    if (distance == null) {
      return null;
    }
    final long offset = ((Number) distance).longValue() * (kind == SqlKind.LEAD ? 1 : -1);
    final long other = ignoresNulls && offset != 0 ? notNull(partition, row, offset) : row + offset;
    if (other >= 0 && other < partition.size()) {
      return partition.row((int) other)[arguments.get(0)];
    }
    return arguments.size() > 2 ? partition.row(row)[arguments.get(2)] : null;
  }

  private long notNull(WindowPartition partition, int row, long offset) {
    final int step = Long.signum(offset);
    long left = Math.abs(offset);
    int other = row;
    while (left > 0) {
      other += step;
      if (other < 0 || other >= partition.size()) {
        return -1;
      }
      if (partition.row(other)[arguments.get(0)] != null) {
        left--;
      }
    }
    return other;
  }
}
