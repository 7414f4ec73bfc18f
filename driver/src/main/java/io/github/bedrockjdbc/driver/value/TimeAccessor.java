package io.github.bedrockjdbc.driver.value;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Calendar;

/** TIME, held as milliseconds of the day. */
final class TimeAccessor extends ColumnAccessor {
  private static final long MILLIS_OF_DAY = 86_400_000;

  TimeAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
  }

  @Override
  Object object(Object value) throws SQLException {
    return SqlDates.time(time(value), null);
  }

  @Override
  String text(Object value) throws SQLException {
    return DateTimeText.format(time(value));
  }

  @Override
  LocalTime time(Object value) throws SQLException {
    if (value instanceof Number millis) {
      final long ofDay = Math.floorMod(millis.longValue(), MILLIS_OF_DAY);
      return LocalTime.ofNanoOfDay(ofDay * 1_000_000);
    }
    throw refused("a time");
  }

  /** On 1970-01-01, which is the date of {@link java.sql.Time}. */
  @Override
  Timestamp timestamp(Object value, Calendar calendar) throws SQLException {
    return SqlDates.timestamp(time(value).atDate(LocalDate.EPOCH), calendar);
  }

  @Override
  LocalDate date(Object value) throws SQLException {
    throw refused("a date");
  }
}
