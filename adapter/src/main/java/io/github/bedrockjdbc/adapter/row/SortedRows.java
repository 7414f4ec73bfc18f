package io.github.bedrockjdbc.adapter.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows that are read to their end, or to as many as are wanted, before the first is given. */
public final class SortedRows extends PulledRows {
  private final RowIterator rows;
  private final Comparator<Object[]> comparator;
  private final long most;
  private RowIterator sorted;

  /**
   * @param most how many rows are enough, if the source gives them in order
   */
  public SortedRows(RowIterator rows, Comparator<Object[]> comparator, long most) {
    this.rows = rows;
    this.comparator = comparator;
    this.most = most;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    if (sorted == null && mayCall) {
      final List<Object[]> all = new ArrayList<>();
      while (all.size() < most && rows.hasNext()) {
        all.add(rows.next());
      }
      all.sort(comparator);
      sorted = RowIterator.of(all);
    }
    return sorted != null && sorted.hasNext() ? sorted.next() : null;
  }
}
