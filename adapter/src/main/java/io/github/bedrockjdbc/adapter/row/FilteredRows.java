package io.github.bedrockjdbc.adapter.row;

import java.util.function.Predicate;

/** The rows that are wanted. */
public final class FilteredRows extends PulledRows {
  private final RowIterator rows;
  private final Predicate<Object[]> isWanted;

  public FilteredRows(RowIterator rows, Predicate<Object[]> isWanted) {
    this.rows = rows;
    this.isWanted = isWanted;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    while (has(rows, mayCall)) {
      final Object[] row = rows.next();
      if (isWanted.test(row)) {
        return row;
      }
    }
    return null;
  }
}
