package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.type.DecimalTypes;
import io.github.bedrockjdbc.driver.value.LocalTemporal;
import io.github.bedrockjdbc.driver.value.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type of {@link Types} that {@code setObject} and {@code setNull} name. A value is converted to
 * it before the statement sees it, as JDBC's table of conversions from Java has it: what the type
 * cannot show is cut off, what it cannot hold is refused.
 */
public final class TargetType {
  private final int number;

  private TargetType(int number) {
    this.number = number;
  }

  /**
   * The type of that number.
   *
   * @param value to be converted to it; null can be of each type that JDBC knows
   */
  public static TargetType of(int number, Object value) throws SQLException {
    if (value == null ? name(number).isPresent() : isSettable(number)) {
      return new TargetType(number);
    }
    throw SqlErrors.of(
        SqlState.NOT_SUPPORTED,
        "a parameter cannot be of type "
            + name(number).orElse(String.valueOf(number))
            + ": set numbers, texts, booleans, dates, times or timestamps");
  }

  /** Of any vendor, whose number has to be one of {@link Types}. */
  public static TargetType of(SQLType type, Object value) throws SQLException {
    if (type == null || type.getVendorTypeNumber() == null) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT, "the target type is missing, or has no type number");
    }
    return of(type.getVendorTypeNumber(), value);
  }

  private static Optional<String> name(int number) {
    return Stream.of(JDBCType.values())
        .filter(type -> type.getVendorTypeNumber() == number)
        .map(JDBCType::getName)
        .findFirst();
  }

  private static boolean isSettable(int number) {
    return switch (number) {
      case Types.BIT,
          Types.BOOLEAN,
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.CLOB,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.NCLOB,
          Types.BINARY,
          Types.VARBINARY,
          Types.LONGVARBINARY,
          Types.BLOB,
          Types.DATE,
          Types.TIME,
          Types.TIME_WITH_TIMEZONE,
          Types.TIMESTAMP,
          Types.TIMESTAMP_WITH_TIMEZONE,
          Types.OTHER ->
          true;
      default -> false;
    };
  }

  private boolean isDecimal() {
    return number == Types.DECIMAL || number == Types.NUMERIC;
  }

  /**
   * The value of this type.
   *
   * @return a number, truth, text, or digits of a date, time or timestamp; null for null
   */
  public Object convert(Object value) throws SQLException {
    try {
      return value == null ? null : converted(value);
    } catch (DateTimeException | ArithmeticException e) {
      throw SqlErrors.of(SqlState.OUT_OF_RANGE, "the parameter is out of range", e);
    }
  }

  /**
   * The same.
   *
   * @param scaleOrLength digits behind the point of a DECIMAL or NUMERIC, all if it is negative;
   *     length of a stream; nothing to others
   */
  public Object convert(Object value, int scaleOrLength) throws SQLException {
    if (Streamed.isStream(value)) {
      return convert(new Streamed(value, scaleOrLength).text());
    }
    if (!isDecimal() || scaleOrLength < 0) {
      return convert(value);
    }
    if (scaleOrLength > DecimalTypes.DIGITS) {
      throw SqlErrors.of(
          SqlState.INVALID_ARGUMENT,
          "a scale is at most " + DecimalTypes.DIGITS + ", and not " + scaleOrLength);
    }
    final BigDecimal decimal = (BigDecimal) convert(value);
    return decimal == null ? null : decimal.setScale(scaleOrLength, RoundingMode.HALF_UP);
  }

  private Object converted(Object value) throws SQLException {
    return switch (number) {
      case Types.TINYINT -> (byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case Types.SMALLINT -> (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
      case Types.INTEGER -> (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case Types.BIGINT -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case Types.DECIMAL, Types.NUMERIC -> Numbers.decimal(PlainValue.number(value));
      case Types.REAL -> Numbers.toFloat(PlainValue.number(value));
      case Types.FLOAT, Types.DOUBLE -> Numbers.toDouble(PlainValue.number(value));
      case Types.BOOLEAN, Types.BIT -> PlainValue.truth(value);
      case Types.DATE -> PlainValue.timestamp(value).toLocalDate();
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> PlainValue.time(value);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          LocalTemporal.of(value, null).orElse(null) instanceof LocalTime time
              ? time.atDate(LocalDate.EPOCH) // which java.sql.Time has
              : PlainValue.timestamp(value);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          PlainValue.characters(value, "bytes");
      case Types.OTHER -> PlainValue.of(value, null);
      default -> PlainValue.text(value);
    };
  }

  /** A number loses its fraction, as {@code getInt} has it; a text has to be a whole number. */
  private static long whole(Object value, long min, long max) throws SQLException {
    return value instanceof Number number
        ? Numbers.integral(number, min, max)
        : PlainValue.whole(value, min, max);
  }
}
