package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.AvaticaPreparedStatement;

/**
 * A statement with parameters, whose values are converted to what the statement expects of each.
 */
final class BedrockPreparedStatement extends AvaticaPreparedStatement {
  private final BedrockConnection owner;
  private final String sql;
  private final Plan plan;
  private final BoundValues values;
  private final StatementRun run;

  BedrockPreparedStatement(BedrockConnection connection, String sql, Plan plan, int holdability)
      throws SQLException {
    super(
        connection,
        null,
        plan.signature(),
        ResultSet.TYPE_FORWARD_ONLY,
        ResultSet.CONCUR_READ_ONLY,
        holdability);
    this.owner = connection;
    this.sql = sql;
    this.plan = plan;
    this.values = new BoundValues(plan.parameters());
    this.run = new StatementRun(connection);
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

  private void set(int index, Object value, Calendar calendar) throws SQLException {
    checkOpen();
    getParameter(index); // which checks that there is one
    values.set(index - 1, value, calendar);
  }

  @Override
  protected AvaticaParameter getParameter(int index) throws SQLException {
    if (index < 1 || index > values.count()) {
      throw SqlErrors.of(
          SqlState.INVALID_INDEX, "No parameter " + index + ": there are " + values.count());
    }
    return plan.signature().parameters.get(index - 1);
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    values.clear();
  }

  /**
   * Plans anew only if {@code setMaxRows} asks for fewer rows than the plan gives, or a value needs
   * another type than the plan has for it.
   */
  @Override
  public ResultSet executeQuery() throws SQLException {
    checkOpen();
    if (!plan.isQuery()) {
      throw SessionCommand.givesNoRows();
    }
    closeResult();
    final Cancellation cancellation = run.start();
    final BoundValues.Run bound =
        values.run(declared -> owner.plan(sql, getLargeMaxRows(), declared, cancellation));
    final BedrockResultSet result = run.begin(this, bound.plan(), bound.parameters(), cancellation);
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
  public boolean execute() throws SQLException {
    if (plan.isQuery()) {
      executeQuery();
    } else {
      executeLargeUpdate();
    }
    return plan.isQuery();
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    checkOpen();
    if (!plan.isQuery()) {
      closeResult();
      updateCount = 0;
      return 0;
    }
    throw SqlErrors.of(SqlState.NOT_A_QUERY, "The statement is a query: use executeQuery");
  }

  /** From any thread; does nothing to an idle statement, and the next execution is a new one. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // must not wait for what it cancels
  public void cancel() throws SQLException {
    checkOpen();
    run.cancel();
  }

  /** From any thread; ends what is under way, be it planned or run. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // must not wait for what it ends
  public void close() throws SQLException {
    run.end();
    super.close();
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
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return plan.isQuery() ? new BedrockResultSetMetaData(plan.signature().columns) : null;
  }

  @Override
  public AvaticaConnection getConnection() throws SQLException {
    checkOpen();
    return owner;
  }

  @Override
  public ResultSet executeQuery(String other) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public boolean execute(String other) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public boolean execute(String other, int autoGeneratedKeys) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public boolean execute(String other, int[] columnIndexes) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public boolean execute(String other, String[] columnNames) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public int executeUpdate(String other, int autoGeneratedKeys) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public int executeUpdate(String other, int[] columnIndexes) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public int executeUpdate(String other, String[] columnNames) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public long executeLargeUpdate(String other) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public long executeLargeUpdate(String other, int autoGeneratedKeys) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public long executeLargeUpdate(String other, int[] columnIndexes) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  public long executeLargeUpdate(String other, String[] columnNames) throws SQLException {
    throw sqlIsGiven();
  }

  private SQLException sqlIsGiven() throws SQLException {
    checkOpen();
    return SqlErrors.of(SqlState.GENERAL_ERROR, "A prepared statement has its text already");
  }

  @Override
  public void addBatch() throws SQLException {
    throw notSupported();
  }

  /** Anything greater than or equal to zero; 0 for all rows. */
  @Override
  public void setLargeMaxRows(long rows) throws SQLException {
    checkOpen();
    run.checkNotNegative(rows, "number of rows");
    super.setLargeMaxRows(rows);
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    super.setFetchSize(StatementRun.fetchSize(rows));
  }

  /** Accepted, without effect: texts are never cut. */
  @Override
  public void setMaxFieldSize(int size) throws SQLException {
    checkOpen();
    run.checkNotNegative(size, "size");
  }

  /** Accepted, without effect: escapes are part of the dialect. */
  @Override
  public void setEscapeProcessing(boolean on) throws SQLException {
    checkOpen();
  }

  /** Accepted, without effect. */
  @Override
  public void setCursorName(String name) throws SQLException {
    checkOpen();
  }

  /** Accepted, without effect. */
  @Override
  public void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
  }

  /** There is one result for each execution, hence none after it. */
  @Override
  public boolean getMoreResults(int current) throws SQLException {
    checkOpen();
    if (current != KEEP_CURRENT_RESULT) {
      closeResult();
    }
    return false;
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    return owner.rows(List.of(), List.of());
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw notSupported();
  }

  @Override
  public int[] executeBatch() throws SQLException {
    throw notSupported();
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    throw notSupported();
  }

  private SQLException notSupported() throws SQLException {
    checkOpen();
    return SqlErrors.of(SqlState.NOT_SUPPORTED, "There are no batches: nothing can be written");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return Wrapped.is(this, type);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapped.unwrap(this, type);
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBigDecimal(int index, BigDecimal value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setString(int index, String value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBytes(int index, byte[] value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNString(int index, String value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setURL(int index, URL value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setClob(int index, Clob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNClob(int index, NClob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setAsciiStream(int index, InputStream value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setCharacterStream(int index, Reader value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNCharacterStream(int index, Reader value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setClob(int index, Reader value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNClob(int index, Reader value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setDate(int index, Date value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setTime(int index, Time value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setTimestamp(int index, Timestamp value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setDate(int index, Date value, Calendar calendar) throws SQLException {
    set(index, value, calendar);
  }

  @Override
  public void setTime(int index, Time value, Calendar calendar) throws SQLException {
    set(index, value, calendar);
  }

  @Override
  public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
    set(index, value, calendar);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setCharacterStream(int index, Reader value, int length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setCharacterStream(int index, Reader value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setClob(int index, Reader value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNClob(int index, Reader value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setArray(int index, Array value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBlob(int index, InputStream value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setBlob(int index, InputStream value, long length) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setNull(int index, int sqlType) throws SQLException {
    set(index, null, null);
  }

  @Override
  public void setNull(int index, int sqlType, String typeName) throws SQLException {
    set(index, null, null);
  }

  @Override
  public void setObject(int index, Object value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setObject(int index, Object value, int targetSqlType) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setObject(int index, Object value, int targetSqlType, int scaleOrLength)
      throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setObject(int index, Object value, SQLType targetSqlType) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setObject(int index, Object value, SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    set(index, value, null);
  }
}
