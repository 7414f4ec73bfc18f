package io.github.bedrockjdbc.adapter.row;

/** Some rows left out first, and no more than wanted after these. */
public final class LimitedRows extends PulledRows {
  private final RowIterator rows;
  private long toSkip;
  private long toGive;

  public LimitedRows(RowIterator rows, long offset, long fetch) {
    this.rows = rows;
    this.toSkip = offset;
    this.toGive = fetch;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
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
