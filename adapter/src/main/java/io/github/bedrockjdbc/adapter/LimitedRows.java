package io.github.bedrockjdbc.adapter;

/** Some rows left out first, and no more than wanted after these. */
final class LimitedRows extends PulledRows {
  private final RowSource rows;
  private long toSkip;
  private long toGive;

  LimitedRows(RowSource rows, long offset, long fetch) {
    this.rows = rows;
    this.toSkip = offset;
    this.toGive = fetch;
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (toGive > 0 && has(rows, mayCall)) {
      final Object[] row = rows.next();
      if (toSkip > 0) {
        toSkip--;
      } else {
        toGive--;
        return row;
      }
    }
    return null;
  }
}
