package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where a result stands among its rows. Reads no row before it is moved to or asked for. */
public final class RowCursor {
  private final Rows rows;
  private final boolean isScrollable;
  private final int mostBytes;
  private volatile CursorRows reached = CursorRows.NONE;
  private long position; // 0 before the first row; one more than there are rows after the last
  private Object[] current;
  private boolean wasNull;
  private boolean closed;

  /**
   * @param isScrollable whether rows that were read are kept, so that it can move back to them
   * @param mostBytes of a text, the rest of which is cut off; 0 for all
   */
  public RowCursor(Rows rows, boolean isScrollable, int mostBytes) {
    this.rows = rows;
    this.isScrollable = isScrollable;
    this.mostBytes = mostBytes;
  }

  /** May already send requests, hence not done by the constructor. */
  public void open() {
    reached = isScrollable ? new ScrollableRows(rows.iterator()) : new ForwardRows(rows.iterator());
  }

  public List<ColumnAccessor> accessors(List<OutputColumn> columns) {
    final List<ColumnAccessor> accessors = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      accessors.add(ColumnAccessor.of(this, i, columns.get(i)));
    }
    return accessors;
  }

  public boolean next() {
    return moveTo(position + 1);
  }

  /** As {@code ResultSet.relative}. */
  public boolean moveBy(int distance) {
    return distance == 0 ? isOnRow() : moveTo(Math.max(0, position + distance));
  }

  /** As {@code ResultSet.absolute}, for numbers of any size. */
  public boolean moveTo(long target) {
    current = null; // also when the rows throw
    final CursorRows all = reached; // another thread may close the result
    final long fromStart = target < 0 ? Math.max(0, last(all) + 1 + target) : target;
    if (fromStart == 0) {
      position = 0;
    } else if (all.has(fromStart)) {
      current = all.row(fromStart);
      position = fromStart;
    } else {
      position = all.count() + 1;
    }
    return current != null;
  }

  private static long last(CursorRows all) {
    all.has(Long.MAX_VALUE);
    return all.count();
  }

  private boolean isOnRow() {
    return current != null;
  }

  /** The current row's number, 0 if there is none. */
  public long row() {
    return isOnRow() ? position : 0;
  }

  /** Before rows, not before nothing: it may have to read the first one. */
  public boolean isBeforeFirst() {
    return position == 0 && reached.has(1);
  }

  /** It may have to read one row more. */
  public boolean isLast() {
    return isOnRow() && !reached.has(position + 1);
  }

  public boolean isAfterLast() {
    return !isOnRow() && position > 1;
  }

  public boolean hasReadAny() {
    return reached.count() > 0;
  }

  /** From now on there are no rows, of which none is kept either. */
  public void leave() {
    reached = CursorRows.NONE;
    position = 0;
    current = null;
  }

  /** The current row's value, whose absence {@link #wasNull()} then tells. */
  Object value(int ordinal) throws SQLException {
    if (current == null) {
      throw SqlErrors.of(
          SqlState.INVALID_CURSOR_STATE,
          "there is no current row: call next() first, and stop when it returns false");
    }
    final Object value = current[ordinal];
    wasNull = value == null;
    return value;
  }

  int mostBytes() {
    return mostBytes;
  }

  public boolean wasNull() {
    return wasNull;
  }

  public void close() {
    if (!closed) {
      closed = true;
      rows.close();
      reached = CursorRows.NONE; // closed statements still know their results
    }
  }
}
