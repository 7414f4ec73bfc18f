package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.metadata.Quoted;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a statement keeps for its next results, whatever it runs. */
abstract class StatementOptions implements Statement, WrapperSupport {
  private boolean isPoolable = this instanceof PreparedStatement; // as JDBC has it
  private boolean endsWithResults;
  private final ResultOptions options;
  private long maxRows;
  private int fetchSize = StatementRun.FETCH_SIZE;
  private int maxFieldSize;
  private int fetchDirection = ResultSet.FETCH_FORWARD;

  StatementOptions(ResultOptions options) {
    this.options = options;
  }

  final void checkOpen() throws SQLException {
    if (isClosed()) {
      throw StatementRun.closed();
    }
  }

  @Override
  public final int getResultSetType() throws SQLException {
    checkOpen();
    return options.givenType();
  }

  @Override
  public final int getResultSetConcurrency() throws SQLException {
    checkOpen();
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public final int getResultSetHoldability() throws SQLException {
    checkOpen();
    return options.holdability();
  }

  /** As {@link #isCloseOnCompletion}, also when the statement is closed. */
  final boolean endsWithResults() {
    return endsWithResults;
  }

  /** Anything greater than or equal to zero; 0 for all rows. */
  @Override
  public final void setLargeMaxRows(long rows) throws SQLException {
    checkOpen();
    SqlErrors.checkNotNegative(rows, "A number of rows");
    maxRows = rows;
  }

  @Override
  public final long getLargeMaxRows() throws SQLException {
    checkOpen();
    return maxRows;
  }

  @Override
  public final void setMaxRows(int rows) throws SQLException {
    setLargeMaxRows(rows);
  }

  @Override
  public final int getMaxRows() throws SQLException {
    return (int) Math.min(Integer.MAX_VALUE, getLargeMaxRows());
  }

  @Override
  public final void setFetchSize(int rows) throws SQLException {
    checkOpen();
    fetchSize = StatementRun.fetchSize(rows);
  }

  @Override
  public final int getFetchSize() throws SQLException {
    checkOpen();
    return fetchSize;
  }

  @Override
  public final int getFetchDirection() throws SQLException {
    checkOpen();
    return fetchDirection;
  }

  /** A hint for scrollable results, which keep it and change nothing. */
  @Override
  public final void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    ResultOptions.checkDirection(direction);
    fetchDirection = direction;
  }

  @Override
  public final int getMaxFieldSize() throws SQLException {
    checkOpen();
    return maxFieldSize;
  }

  /** Bytes of a text that the next results give, in UTF-8; 0 for all. */
  @Override
  public final void setMaxFieldSize(int size) throws SQLException {
    checkOpen();
    SqlErrors.checkNotNegative(size, "A size");
    maxFieldSize = size;
  }

  /** Accepted, without effect. */
  @Override
  public final void setCursorName(String name) throws SQLException {
    checkOpen();
  }

  @Override
  public final boolean isPoolable() throws SQLException {
    checkOpen();
    return isPoolable;
  }

  @Override
  public final void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
    isPoolable = poolable;
  }

  @Override
  public final void closeOnCompletion() throws SQLException {
    checkOpen();
    endsWithResults = true;
  }

  @Override
  public final boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return endsWithResults;
  }

  @Override
  public final String enquoteIdentifier(String name, boolean alwaysQuote) throws SQLException {
    return Quoted.identifier(name, alwaysQuote);
  }

  @Override
  public final boolean isSimpleIdentifier(String name) {
    return Quoted.isSimple(name);
  }
}
