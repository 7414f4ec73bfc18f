package io.github.bedrockjdbc.driver.value;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;

/** TIMESTAMP, held as milliseconds of the UTC wall clock. */
final class TimestampAccessor extends ColumnAccessor {
  private final NearbyOffset offset = new NearbyOffset();

  TimestampAccessor(RowCursor cursor, int ordinal, OutputColumn column) {
    super(cursor, ordinal, column);
  }

  @Override
  Object object(Object value) throws SQLException {
    return timestamp(value, null);
  }

  @Override
  Timestamp timestamp(Object value, Calendar calendar) throws SQLException {
    return calendar == null ? offset.timestamp(toLong(value)) : super.timestamp(value, calendar);
  }

  @Override
  String text(Object value) throws SQLException {
    return DateTimeText.format(dateTime(value));
  }

  @Override
  LocalDateTime dateTime(Object value) throws SQLException {
    return digits(toLong(value));
  }

  static LocalDateTime digits(long millis) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, 1000L), Math.floorMod(millis, 1000) * 1_000_000, ZoneOffset.UTC);
  }

  /** The milliseconds; a timestamp is no other number. */
  @Override
  long toLong(Object value) throws SQLException {
    if (value instanceof Number millis) {
      return millis.longValue();
    }
    throw refused("a timestamp");
  }
}
