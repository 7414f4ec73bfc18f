package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.function.Supplier;

/** Rows of which it is found out only when the first one is asked for where they come from. */
final class LateRows extends PulledRows {
  private final Supplier<RowIterator> beginning;
  private RowIterator rows;

  /**
   * @param beginning may call the service
   */
  LateRows(Supplier<RowIterator> beginning) {
    this.beginning = beginning;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    if (rows == null && mayCall) {
      rows = beginning.get();
    }
    return rows != null && has(rows, mayCall) ? rows.next() : null;
  }
}
