package io.github.bedrockjdbc.adapter;

import java.util.function.Predicate;

/** The rows that are wanted. */
final class WantedRows extends PulledRows {
  private final RowSource rows;
  private final Predicate<Object[]> isWanted;

  WantedRows(RowSource rows, Predicate<Object[]> isWanted) {
    this.rows = rows;
    this.isWanted = isWanted;
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (has(rows, mayCall)) {
      final Object[] row = rows.next();
      if (isWanted.test(row)) {
        return row;
      }
    }
    return null;
  }
}
