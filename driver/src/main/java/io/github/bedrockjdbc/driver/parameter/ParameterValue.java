package io.github.bedrockjdbc.driver.parameter;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.DateTimeText;
import io.github.bedrockjdbc.driver.value.Numbers;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * What a parameter's value is inside Calcite, given the type that the statement expects: coerced as
 * a literal would be. A number or date that the type cannot hold is refused rather than cut,
 * because a comparison with the rest would silently be another one. Only a fraction below the
 * millisecond is dropped, as it is from a TIMESTAMP literal, and the date of a timestamp where a
 * time of day is expected.
 */
public final class ParameterValue {
  private static final int NANOS_OF_MILLI = 1_000_000;

  private ParameterValue() {}

  /**
   * What a value is inside Calcite.
   *
   * @param value as a program sets it; null for SQL's NULL
   * @param sqlType what the statement expects, one of {@link Types}
   */
  public static Object of(Object value, int sqlType) throws SQLException {
    if (value == null) {
      return null;
    }
    try {
      return convert(value, sqlType);
    } catch (DateTimeException | ArithmeticException e) {
      throw SqlErrors.of(SqlState.OUT_OF_RANGE, "the parameter is out of range", e);
    }
  }

  private static Object convert(Object value, int sqlType) throws SQLException {
    return switch (sqlType) {
      case Types.TINYINT -> (byte) PlainValue.whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case Types.SMALLINT -> (short) PlainValue.whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
      case Types.INTEGER -> (int) PlainValue.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case Types.BIGINT -> PlainValue.whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case Types.DECIMAL, Types.NUMERIC -> Numbers.decimal(PlainValue.number(value));
      // there is one zero
      case Types.REAL -> Numbers.toFloat(PlainValue.number(value)) + 0.0f;
      case Types.FLOAT, Types.DOUBLE -> Numbers.toDouble(PlainValue.number(value)) + 0.0;
      case Types.BOOLEAN, Types.BIT -> PlainValue.truth(value);
      case Types.DATE -> Math.toIntExact(date(value).toEpochDay());
      case Types.TIME, Types.TIME_WITH_TIMEZONE ->
          (int) (inMillis(PlainValue.time(value)).toNanoOfDay() / NANOS_OF_MILLI);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          inMillis(PlainValue.timestamp(value)).toInstant(ZoneOffset.UTC).toEpochMilli();
      case Types.CHAR, Types.VARCHAR -> PlainValue.text(value);
      default ->
          value instanceof Number || value instanceof Boolean ? value : PlainValue.text(value);
    };
  }

  private static LocalTime inMillis(LocalTime time) throws SQLException {
    return DateTimeText.inMillis(time).orElseThrow(ParameterValue::outOfRange);
  }

  private static LocalDateTime inMillis(LocalDateTime timestamp) throws SQLException {
    return DateTimeText.inMillis(timestamp).orElseThrow(ParameterValue::outOfRange);
  }

  private static SQLException outOfRange() {
    return SqlErrors.of(
        SqlState.DATETIME_OUT_OF_RANGE, "the parameter, rounded to milliseconds, is out of range");
  }

  private static LocalDate date(Object value) throws SQLException {
    final LocalDateTime dateTime = PlainValue.timestamp(value);
    if (!dateTime.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw SqlErrors.of(SqlState.INVALID_CAST, "a DATE must not have a time of day");
    }
    return dateTime.toLocalDate();
  }
}
