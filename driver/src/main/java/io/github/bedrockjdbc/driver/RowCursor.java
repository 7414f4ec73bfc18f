package io.github.bedrockjdbc.driver;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Iterator;
import java.util.List;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.util.ArrayImpl;
import org.apache.calcite.avatica.util.Cursor;

/** Walks over rows once, holding one at a time. */
final class RowCursor implements Cursor {
  private final Rows rows;
  private Iterator<Object[]> iterator;
  private Object[] current;
  private boolean wasNull;
  private boolean closed;

  RowCursor(Rows rows) {
    this.rows = rows;
  }

  /** May already send requests, hence not done by the constructor. */
  void open() {
    iterator = rows.iterator();
  }

  List<ColumnAccessor> accessors(List<ColumnMetaData> columns) {
    final List<ColumnAccessor> accessors = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      accessors.add(ColumnAccessor.of(this, i, columns.get(i)));
    }
    return accessors;
  }

  @Override
  public List<Accessor> createAccessors(
      List<ColumnMetaData> columns, Calendar localCalendar, ArrayImpl.Factory factory) {
    return new ArrayList<>(accessors(columns));
  }

  @Override
  public boolean next() {
    current = null; // also when the iterator throws
    final boolean isThere = iterator.hasNext();
    if (isThere) {
      current = iterator.next();
    }
    return isThere;
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

  @Override
  public boolean wasNull() {
    return wasNull;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      rows.close();
    }
  }
}
