package io.github.bedrockjdbc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.UUID;

/**
 * What a parameter's value is inside Calcite, given the type that the statement expects: coerced as
 * a literal would be. A number or date that the type cannot hold is refused rather than cut,
 * because a comparison with the rest would silently be another one. Only a fraction below the
 * millisecond is dropped, as it is from a TIMESTAMP literal.
 */
final class ParameterValue {
  private ParameterValue() {}

  /**
   * @param value as a program sets it; null for SQL's NULL
   * @param sqlType what the statement expects, one of {@link Types}
   * @param calendar gives the zone of {@code java.sql} values; null for the JVM's
   */
  static Object of(Object value, int sqlType, Calendar calendar) throws SQLException {
    if (value == null) {
      return null;
    }
    try {
      return convert(value, sqlType, calendar);
    } catch (DateTimeException | ArithmeticException e) {
      throw SqlErrors.of(SqlState.OUT_OF_RANGE, "the parameter is out of range", e);
    }
  }

  /**
   * The same value as text, number, truth, or digits of a date, time or timestamp: read once, so
   * that it can be converted more than once.
   */
  static Object plain(Object value, Calendar calendar) throws SQLException {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    final Temporal temporal = LocalTemporal.of(value, calendar).orElse(null);
    return temporal == null ? text(value, calendar) : temporal;
  }

  private static Object convert(Object value, int sqlType, Calendar calendar) throws SQLException {
    return switch (sqlType) {
      case Types.TINYINT -> (byte) integral(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case Types.SMALLINT -> (short) integral(value, Short.MIN_VALUE, Short.MAX_VALUE);
      case Types.INTEGER -> (int) integral(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case Types.BIGINT -> integral(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case Types.DECIMAL, Types.NUMERIC -> Numbers.decimal(number(value));
      case Types.REAL -> Numbers.toFloat(number(value));
      case Types.FLOAT, Types.DOUBLE -> Numbers.toDouble(number(value));
      case Types.BOOLEAN, Types.BIT -> truth(value);
      case Types.DATE -> Math.toIntExact(date(value, calendar).toEpochDay());
      case Types.TIME, Types.TIME_WITH_TIMEZONE ->
          (int) (time(value, calendar).toNanoOfDay() / 1_000_000);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> timestamp(value, calendar);
      case Types.CHAR, Types.VARCHAR -> text(value, calendar);
      default ->
          value instanceof Number || value instanceof Boolean ? value : text(value, calendar);
    };
  }

  private static long integral(Object value, long min, long max) throws SQLException {
    final Number number = number(value);
    final long integral = Numbers.integral(number, min, max);
    if (Numbers.decimal(number).compareTo(BigDecimal.valueOf(integral)) != 0) {
      throw SqlErrors.of(SqlState.INVALID_CAST, number + " is not a whole number");
    }
    return integral;
  }

  private static Number number(Object value) throws SQLException {
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return Numbers.parse(characters(value, "a number"));
  }

  private static boolean truth(Object value) throws SQLException {
    if (value instanceof Boolean truth) {
      return truth;
    }
    return value instanceof Number number
        ? Numbers.toDouble(number) != 0
        : BooleanText.parse(characters(value, "a boolean"));
  }

  /** Milliseconds; a long is already that. */
  private static long timestamp(Object value, Calendar calendar) throws SQLException {
    return value instanceof Long millis
        ? millis
        : dateTime(value, calendar).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static LocalDateTime dateTime(Object value, Calendar calendar) throws SQLException {
    final Temporal temporal = LocalTemporal.of(value, calendar).orElse(null);
    if (temporal instanceof LocalDateTime dateTime) {
      return dateTime;
    }
    if (temporal instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return DateTimeText.parse(characters(value, "a timestamp"))
        .orElseThrow(() -> notA("timestamp"));
  }

  private static LocalDate date(Object value, Calendar calendar) throws SQLException {
    final LocalDateTime dateTime = dateTime(value, calendar);
    if (!dateTime.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw SqlErrors.of(SqlState.INVALID_CAST, "a DATE is expected, but there is a time of day");
    }
    return dateTime.toLocalDate();
  }

  private static LocalTime time(Object value, Calendar calendar) throws SQLException {
    if (LocalTemporal.of(value, calendar).orElse(null) instanceof LocalTime time) {
      return time;
    }
    return DateTimeText.parseTime(characters(value, "a time")).orElseThrow(() -> notA("time"));
  }

  private static String text(Object value, Calendar calendar) throws SQLException {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof UUID) {
      return value.toString();
    }
    final Temporal temporal = LocalTemporal.of(value, calendar).orElse(null);
    if (temporal instanceof LocalDateTime dateTime) {
      return DateTimeText.format(dateTime);
    }
    if (temporal instanceof LocalTime time) {
      return DateTimeText.format(time);
    }
    return temporal == null ? characters(value, "text") : temporal.toString();
  }

  /** The text of what is text in Java's eyes: strings, characters, streams, LOBs. */
  private static String characters(Object value, String target) throws SQLException {
    if (value instanceof CharSequence || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, Math.toIntExact(clob.length()));
    }
    try {
      if (value instanceof InputStream stream) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (value instanceof Reader reader) {
        final StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
      }
    } catch (IOException e) {
      throw SqlErrors.of(SqlState.INVALID_ARGUMENT, "the parameter's stream cannot be read", e);
    }
    throw SqlErrors.of(SqlState.NO_CONVERSION, kind(value) + " cannot be used as " + target);
  }

  private static String kind(Object value) {
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    return LocalTemporal.of(value, null).isPresent() ? "a date or time" : "an object of this class";
  }

  private static SQLException notA(String target) {
    return SqlErrors.of(SqlState.INVALID_DATETIME, "the text is not a " + target);
  }
}
