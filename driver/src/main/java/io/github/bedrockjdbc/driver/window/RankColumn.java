package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.Representation;
import org.apache.calcite.sql.SqlKind;

/**
 * Functions of a row's place in its partition.
 *
 * @param buckets the argument of NTILE, else none
 */
record RankColumn(SqlKind kind, int buckets, Representation result) implements PlaceColumn {
  @Override
  public Object value(WindowPartition partition, int row) {
    return result.of(place(partition, row));
  }

  private Number place(WindowPartition partition, int row) {
    final int size = partition.size();
    return switch (kind) {
      case ROW_NUMBER -> row + 1;
      case RANK -> partition.peersBegin(row) + 1;
      case DENSE_RANK -> partition.peerGroup(row) + 1;
      case PERCENT_RANK -> size == 1 ? 0 : (double) partition.peersBegin(row) / (size - 1);
      case CUME_DIST -> (double) partition.peersEnd(row) / size;
      case NTILE -> bucket(row, size);
      default -> throw new IllegalStateException("Unable to implement " + kind);
    };
  }

  /** The first buckets hold one row more if they cannot be equal. */
  private Number bucket(int row, int size) {
    if (buckets < 1) {
      throw new ArithmeticException("the argument of NTILE must be at least 1, not " + buckets);
    }
    final int small = size / buckets;
    final int large = size % buckets;
    final int inLarge = large * (small + 1);
    return row < inLarge ? row / (small + 1) + 1 : large + (row - inLarge) / small + 1;
  }
}
