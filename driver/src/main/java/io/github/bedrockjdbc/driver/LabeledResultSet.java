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
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.List;
import java.util.Map;

/** A result set whose columns are also found by their labels. */
abstract class LabeledResultSet extends PositionedResultSet {
  private final List<OutputColumn> columns;
  private ColumnLabels labels;

  /**
   * @param statement may be null
   */
  LabeledResultSet(QueryStatement statement, List<OutputColumn> columns, Rows rows)
      throws SQLException {
    super(statement, rows);
    this.columns = columns;
  }

  /**
   * @param index from 1
   */
  abstract ColumnAccessor column(int index) throws SQLException;

  @Override
  public int findColumn(String label) throws SQLException {
    checkOpen();
    if (labels == null) {
      labels = new ColumnLabels(columns);
    }
    return labels.indexOf(label);
  }

  @Override
  public final ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return new BedrockResultSetMetaData(columns);
  }

  private ColumnAccessor column(String label) throws SQLException {
    return column(findColumn(label));
  }

  @Override
  public RowId getRowId(int index) throws SQLException {
    checkOpen();
    throw SqlErrors.of(SqlState.NOT_SUPPORTED, "rows have no ROWID");
  }

  @Override
  public RowId getRowId(String label) throws SQLException {
    return getRowId(findColumn(label));
  }

  @Override
  public String getString(String label) throws SQLException {
    return column(label).getString();
  }

  @Override
  public boolean getBoolean(String label) throws SQLException {
    return column(label).getBoolean();
  }

  @Override
  public byte getByte(String label) throws SQLException {
    return column(label).getByte();
  }

  @Override
  public short getShort(String label) throws SQLException {
    return column(label).getShort();
  }

  @Override
  public int getInt(String label) throws SQLException {
    return column(label).getInt();
  }

  @Override
  public long getLong(String label) throws SQLException {
    return column(label).getLong();
  }

  @Override
  public float getFloat(String label) throws SQLException {
    return column(label).getFloat();
  }

  @Override
  public double getDouble(String label) throws SQLException {
    return column(label).getDouble();
  }

  @Override
  @Deprecated
  public BigDecimal getBigDecimal(String label, int scale) throws SQLException {
    return column(label).getBigDecimal(scale);
  }

  @Override
  public byte[] getBytes(String label) throws SQLException {
    return column(label).getBytes();
  }

  @Override
  public Date getDate(String label) throws SQLException {
    return column(label).getDate(null);
  }

  @Override
  public Time getTime(String label) throws SQLException {
    return column(label).getTime(null);
  }

  @Override
  public Timestamp getTimestamp(String label) throws SQLException {
    return column(label).getTimestamp(null);
  }

  @Override
  public InputStream getAsciiStream(String label) throws SQLException {
    return column(label).getAsciiStream();
  }

  @Override
  @Deprecated
  public InputStream getUnicodeStream(String label) throws SQLException {
    return column(label).getUnicodeStream();
  }

  @Override
  public InputStream getBinaryStream(String label) throws SQLException {
    return column(label).getBinaryStream();
  }

  @Override
  public Object getObject(String label) throws SQLException {
    return column(label).getObject();
  }

  @Override
  public Reader getCharacterStream(String label) throws SQLException {
    return column(label).getCharacterStream();
  }

  @Override
  public BigDecimal getBigDecimal(String label) throws SQLException {
    return column(label).getBigDecimal();
  }

  @Override
  public Object getObject(String label, Map<String, Class<?>> map) throws SQLException {
    return column(label).getObject(map);
  }

  @Override
  public Ref getRef(String label) throws SQLException {
    return column(label).getRef();
  }

  @Override
  public Blob getBlob(String label) throws SQLException {
    return column(label).getBlob();
  }

  @Override
  public Clob getClob(String label) throws SQLException {
    return column(label).getClob();
  }

  @Override
  public Array getArray(String label) throws SQLException {
    return column(label).getArray();
  }

  @Override
  public Date getDate(String label, Calendar calendar) throws SQLException {
    return column(label).getDate(calendar);
  }

  @Override
  public Time getTime(String label, Calendar calendar) throws SQLException {
    return column(label).getTime(calendar);
  }

  @Override
  public Timestamp getTimestamp(String label, Calendar calendar) throws SQLException {
    return column(label).getTimestamp(calendar);
  }

  @Override
  public URL getURL(String label) throws SQLException {
    return column(label).getURL();
  }

  @Override
  public NClob getNClob(String label) throws SQLException {
    return column(label).getNClob();
  }

  @Override
  public SQLXML getSQLXML(String label) throws SQLException {
    return column(label).getSQLXML();
  }

  @Override
  public String getNString(String label) throws SQLException {
    return column(label).getNString();
  }

  @Override
  public Reader getNCharacterStream(String label) throws SQLException {
    return column(label).getNCharacterStream();
  }

  @Override
  public <T> T getObject(String label, Class<T> type) throws SQLException {
    return column(label).getObject(type);
  }
}
