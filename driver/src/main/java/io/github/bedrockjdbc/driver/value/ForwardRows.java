package io.github.bedrockjdbc.driver.value;

import java.util.Iterator;

/** Rows that are read once, each after the one before it, and not kept. */
final class ForwardRows implements CursorRows {
  private final Iterator<Object[]> rows;
  private long count;
  private boolean atEnd;

  ForwardRows(Iterator<Object[]> rows) {
    this.rows = rows;
  }

  /** Only asked for the row that comes next. */
  @Override
  public boolean has(long number) {
    if (!atEnd) {
      atEnd = !rows.hasNext();
    }
    return !atEnd;
  }

  @Override
  public Object[] row(long number) {
    final Object[] row = rows.next();
    count++;
    return row;
  }

  @Override
  public long count() {
    return count;
  }
}
