package io.github.bedrockjdbc.driver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;

/** A statement without parameters. */
final class BedrockStatement extends AvaticaStatement {
  private final BedrockConnection owner;
  private final StatementRun run;

  BedrockStatement(BedrockConnection connection, Meta.StatementHandle handle, int holdability) {
    super(connection, handle, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
    this.owner = connection;
    this.run = new StatementRun(connection.database());
  }

  StatementRun run() {
    return run;
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.of(SqlState.CLOSED, "The statement is closed");
    }
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    checkOpen();
    closeResult();
    final Plan plan = owner.plan(sql, getLargeMaxRows());
    final BedrockResultSet result = run.begin(this, plan, List.of());
    openResultSet = result;
    return result.execute();
  }

  private synchronized void closeResult() {
    if (openResultSet != null) {
      openResultSet.close();
      openResultSet = null;
    }
    updateCount = -1;
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    executeQuery(sql);
    return true;
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    checkOpen();
    Sql.parse(sql); // a write is refused as such
    throw SqlErrors.of(SqlState.NOT_A_QUERY, "The statement is a query: use executeQuery");
  }

  /** From any thread; does nothing to an idle statement, and the next execution is a new one. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // must not wait for what it cancels
  public void cancel() throws SQLException {
    checkOpen();
    run.cancel();
  }

  @Override
  public int getQueryTimeout() throws SQLException {
    checkOpen();
    return run.timeoutSeconds();
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    run.limitTime(seconds);
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return run.warnings().head();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    run.warnings().clear();
  }

  @Override
  public AvaticaConnection getConnection() throws SQLException {
    checkOpen();
    return owner;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapped.unwrap(this, type);
  }
}
