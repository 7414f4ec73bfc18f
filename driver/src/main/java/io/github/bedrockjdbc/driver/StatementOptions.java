package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.metadata.Quoted;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.calcite.avatica.AvaticaStatement;

/** What a statement keeps for its next results, whatever it runs. */
abstract class StatementOptions extends AvaticaStatement {
  private boolean isPoolable = this instanceof PreparedStatement; // as JDBC has it
  private boolean endsWithResults;
  private int maxFieldSize;
  private int fetchDirection = ResultSet.FETCH_FORWARD;

  StatementOptions(BedrockConnection connection, ResultOptions options) {
    super(connection, null, options.givenType(), ResultSet.CONCUR_READ_ONLY, options.holdability());
  }

  /** As {@link #isCloseOnCompletion}, also when the statement is closed. */
  final boolean endsWithResults() {
    return endsWithResults;
  }

  @Override
  protected final void checkOpen() throws SQLException {
    if (closed) {
      throw StatementRun.closed();
    }
  }

  /** Anything greater than or equal to zero; 0 for all rows. */
  @Override
  public final void setLargeMaxRows(long rows) throws SQLException {
    checkOpen();
    SqlErrors.checkNotNegative(rows, "A number of rows");
    super.setLargeMaxRows(rows);
  }

  @Override
  public final void setFetchSize(int rows) throws SQLException {
    super.setFetchSize(StatementRun.fetchSize(rows));
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

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return WrapperSupport.is(this, type);
  }

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    return WrapperSupport.unwrap(this, type);
  }
}
