package io.github.bedrockjdbc.driver.value;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;

/** How {@code getObject(column, class)} makes an object of a class from a column's value. */
@FunctionalInterface
public interface Conversion {
  /** The classes that can be asked for; a column refuses those that do not suit its type. */
  Map<Class<?>, Conversion> BY_CLASS =
      Map.ofEntries(
          entry(Object.class, ColumnAccessor::object),
          entry(String.class, ColumnAccessor::text),
          entry(Boolean.class, ColumnAccessor::truth),
          entry(Byte.class, ColumnAccessor::toByte),
          entry(Short.class, ColumnAccessor::toShort),
          entry(Integer.class, ColumnAccessor::toInt),
          entry(Long.class, ColumnAccessor::toLong),
          entry(Float.class, (column, value) -> Numbers.toFloat(column.number(value))),
          entry(Double.class, (column, value) -> Numbers.toDouble(column.number(value))),
          entry(BigDecimal.class, (column, value) -> Numbers.decimal(column.number(value))),
          entry(
              BigInteger.class,
              (column, value) -> Numbers.decimal(column.number(value)).toBigInteger()),
          entry(LocalDateTime.class, ColumnAccessor::dateTime),
          entry(LocalDate.class, ColumnAccessor::date),
          entry(LocalTime.class, ColumnAccessor::time),
          entry(OffsetTime.class, (column, value) -> column.time(value).atOffset(ZoneOffset.UTC)),
          entry(Instant.class, (column, value) -> utc(column, value).toInstant()),
          entry(OffsetDateTime.class, Conversion::utc),
          entry(ZonedDateTime.class, (column, value) -> utc(column, value).toZonedDateTime()),
          entry(Timestamp.class, (column, value) -> column.timestamp(value, null)),
          entry(Date.class, (column, value) -> SqlDates.date(column.date(value), null)),
          entry(Time.class, (column, value) -> SqlDates.time(column.time(value), null)),
          entry(
              java.util.Date.class,
              (column, value) -> java.util.Date.from(column.timestamp(value, null).toInstant())),
          entry(Calendar.class, Conversion::calendar),
          entry(GregorianCalendar.class, Conversion::calendar),
          entry(
              byte[].class,
              (column, value) -> column.characters(value).getBytes(StandardCharsets.UTF_8)),
          entry(Clob.class, (column, value) -> new TextClob(column.characters(value))),
          entry(NClob.class, (column, value) -> new TextClob(column.characters(value))));

  /** Converts a value that is not null. */
  Object convert(ColumnAccessor column, Object value) throws SQLException;

  private static OffsetDateTime utc(ColumnAccessor column, Object value) throws SQLException {
    return column.dateTime(value).atOffset(ZoneOffset.UTC);
  }

  private static GregorianCalendar calendar(ColumnAccessor column, Object value)
      throws SQLException {
    final GregorianCalendar calendar = new GregorianCalendar();
    calendar.setTimeInMillis(column.timestamp(value, null).getTime());
    return calendar;
  }
}
