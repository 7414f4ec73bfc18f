package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.BooleanText;
import io.github.bedrockjdbc.driver.value.DateTimeText;
import io.github.bedrockjdbc.driver.value.LocalTemporal;
import io.github.bedrockjdbc.driver.value.Numbers;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.UUID;

/** What a program passes as a parameter, read as a number, truth, date, time or text. */
public final class PlainValue {
  private PlainValue() {}

  /**
   * The same value as text, number, truth, or digits of a date, time or timestamp: read once, so
   * that it can be converted more than once.
   *
   * @param calendar gives the zone of {@code java.sql} values; null for the JVM's
   */
  public static Object of(Object value, Calendar calendar) throws SQLException {
    if (value instanceof Streamed streamed) {
      return streamed.text();
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    final Temporal temporal = LocalTemporal.of(value, calendar).orElse(null);
    return temporal == null ? text(value) : temporal;
  }

  static Number number(Object value) throws SQLException {
    if (value instanceof Number number) {
      return number;
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return Numbers.parse(characters(value, "a number"));
  }

  /** One without a fraction. */
  static long whole(Object value, long min, long max) throws SQLException {
    final Number number = number(value);
    final long whole = Numbers.integral(number, min, max);
    if (Numbers.decimal(number).compareTo(BigDecimal.valueOf(whole)) != 0) {
      throw SqlErrors.of(SqlState.INVALID_CAST, number + " is not a whole number");
    }
    return whole;
  }

  static boolean truth(Object value) throws SQLException {
    if (value instanceof Boolean truth) {
      return truth;
    }
    return value instanceof Number number
        ? Numbers.toDouble(number) != 0
        : BooleanText.parse(characters(value, "a boolean"));
  }

  /** Of a date its midnight; a time of day is none. */
  static LocalDateTime timestamp(Object value) throws SQLException {
    final Temporal temporal = LocalTemporal.of(value, null).orElse(null);
    if (temporal instanceof LocalDateTime dateTime) {
      return dateTime;
    }
    if (temporal instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    return DateTimeText.parse(characters(value, "a timestamp"))
        .orElseThrow(() -> notA("timestamp"));
  }

  /** Of a timestamp its time of day; a date is none. */
  static LocalTime time(Object value) throws SQLException {
    final Temporal temporal = LocalTemporal.of(value, null).orElse(null);
    if (temporal instanceof LocalTime time) {
      return time;
    }
    if (temporal instanceof LocalDateTime dateTime) {
      return dateTime.toLocalTime();
    }
    return DateTimeText.parseTime(characters(value, "a time")).orElseThrow(() -> notA("time"));
  }

  static String text(Object value) throws SQLException {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof UUID) {
      return value.toString();
    }
    final Temporal temporal = LocalTemporal.of(value, null).orElse(null);
    if (temporal instanceof LocalDateTime dateTime) {
      return DateTimeText.format(DateTimeText.inMillis(dateTime).orElse(dateTime));
    }
    if (temporal instanceof LocalTime time) {
      return DateTimeText.format(DateTimeText.inMillis(time).orElse(time));
    }
    return temporal == null ? characters(value, "text") : temporal.toString();
  }

  /** The text of what is text in Java's eyes: strings, characters, streams, LOBs. */
  static String characters(Object value, String target) throws SQLException {
    if (value instanceof CharSequence || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof byte[] bytes) {
      return Streamed.utf8(bytes);
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, Math.toIntExact(clob.length()));
    }
    if (value instanceof Blob blob) {
      return Streamed.utf8(blob.getBytes(1, Math.toIntExact(blob.length())));
    }
    if (Streamed.isStream(value)) {
      return new Streamed(value, Streamed.TO_THE_END).text();
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
    return LocalTemporal.of(value, null)
        .map(
            temporal ->
                temporal instanceof LocalTime
                    ? "a time of day"
                    : temporal instanceof LocalDate ? "a date" : "a timestamp")
        .orElse("an object of this class");
  }

  private static SQLException notA(String target) {
    return SqlErrors.of(SqlState.INVALID_DATETIME, "the text is not a " + target);
  }
}
