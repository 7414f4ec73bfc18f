package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.ColumnAccessor;
import io.github.bedrockjdbc.driver.value.OutputColumn;
import io.github.bedrockjdbc.driver.value.Rows;
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
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The result of a query. */
final class BedrockResultSet extends LabeledResultSet {
  private final WarningChain warnings;
  private final ColumnAccessor[] accessors;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param statement may be null
   * @param rows opened by {@link #execute()}, closed once
   * @param warnings what the execution has to say so far
   */
  BedrockResultSet(
      QueryStatement statement, List<OutputColumn> columns, Rows rows, WarningChain warnings)
      throws SQLException {
    super(statement, columns, rows);
    this.warnings = warnings;
    this.accessors = cursor().accessors(columns).toArray(new ColumnAccessor[0]);
  }

  /** Opens its rows, which may already send requests. */
  BedrockResultSet execute() throws SQLException {
    try {
      open();
    } catch (SQLException e) {
      release();
      throw e;
    }
    return this;
  }

  @Override
  public void close() {
    if (release() && statement() != null) {
      statement().onClosed(this);
    }
  }

  /** Closes it for another reason than that somebody asked for it: its statement stays open. */
  boolean release() {
    if (closed.getAndSet(true)) {
      return false;
    }
    cursor().close();
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.head();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  @Override
  public String getCursorName() throws SQLException {
    checkOpen();
    throw SqlErrors.of(SqlState.NOT_SUPPORTED, "there are no named cursors");
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return cursor().wasNull();
  }

  @Override
  ColumnAccessor column(int index) throws SQLException {
    checkOpen();
    if (index < 1 || index > accessors.length) {
      throw SqlErrors.noSuch("no column", index, accessors.length);
    }
    return accessors[index - 1];
  }

  @Override
  public String getString(int index) throws SQLException {
    return column(index).getString();
  }

  @Override
  public boolean getBoolean(int index) throws SQLException {
    return column(index).getBoolean();
  }

  @Override
  public byte getByte(int index) throws SQLException {
    return column(index).getByte();
  }

  @Override
  public short getShort(int index) throws SQLException {
    return column(index).getShort();
  }

  @Override
  public int getInt(int index) throws SQLException {
    return column(index).getInt();
  }

  @Override
  public long getLong(int index) throws SQLException {
    return column(index).getLong();
  }

  @Override
  public float getFloat(int index) throws SQLException {
    return column(index).getFloat();
  }

  @Override
  public double getDouble(int index) throws SQLException {
    return column(index).getDouble();
  }

  @Override
  @Deprecated
  public BigDecimal getBigDecimal(int index, int scale) throws SQLException {
    return column(index).getBigDecimal(scale);
  }

  @Override
  public byte[] getBytes(int index) throws SQLException {
    return column(index).getBytes();
  }

  @Override
  public Date getDate(int index) throws SQLException {
    return column(index).getDate(null);
  }

  @Override
  public Time getTime(int index) throws SQLException {
    return column(index).getTime(null);
  }

  @Override
  public Timestamp getTimestamp(int index) throws SQLException {
    return column(index).getTimestamp(null);
  }

  @Override
  public InputStream getAsciiStream(int index) throws SQLException {
    return column(index).getAsciiStream();
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(int index) throws SQLException {
    return column(index).getUnicodeStream();
  }

  @Override
  public InputStream getBinaryStream(int index) throws SQLException {
    return column(index).getBinaryStream();
  }

  @Override
  public Object getObject(int index) throws SQLException {
    return column(index).getObject();
  }

  @Override
  public Reader getCharacterStream(int index) throws SQLException {
    return column(index).getCharacterStream();
  }

  @Override
  public BigDecimal getBigDecimal(int index) throws SQLException {
    return column(index).getBigDecimal();
  }

  @Override
  public Object getObject(int index, Map<String, Class<?>> map) throws SQLException {
    return column(index).getObject(map);
  }

  @Override
  public Ref getRef(int index) throws SQLException {
    return column(index).getRef();
  }

  @Override
  public Blob getBlob(int index) throws SQLException {
    return column(index).getBlob();
  }

  @Override
  public Clob getClob(int index) throws SQLException {
    return column(index).getClob();
  }

  @Override
  public Array getArray(int index) throws SQLException {
    return column(index).getArray();
  }

  @Override
  public Date getDate(int index, Calendar calendar) throws SQLException {
    return column(index).getDate(calendar);
  }

  @Override
  public Time getTime(int index, Calendar calendar) throws SQLException {
    return column(index).getTime(calendar);
  }

  @Override
  public Timestamp getTimestamp(int index, Calendar calendar) throws SQLException {
    return column(index).getTimestamp(calendar);
  }

  @Override
  public URL getURL(int index) throws SQLException {
    return column(index).getURL();
  }

  @Override
  public NClob getNClob(int index) throws SQLException {
    return column(index).getNClob();
  }

  @Override
  public SQLXML getSQLXML(int index) throws SQLException {
    return column(index).getSQLXML();
  }

  @Override
  public String getNString(int index) throws SQLException {
    return column(index).getNString();
  }

  @Override
  public Reader getNCharacterStream(int index) throws SQLException {
    return column(index).getNCharacterStream();
  }

  @Override
  public <T> T getObject(int index, Class<T> type) throws SQLException {
    return column(index).getObject(type);
  }
}
