package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.parameter.PlainValue;
import io.github.bedrockjdbc.driver.parameter.Streamed;
import io.github.bedrockjdbc.driver.parameter.TargetType;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.plan.SessionCommand;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Optional;

/**
 * A statement with parameters, whose values are converted to what the statement expects of each.
 */
final class BedrockPreparedStatement extends QueryStatement implements PreparedStatement {
  private final String sql;
  private final Plan plan;
  private final BoundValues values;

  BedrockPreparedStatement(
      BedrockConnection connection, String sql, Plan plan, ResultOptions options) {
    super(connection, options);
    this.sql = sql;
    this.plan = plan;
    this.values = new BoundValues(plan.parameters());
  }

  private void set(int index, Object value, Calendar calendar) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> PlainValue.of(value, calendar));
  }

  private SQLException noSuchType(int index, String type) throws SQLException {
    checkParameter(index);
    return SqlErrors.of(SqlState.NOT_SUPPORTED, "There are no values of the type " + type);
  }

  private void checkParameter(int index) throws SQLException {
    checkOpen();
    if (index < 1 || index > values.count()) {
      throw SqlErrors.of(
          SqlState.INVALID_INDEX, "No parameter " + index + ": there are " + values.count());
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    values.clear();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    checkOpen();
    if (!plan.isQuery()) {
      throw SessionCommand.givesNoRows();
    }
    return run().orElseThrow();
  }

  @Override
  public boolean execute() throws SQLException {
    return run().isPresent();
  }

  /**
   * Plans anew only if {@code setMaxRows} asks for fewer rows than the plan gives, or a value needs
   * another type than the plan has for it.
   */
  private Optional<ResultSet> run() throws SQLException {
    return run(
        cancellation ->
            values.run(declared -> owner().plan(sql, getLargeMaxRows(), declared, cancellation)));
  }

  @Override
  public int executeUpdate() throws SQLException {
    return Math.toIntExact(executeLargeUpdate());
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    checkOpen();
    if (!plan.isQuery()) {
      execute();
      return 0;
    }
    throw SqlErrors.of(SqlState.NOT_A_QUERY, "The statement is a query: use executeQuery");
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return plan.isQuery() ? new BedrockResultSetMetaData(plan.signature().columns) : null;
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return new BedrockParameterMetaData(plan.signature().parameters);
  }

  @Override
  Optional<ResultSet> run(String other) throws SQLException {
    throw sqlIsGiven();
  }

  @Override
  long update(String other) throws SQLException {
    throw sqlIsGiven();
  }

  private SQLException sqlIsGiven() throws SQLException {
    checkOpen();
    return SqlErrors.of(
        SqlState.WRONG_CALL,
        "A prepared statement has its text already: call the method without one, or use another"
            + " statement");
  }

  /** The text was read when the statement was prepared, hence without effect. */
  @Override
  public void setEscapeProcessing(boolean on) throws SQLException {
    checkOpen();
  }

  @Override
  public void addBatch() throws SQLException {
    throw noBatches();
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
    throw noSuchType(index, "DATALINK");
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
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value) throws SQLException {
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
  }

  @Override
  public void setCharacterStream(int index, Reader value) throws SQLException {
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
  }

  @Override
  public void setNCharacterStream(int index, Reader value) throws SQLException {
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
  }

  @Override
  public void setClob(int index, Reader value) throws SQLException {
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
  }

  @Override
  public void setNClob(int index, Reader value) throws SQLException {
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
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
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setCharacterStream(int index, Reader value, int length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setCharacterStream(int index, Reader value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setClob(int index, Reader value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setNClob(int index, Reader value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    throw noSuchType(index, "REF");
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setArray(int index, Array value) throws SQLException {
    if (value != null) {
      throw noSuchType(index, "ARRAY");
    }
    set(index, null, null);
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    throw noSuchType(index, "ROWID");
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    if (value != null) {
      throw noSuchType(index, "SQLXML");
    }
    set(index, null, null);
  }

  @Override
  public void setBlob(int index, InputStream value) throws SQLException {
    set(index, new Streamed(value, Streamed.TO_THE_END), null);
  }

  @Override
  public void setBlob(int index, InputStream value, long length) throws SQLException {
    set(index, new Streamed(value, length), null);
  }

  @Override
  public void setNull(int index, int sqlType) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(sqlType, null).convert(null));
  }

  @Override
  public void setNull(int index, int sqlType, String typeName) throws SQLException {
    setNull(index, sqlType);
  }

  @Override
  public void setObject(int index, Object value) throws SQLException {
    set(index, value, null);
  }

  @Override
  public void setObject(int index, Object value, int targetSqlType) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value));
  }

  @Override
  public void setObject(int index, Object value, int targetSqlType, int scaleOrLength)
      throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value, scaleOrLength));
  }

  @Override
  public void setObject(int index, Object value, SQLType targetSqlType) throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value));
  }

  @Override
  public void setObject(int index, Object value, SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    checkParameter(index);
    values.set(index - 1, () -> TargetType.of(targetSqlType, value).convert(value, scaleOrLength));
  }
}
