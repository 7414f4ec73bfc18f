package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.RowCursor;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A result set that moves among its rows: forward only, or anywhere.
 *
 * <p>Every failure is an {@link SQLException} with a state. A result that failed stays failed: no
 * later move makes it look complete.
 */
abstract class PositionedResultSet extends ReadOnlyResultSet {
  private final RowCursor cursor;
  private final QueryStatement statement;
  private final int type;
  private int direction = FETCH_FORWARD;
  private int fetchSize = StatementRun.FETCH_SIZE;
  private SQLException failure;

  /**
   * @param statement says whether it is scrollable; null for one that is not
   */
  PositionedResultSet(QueryStatement statement, Rows rows) throws SQLException {
    this.statement = statement;
    if (statement == null) {
      this.type = TYPE_FORWARD_ONLY;
      this.cursor = new RowCursor(rows, false, 0);
    } else {
      this.type = statement.getResultSetType();
      this.cursor = new RowCursor(rows, isScrollable(), statement.getMaxFieldSize());
      this.fetchSize = statement.getFetchSize();
      if (isScrollable()) {
        this.direction = statement.getFetchDirection();
      }
    }
  }

  private boolean isScrollable() {
    return type != TYPE_FORWARD_ONLY;
  }

  /** May be null. */
  final QueryStatement statement() {
    return statement;
  }

  final RowCursor cursor() {
    return cursor;
  }

  /** Something that may read rows. */
  @FunctionalInterface
  private interface Reading {
    boolean done();
  }

  final void open() throws SQLException {
    try {
      cursor.open();
    } catch (Throwable e) { // generated code also throws Errors
      throw told(e);
    }
  }

  private boolean read(Reading reading) throws SQLException {
    checkOpen();
    if (failure != null) {
      throw failure;
    }
    try {
      return reading.done();
    } catch (Throwable e) {
      failure = told(e);
      cursor.leave();
      throw failure;
    }
  }

  /** JDBC closes a connection of which something waited longer than its network timeout. */
  private SQLException told(Throwable e) throws SQLException {
    final SQLException told =
        cursor.hasReadAny() ? SqlErrors.duringResult(e) : SqlErrors.translate(e);
    if (SqlState.NETWORK_TIMEOUT.code().equals(told.getSQLState())) {
      statement.owner().close();
    }
    return told;
  }

  private boolean scroll(Reading move) throws SQLException {
    checkScrollable();
    return read(move);
  }

  private void checkScrollable() throws SQLException {
    checkOpen();
    if (!isScrollable()) {
      throw SqlErrors.of(
          SqlState.INVALID_CURSOR_STATE,
          "the result set is forward-only: call next(), or create the statement with"
              + " TYPE_SCROLL_INSENSITIVE");
    }
  }

  @Override
  public final boolean next() throws SQLException {
    return read(cursor::next);
  }

  @Override
  public final boolean previous() throws SQLException {
    return scroll(() -> cursor.moveBy(-1));
  }

  @Override
  public final boolean first() throws SQLException {
    return scroll(() -> cursor.moveTo(1));
  }

  @Override
  public final boolean last() throws SQLException {
    return scroll(() -> cursor.moveTo(-1));
  }

  @Override
  public final boolean absolute(int row) throws SQLException {
    return scroll(() -> cursor.moveTo(row));
  }

  @Override
  public final boolean relative(int rows) throws SQLException {
    return scroll(() -> cursor.moveBy(rows));
  }

  @Override
  public final void beforeFirst() throws SQLException {
    scroll(() -> cursor.moveTo(0));
  }

  @Override
  public final void afterLast() throws SQLException {
    scroll(() -> cursor.moveTo(Long.MAX_VALUE));
  }

  @Override
  public final int getRow() throws SQLException {
    checkOpen();
    return (int) Math.min(Integer.MAX_VALUE, cursor.row());
  }

  @Override
  public final boolean isBeforeFirst() throws SQLException {
    return read(cursor::isBeforeFirst);
  }

  @Override
  public final boolean isFirst() throws SQLException {
    checkOpen();
    return cursor.row() == 1;
  }

  @Override
  public final boolean isLast() throws SQLException {
    return read(cursor::isLast);
  }

  @Override
  public final boolean isAfterLast() throws SQLException {
    checkOpen();
    return cursor.isAfterLast();
  }

  @Override
  public final int getType() throws SQLException {
    checkOpen();
    return type;
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    checkOpen();
    return direction;
  }

  @Override
  public final void setFetchDirection(int newDirection) throws SQLException {
    checkOpen();
    ResultOptions.checkDirection(newDirection);
    if (newDirection != FETCH_FORWARD && !isScrollable()) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT, "A forward-only result set supports FETCH_FORWARD only");
    }
    direction = newDirection;
  }

  @Override
  public final Statement getStatement() throws SQLException {
    checkOpen();
    return statement;
  }

  @Override
  public final int getHoldability() throws SQLException {
    checkOpen();
    return statement == null ? HOLD_CURSORS_OVER_COMMIT : statement.getResultSetHoldability();
  }

  @Override
  public final void setFetchSize(int size) throws SQLException {
    checkOpen();
    fetchSize = StatementRun.fetchSize(size);
  }

  @Override
  public final int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  @Override
  public final void refreshRow() throws SQLException {
    checkScrollable();
    throw SqlErrors.of(SqlState.NOT_SUPPORTED, "Rows cannot be refreshed: run the query again");
  }
}
