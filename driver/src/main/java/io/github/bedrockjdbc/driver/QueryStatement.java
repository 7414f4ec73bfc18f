package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.plan.SessionCommand;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;

/** What statements with and without parameters have in common: how they run, and their results. */
abstract class QueryStatement extends KeylessStatement {
  private final BedrockConnection owner;
  private final StatementRun run;
  private final OpenResults results = new OpenResults();
  private volatile BedrockResultSet current;
  private volatile long updateCount = -1;
  private volatile boolean closed;

  QueryStatement(BedrockConnection connection, ResultOptions options) {
    super(options);
    this.owner = connection;
    this.run = new StatementRun(connection);
    options.changes().forEach(run::warnOfChangedOption);
    connection.opened(this);
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
      bound.plan().change().ifPresent(owner()::change);
      updateCount = 0;
      return Optional.empty();
    }
    return Optional.of(opened(run.begin(this, bound.plan(), bound.parameters(), cancellation)));
  }

  /** Becomes the current result before it asks for anything, so that closing ends that. */
  final BedrockResultSet opened(BedrockResultSet result) throws SQLException {
    current = result;
    results.addQuery(result);
    try {
      return result.execute();
    } catch (SQLException e) {
      results.remove(result);
      current = null;
      throw e;
    }
  }

  private synchronized void closeResults() {
    current = null;
    updateCount = -1;
    results.closeAll();
  }

  /** Somebody closed a result of this statement. */
  final void onClosed(BedrockResultSet result) {
    if (results.remove(result) && endsWithResults()) {
      end();
    }
  }

  private void end() {
    run.end();
    closeResults();
    closed = true;
    owner.closed(this);
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
  public final void cancel() throws SQLException {
    checkOpen();
    run.cancel();
  }

  /** From any thread; ends what is under way, be it planned or run. */
  @Override
  public final void close() {
    end();
  }

  @Override
  public final boolean isClosed() {
    return closed;
  }

  @Override
  public final ResultSet getResultSet() throws SQLException {
    checkOpen();
    return current;
  }

  @Override
  public final int getUpdateCount() throws SQLException {
    return Math.toIntExact(getLargeUpdateCount());
  }

  @Override
  public final long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return updateCount;
  }

  @Override
  public final int executeUpdate(String sql) throws SQLException {
    return Math.toIntExact(executeLargeUpdate(sql));
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
  public final Connection getConnection() throws SQLException {
    checkOpen();
    return owner;
  }

  @Override
  public final boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  /**
   * There is one result for each execution, hence none after it.
   *
   * @param fate whether that is closed now, or stays open until the next execution
   */
  @Override
  public final boolean getMoreResults(int fate) throws SQLException {
    checkOpen();
    ResultOptions.checkCurrentResult(fate);
    final BedrockResultSet left = current;
    if (fate == CLOSE_ALL_RESULTS) {
      closeResults();
    } else if (fate == CLOSE_CURRENT_RESULT && left != null) {
      results.remove(left);
      left.release();
    }
    current = null;
    updateCount = -1;
    return false;
  }

  @Override
  public final ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    final BedrockResultSet none = shown(List.of(), List.of());
    results.addKeys(none);
    return none.execute();
  }

  /** A result whose rows are at hand, to be executed. */
  final BedrockResultSet shown(List<OutputColumn> columns, List<Object[]> rows)
      throws SQLException {
    return new BedrockResultSet(this, columns, Rows.of(rows), new WarningChain(List::of));
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
    return SqlErrors.of(SqlState.NOT_SUPPORTED, "Batches are not supported: tables are read-only");
  }
}
