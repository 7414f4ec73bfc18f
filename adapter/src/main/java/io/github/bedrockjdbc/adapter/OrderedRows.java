package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * The wanted rows of a sorted walk, in order. The service may sort by whole seconds, so a row is
 * given out only when one was seen that is more than a second further on; ties of the further sort
 * keys are put in order by the same. A row that comes later than that fails the query.
 */
final class OrderedRows extends PulledRows {
  private static final long SORTED_TO_MILLIS = 1000;

  private final RowSource rows;
  private final Predicate<Object[]> isKept;
  private final int time;
  private final long direction;
  private final Queue<Object[]> waiting;
  private long reached = Long.MIN_VALUE;
  private long given = Long.MIN_VALUE;

  /**
   * @param rows a walk sorted by the order's first key
   * @param layout has the order's columns
   */
  OrderedRows(RowSource rows, Order order, RowLayout layout, Predicate<Object[]> isKept) {
    this.rows = rows;
    this.isKept = isKept;
    this.time = layout.indexOf(JobColumn.SUBMIT_TIME);
    this.direction = order.isDescending() ? -1 : 1;
    this.waiting = new PriorityQueue<>(order.comparator(layout));
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (waiting.isEmpty() || position(waiting.peek()) >= reached - SORTED_TO_MILLIS) {
      if (!has(rows, mayCall)) {
        return mayCall ? waiting.poll() : null; // at the end, or not allowed to see whether
      }
      take(rows.next());
    }
    given = position(waiting.peek());
    return waiting.poll();
  }

  private void take(Object[] row) {
    reached = Math.max(reached, position(row));
    if (isKept.test(row)) {
      if (position(row) < given) {
        throw new ApiException(
            Kind.BAD_ANSWER,
            "Listing jobs failed: the service gave jobs out of order; with pushdown=false they are"
                + " sorted here");
      }
      waiting.add(row);
    }
  }

  /** How far a row is in the order. */
  private long position(Object[] row) {
    return direction * (Long) row[time];
  }
}
