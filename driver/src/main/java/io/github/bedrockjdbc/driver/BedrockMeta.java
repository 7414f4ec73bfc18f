package io.github.bedrockjdbc.driver;

import java.util.List;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.remote.TypedValue;

/**
 * Avatica's way to a server. There is none: statements plan and run by themselves, so that only the
 * numbering of statements is left here.
 */
final class BedrockMeta extends MetaImpl {
  BedrockMeta(AvaticaConnection connection) {
    super(connection);
  }

  @Override
  public void closeStatement(StatementHandle handle) {}

  @Override
  public StatementHandle prepare(ConnectionHandle handle, String sql, long maxRowCount) {
    throw noServer();
  }

  @Override
  @Deprecated
  public ExecuteResult prepareAndExecute(
      StatementHandle handle, String sql, long maxRowCount, PrepareCallback callback) {
    throw noServer();
  }

  @Override
  public ExecuteResult prepareAndExecute(
      StatementHandle handle,
      String sql,
      long maxRowCount,
      int maxRowsInFirstFrame,
      PrepareCallback callback) {
    throw noServer();
  }

  @Override
  public ExecuteBatchResult prepareAndExecuteBatch(StatementHandle handle, List<String> commands) {
    throw noServer();
  }

  @Override
  public ExecuteBatchResult executeBatch(StatementHandle handle, List<List<TypedValue>> values) {
    throw noServer();
  }

  @Override
  public Frame fetch(StatementHandle handle, long offset, int fetchMaxRowCount) {
    throw noServer();
  }

  @Override
  @Deprecated
  public ExecuteResult execute(
      StatementHandle handle, List<TypedValue> parameterValues, long maxRowCount) {
    throw noServer();
  }

  @Override
  public ExecuteResult execute(
      StatementHandle handle, List<TypedValue> parameterValues, int maxRowsInFirstFrame) {
    throw noServer();
  }

  @Override
  public boolean syncResults(StatementHandle handle, QueryState state, long offset) {
    throw noServer();
  }

  @Override
  public void commit(ConnectionHandle handle) {
    throw noServer();
  }

  @Override
  public void rollback(ConnectionHandle handle) {
    throw noServer();
  }

  private static UnsupportedOperationException noServer() {
    return new UnsupportedOperationException("Statements run here, not on a server");
  }
}
