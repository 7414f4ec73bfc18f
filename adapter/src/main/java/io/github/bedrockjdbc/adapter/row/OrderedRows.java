package io.github.bedrockjdbc.adapter.row;

import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * The wanted rows of a sorted walk, in order. The service may sort by whole seconds, so a row is
 * given out only when one was seen that is more than a second further on; ties of the further sort
 * keys are put in order by the same. That none comes later than that is for {@link OrderCheck}.
 */
public final class OrderedRows extends PulledRows {
  private final RowIterator rows;
  private final Predicate<Object[]> isKept;
  private final int time;
  private final long direction;
  private final Queue<Object[]> waiting;
  private long reached = Long.MIN_VALUE;

  /**
   * @param rows a walk whose order by the first key is checked
   * @param layout has the order's columns
   */
  public OrderedRows(RowIterator rows, Order order, RowLayout layout, Predicate<Object[]> isKept) {
    this.rows = rows;
    this.isKept = isKept;
    this.time = layout.indexOf(JobColumn.SUBMIT_TIME);
    this.direction = order.direction();
    this.waiting = new PriorityQueue<>(order.comparator(layout));
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    while (waiting.isEmpty() || position(waiting.peek()) >= reached - OrderCheck.SORTED_TO_MILLIS) {
      if (!has(rows, mayCall)) {
        return mayCall ? waiting.poll() : null; // at the end, or not allowed to see whether
      }
      take(rows.next());
    }
    return waiting.poll();
  }

  private void take(Object[] row) {
    reached = Math.max(reached, position(row));
    if (isKept.test(row)) {
      waiting.add(row);
    }
  }

  /** How far a row is in the order. */
  private long position(Object[] row) {
    return direction * (Long) row[time];
  }
}
