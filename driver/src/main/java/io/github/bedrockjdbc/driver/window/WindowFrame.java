package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.SqlOrder;
import java.math.BigDecimal;
import org.apache.calcite.rex.RexWindowExclusion;

/**
 * Which rows of a partition a row of it looks at.
 *
 * @param key the one column of the order if an offset is a distance of values
 */
record WindowFrame(
    boolean ofRows,
    FrameBound lower,
    FrameBound upper,
    RexWindowExclusion exclusion,
    int key,
    boolean isDescending) {

  /** The first row that the frame may hold. */
  int begin(WindowPartition partition, int row) {
    if (lower.isUnbounded()) {
      return lower.kind() == FrameBound.Kind.PRECEDING ? 0 : partition.size();
    }
    if (ofRows) {
      return lower.kind() == FrameBound.Kind.CURRENT ? row : clamped(partition, row, lower, 0);
    }
    if (lower.kind() == FrameBound.Kind.CURRENT || partition.row(row)[key] == null) {
      return partition.peersBegin(row);
    }
    return first(partition, row, lower, true);
  }

  /** After the last row that the frame may hold. */
  int end(WindowPartition partition, int row) {
    if (upper.isUnbounded()) {
      return upper.kind() == FrameBound.Kind.FOLLOWING ? partition.size() : 0;
    }
    if (ofRows) {
      return upper.kind() == FrameBound.Kind.CURRENT ? row + 1 : clamped(partition, row, upper, 1);
    }
    if (upper.kind() == FrameBound.Kind.CURRENT || partition.row(row)[key] == null) {
      return partition.peersEnd(row);
    }
    return first(partition, row, upper, false);
  }

  /** Whether the frame leaves out a row between its ends. */
  boolean excludes(WindowPartition partition, int row, int other) {
    return switch (exclusion) {
      case EXCLUDE_NO_OTHER -> false;
      case EXCLUDE_CURRENT_ROW -> other == row;
      case EXCLUDE_GROUP -> partition.peersBegin(other) == partition.peersBegin(row);
      case EXCLUDE_TIES -> other != row && partition.peersBegin(other) == partition.peersBegin(row);
    };
  }

  /** Whether all frames end where the partition does. */
  boolean reachesEnd() {
    return upper.isUnbounded() && upper.kind() == FrameBound.Kind.FOLLOWING && !excludesSome();
  }

  boolean excludesSome() {
    return exclusion != RexWindowExclusion.EXCLUDE_NO_OTHER;
  }

  private static int clamped(WindowPartition partition, int row, FrameBound bound, int more) {
    return bound
        .signed()
        .add(BigDecimal.valueOf((long) row + more))
        .max(BigDecimal.ZERO)
        .min(BigDecimal.valueOf(partition.size()))
        .intValueExact();
  }

  private Comparable<?> target(WindowPartition partition, int row, FrameBound bound) {
    final BigDecimal offset = isDescending ? bound.signed().negate() : bound.signed();
    return bound.distance().moved(bound.distance().position(partition.row(row)[key]), offset);
  }

  /** The first row at a bound or after it, or the first after it; nulls lie at one of the ends. */
  private int first(WindowPartition partition, int row, FrameBound bound, boolean isAtIt) {
    final Comparable<?> target = target(partition, row, bound);
    int low = 0;
    int high = partition.size();
    while (low < high && partition.row(low)[key] == null) {
      low = partition.peersEnd(low);
    }
    while (low < high && partition.row(high - 1)[key] == null) {
      high = partition.peersBegin(high - 1);
    }
    while (low < high) {
      final int middle = (low + high) >>> 1;
      final int order =
          SqlOrder.compare(bound.distance().position(partition.row(middle)[key]), target)
              * (isDescending ? -1 : 1);
      if (order > 0 || (order == 0 && isAtIt)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
