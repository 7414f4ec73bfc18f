package io.github.bedrockjdbc.driver.value;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** DATE, held as days since 1970-01-01; as a timestamp it is its midnight. */
final class DateAccessor extends ColumnAccessor {
  DateAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
  }

  @Override
  Object object(Object value) throws SQLException {
    return SqlDates.date(date(value), null);
  }

  @Override
  String text(Object value) throws SQLException {
    return date(value).toString();
  }

  @Override
  LocalDate date(Object value) throws SQLException {
    if (value instanceof Number days) {
      return LocalDate.ofEpochDay(days.intValue());
    }
    throw refused("a date");
  }

  @Override
  LocalDateTime dateTime(Object value) throws SQLException {
    return date(value).atStartOfDay();
  }

  @Override
  LocalTime time(Object value) throws SQLException {
    throw refused("a time");
  }
}
