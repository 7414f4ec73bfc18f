package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Calendar;
import java.util.Map;

/**
 * Reads one column of the current row. Null is handled here; the families of types below convert
 * values that are there, and refuse what does not suit them.
 */
public abstract class ColumnAccessor extends RefusingAccessor {
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private final RowCursor cursor;
  private final int ordinal;
  private final OutputColumn column;

  ColumnAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    this.cursor = cursor;
    this.ordinal = ordinal;
    this.column = column;
  }

  static ColumnAccessor of(RowCursor cursor, int ordinal, OutputColumn column) {
    final SqlTypeInfo type = column.shown();
    return switch (type) {
      case BIGINT, INTEGER, DECIMAL, DOUBLE -> new NumberAccessor(cursor, ordinal, column, type);
      case BOOLEAN -> new BooleanAccessor(cursor, ordinal, column);
      case DATE -> new DateAccessor(cursor, ordinal, column);
      case TIME -> new TimeAccessor(cursor, ordinal, column);
      case TIMESTAMP -> new TimestampAccessor(cursor, ordinal, column);
      case VARCHAR ->
          column.isInterval()
              ? new IntervalAccessor(cursor, ordinal, column)
              : column.isPadded()
                  ? new PaddedAccessor(cursor, ordinal, column)
                  : new TextAccessor(cursor, ordinal, column);
    };
  }

  /** What {@code getObject} returns. */
  abstract Object object(Object value) throws SQLException;

  abstract String text(Object value) throws SQLException;

  Number number(Object value) throws SQLException {
    throw refused("a number");
  }

  boolean truth(Object value) throws SQLException {
    throw refused("a boolean");
  }

  LocalDateTime dateTime(Object value) throws SQLException {
    throw refused("a timestamp");
  }

  LocalDate date(Object value) throws SQLException {
    return dateTime(value).toLocalDate();
  }

  LocalTime time(Object value) throws SQLException {
    return dateTime(value).toLocalTime();
  }

  /** In the JVM's zone without a calendar, which is null then. */
  Timestamp timestamp(Object value, Calendar calendar) throws SQLException {
    return SqlDates.timestamp(dateTime(value), calendar);
  }

  /** What streams and LOBs hold. */
  String characters(Object value) throws SQLException {
    throw refused("characters or bytes");
  }

  final byte toByte(Object value) throws SQLException {
    return (byte) Numbers.integral(number(value), Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  final short toShort(Object value) throws SQLException {
    return (short) Numbers.integral(number(value), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  final int toInt(Object value) throws SQLException {
    return (int) Numbers.integral(number(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  long toLong(Object value) throws SQLException {
    return Numbers.integral(number(value), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** At most as many bytes in UTF-8 as the statement wants, and no part of a character. */
  final String cut(String text) {
    final int most = cursor.mostBytes();
    if (most == 0 || text.length() <= most / MOST_BYTES_OF_A_CHAR) {
      return text;
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      final int next = text.offsetByCodePoints(i, 1);
      bytes += text.substring(i, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > most) {
        return text.substring(0, i);
      }
      i = next;
    }
    return text;
  }

  /** The value is not quoted: texts may be the service's own messages. */
  final SQLException refused(String target) {
    return SqlErrors.of(
        SqlState.NO_CONVERSION,
        "column " + column.label() + " (" + column.typeName() + ") cannot be read as " + target);
  }

  @Override
  final Object value() throws SQLException {
    return cursor.value(ordinal);
  }

  public final boolean wasNull() {
    return cursor.wasNull();
  }

  public final Object getObject() throws SQLException {
    final Object value = value();
    return value == null ? null : object(value);
  }

  public final Object getObject(Map<String, Class<?>> map) throws SQLException {
    return getObject(); // there are no user-defined types to map
  }

  public final <T> T getObject(Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "the target class is null");
    }
    final Object value = value();
    if (value == null) {
      return null;
    }
    final Conversion conversion = Conversion.BY_CLASS.get(type);
    if (conversion == null) {
      throw refused(type.getName());
    }
    return type.cast(conversion.convert(this, value));
  }

  public final String getString() throws SQLException {
    final Object value = value();
    return value == null ? null : text(value);
  }

  public final String getNString() throws SQLException {
    return getString();
  }

  public final boolean getBoolean() throws SQLException {
    final Object value = value();
    return value != null && truth(value);
  }

  public final byte getByte() throws SQLException {
    final Object value = value();
    return value == null ? 0 : toByte(value);
  }

  public final short getShort() throws SQLException {
    final Object value = value();
    return value == null ? 0 : toShort(value);
  }

  public final int getInt() throws SQLException {
    final Object value = value();
    return value == null ? 0 : toInt(value);
  }

  public final long getLong() throws SQLException {
    final Object value = value();
    return value == null ? 0 : toLong(value);
  }

  public final float getFloat() throws SQLException {
    final Object value = value();
    return value == null ? 0 : Numbers.toFloat(number(value));
  }

  public final double getDouble() throws SQLException {
    final Object value = value();
    return value == null ? 0 : Numbers.toDouble(number(value));
  }

  public final BigDecimal getBigDecimal() throws SQLException {
    final Object value = value();
    return value == null ? null : Numbers.decimal(number(value));
  }

  public final BigDecimal getBigDecimal(int scale) throws SQLException {
    final BigDecimal value = getBigDecimal();
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  public final Date getDate(Calendar calendar) throws SQLException {
    final Object value = value();
    return value == null ? null : SqlDates.date(date(value), calendar);
  }

  public final Time getTime(Calendar calendar) throws SQLException {
    final Object value = value();
    return value == null ? null : SqlDates.time(time(value), calendar);
  }

  public final Timestamp getTimestamp(Calendar calendar) throws SQLException {
    final Object value = value();
    return value == null ? null : timestamp(value, calendar);
  }

  public final byte[] getBytes() throws SQLException {
    final Object value = value();
    return value == null ? null : characters(value).getBytes(StandardCharsets.UTF_8);
  }

  /** In UTF-8, of which ASCII is a part. */
  public final InputStream getAsciiStream() throws SQLException {
    return getBinaryStream();
  }

  public final InputStream getUnicodeStream() throws SQLException {
    return getBinaryStream();
  }

  public final InputStream getBinaryStream() throws SQLException {
    final byte[] bytes = getBytes();
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  public final Reader getCharacterStream() throws SQLException {
    final Object value = value();
    return value == null ? null : new StringReader(characters(value));
  }

  public final Reader getNCharacterStream() throws SQLException {
    return getCharacterStream();
  }

  public final Clob getClob() throws SQLException {
    return getNClob();
  }

  public final NClob getNClob() throws SQLException {
    final Object value = value();
    return value == null ? null : new TextClob(characters(value));
  }
}
