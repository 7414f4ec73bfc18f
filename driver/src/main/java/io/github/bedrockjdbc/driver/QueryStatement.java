package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.error.WrapperSupport;
import io.github.bedrockjdbc.driver.metadata.Quoted;
import io.github.bedrockjdbc.driver.plan.ResultSignatures;
import io.github.bedrockjdbc.driver.plan.SessionCommand;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;

/** What statements with and without parameters have in common. */
abstract class QueryStatement extends AvaticaStatement {
  private final BedrockConnection owner;
  private final StatementRun run;
  private final OpenResults results = new OpenResults();
  private boolean isPoolable = this instanceof PreparedStatement; // as JDBC has it
  private boolean endsWithResults;
  private int maxFieldSize;
  private int fetchDirection = ResultSet.FETCH_FORWARD;

  QueryStatement(BedrockConnection connection, ResultOptions options) {
    super(connection, null, options.givenType(), ResultSet.CONCUR_READ_ONLY, options.holdability());
    this.owner = connection;
    this.run = new StatementRun(connection);
    this.updateCount = -1;
    options.changes().forEach(run::warnOfChangedOption);
  }

  final BedrockConnection owner() {
    return owner;
  }

  /** Plans what is to be run. */
  @FunctionalInterface
  interface Preparation {
    BoundValues.Run prepared(Cancellation cancellation) throws SQLException;
  }

  /** Runs a text; empty if it gives no rows. A statement that has its own text refuses. */
  abstract Optional<ResultSet> run(String sql) throws SQLException;

  /** Runs a text that gives no rows. */
  abstract long update(String sql) throws SQLException;

  /** Closes what there is of earlier runs, and runs; empty if that gives no rows. */
  final Optional<ResultSet> run(Preparation preparation) throws SQLException {
    checkOpen();
    closeResults();
    final Cancellation cancellation = run.start();
    final BoundValues.Run bound = preparation.prepared(cancellation);
    if (!bound.plan().isQuery()) {
      updateCount = 0;
      return Optional.empty();
    }
    return Optional.of(opened(run.begin(this, bound.plan(), bound.parameters(), cancellation)));
  }

  /** Becomes the current result before it asks for anything, so that closing ends that. */
  final BedrockResultSet opened(BedrockResultSet result) throws SQLException {
    openResultSet = result;
    results.addQuery(result);
    try {
      return result.execute();
    } catch (SQLException e) {
      results.remove(result);
      openResultSet = null;
      throw e;
    }
  }

  private synchronized void closeResults() {
    openResultSet = null;
    updateCount = -1;
    results.closeAll();
  }

  /** Somebody closed a result of this statement. */
  final void onClosed(BedrockResultSet result) {
    if (results.remove(result) && endsWithResults) {
      end();
    }
  }

  private void end() {
    run.end();
    closeResults();
    close_();
  }

  @Override
  protected final void checkOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.of(SqlState.CLOSED, "The statement is closed");
    }
  }

  @Override
  public final ResultSet executeQuery(String sql) throws SQLException {
    final Optional<ResultSet> rows = run(sql);
    if (rows.isEmpty()) {
      updateCount = -1;
      throw SessionCommand.givesNoRows();
    }
    return rows.get();
  }

  @Override
  public final boolean execute(String sql) throws SQLException {
    return run(sql).isPresent();
  }

  @Override
  public final long executeLargeUpdate(String sql) throws SQLException {
    return update(sql);
  }

  /** From any thread; does nothing to an idle statement, and the next execution is a new one. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // must not wait for what it cancels
  public final void cancel() throws SQLException {
    checkOpen();
    run.cancel();
  }

  /** From any thread; ends what is under way, be it planned or run. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // must not wait for what it ends
  public final void close() {
    end();
  }

  @Override
  public final int getQueryTimeout() throws SQLException {
    checkOpen();
    return run.timeoutSeconds();
  }

  @Override
  public final void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    run.limitTime(seconds);
  }

  @Override
  public final SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return run.warnings().head();
  }

  @Override
  public final void clearWarnings() throws SQLException {
    checkOpen();
    run.warnings().clear();
  }

  @Override
  public final AvaticaConnection getConnection() throws SQLException {
    checkOpen();
    return owner;
  }

  @Override
  public final boolean execute(String sql, int autoGeneratedKeys) throws SQLException {
    checkOpen();
    ResultOptions.checkKeys(autoGeneratedKeys);
    return execute(sql);
  }

  @Override
  public final boolean execute(String sql, int[] columnIndexes) throws SQLException {
    return execute(sql);
  }

  @Override
  public final boolean execute(String sql, String[] columnNames) throws SQLException {
    return execute(sql);
  }

  @Override
  public final int executeUpdate(String sql, int autoGeneratedKeys) throws SQLException {
    checkOpen();
    ResultOptions.checkKeys(autoGeneratedKeys);
    return executeUpdate(sql);
  }

  @Override
  public final int executeUpdate(String sql, int[] columnIndexes) throws SQLException {
    return executeUpdate(sql);
  }

  @Override
  public final int executeUpdate(String sql, String[] columnNames) throws SQLException {
    return executeUpdate(sql);
  }

  @Override
  public final long executeLargeUpdate(String sql, int autoGeneratedKeys) throws SQLException {
    checkOpen();
    ResultOptions.checkKeys(autoGeneratedKeys);
    return executeLargeUpdate(sql);
  }

  @Override
  public final long executeLargeUpdate(String sql, int[] columnIndexes) throws SQLException {
    return executeLargeUpdate(sql);
  }

  @Override
  public final long executeLargeUpdate(String sql, String[] columnNames) throws SQLException {
    return executeLargeUpdate(sql);
  }

  /** Anything greater than or equal to zero; 0 for all rows. */
  @Override
  public final void setLargeMaxRows(long rows) throws SQLException {
    checkOpen();
    run.checkNotNegative(rows, "number of rows");
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
    run.checkNotNegative(size, "size");
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

  /**
   * There is one result for each execution, hence none after it.
   *
   * @param current whether that is closed now, or stays open until the next execution
   */
  @Override
  public final boolean getMoreResults(int current) throws SQLException {
    checkOpen();
    ResultOptions.checkCurrentResult(current);
    final AvaticaResultSet left = openResultSet;
    if (current == CLOSE_ALL_RESULTS) {
      closeResults();
    } else if (current == CLOSE_CURRENT_RESULT && left instanceof BedrockResultSet result) {
      results.remove(result);
      result.release();
    }
    openResultSet = null;
    updateCount = -1;
    return false;
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
  public final ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    final BedrockResultSet none = shown(List.of(), List.of());
    results.addKeys(none);
    return none.execute();
  }

  /** A result whose rows are at hand, to be executed. */
  final BedrockResultSet shown(List<ColumnMetaData> columns, List<Object[]> rows)
      throws SQLException {
    return new BedrockResultSet(
        this,
        ResultSignatures.of("", columns, List.of()),
        Rows.of(rows),
        new WarningChain(List::of));
  }

  @Override
  public final void addBatch(String sql) throws SQLException {
    throw noBatches();
  }

  /** There is none to clear, which is what is wanted. */
  @Override
  public final void clearBatch() throws SQLException {
    checkOpen();
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    throw noBatches();
  }

  @Override
  public final long[] executeLargeBatch() throws SQLException {
    throw noBatches();
  }

  final SQLException noBatches() throws SQLException {
    checkOpen();
    return SqlErrors.of(SqlState.NOT_SUPPORTED, "There are no batches: nothing can be written");
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
