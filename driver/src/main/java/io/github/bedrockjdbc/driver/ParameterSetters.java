package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.parameter.Streamed;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/**
 * The setters of {@link PreparedStatement} that name no type of their own: each gives its value to
 * {@link #set}, and those of types that have no values refuse.
 */
abstract class ParameterSetters extends QueryStatement implements PreparedStatement {
  ParameterSetters(BedrockConnection connection, ResultOptions options) {
    super(connection, options);
  }

  /**
   * @param calendar of the zone that the value is meant in; null for the JVM's
   */
  abstract void set(int index, Object value, Calendar calendar) throws SQLException;

  abstract void checkParameter(int index) throws SQLException;

  private SQLException noSuchType(int index, String type) throws SQLException {
    checkParameter(index);
    return SqlErrors.noSuchType(type);
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
  public void setNull(int index, int sqlType, String typeName) throws SQLException {
    setNull(index, sqlType);
  }

  @Override
  public void setObject(int index, Object value) throws SQLException {
    set(index, value, null);
  }
}
