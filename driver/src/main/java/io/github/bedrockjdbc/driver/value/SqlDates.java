package io.github.bedrockjdbc.driver.value;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.OptionalInt;
import java.util.TimeZone;

/**
 * Between digits and the {@code java.sql} classes, which are instants.
 *
 * <p>Without a calendar (null) they show the same digits in the JVM's zone, as {@link
 * Timestamp#valueOf(LocalDateTime)} does. With one they are the instant of the digits in its zone.
 * Either way a time that a zone skips moves forward by what is skipped; of an hour that comes
 * twice, a calendar gives the first.
 */
final class SqlDates {
  private static final long DAY_MILLIS = 86_400_000;

  private SqlDates() {}

  static Timestamp timestamp(LocalDateTime digits, Calendar calendar) {
    return calendar == null
        ? ofThisZone(digits)
        : Timestamp.from(instant(digits, calendar.getTimeZone()));
  }

  /** As {@code valueOf} has it, which takes several times as long. */
  private static Timestamp ofThisZone(LocalDateTime digits) {
    final long millis = digits.toEpochSecond(ZoneOffset.UTC) * 1000;
    final OptionalInt offset = steadyOffset(millis, TimeZone.getDefault());
    if (offset.isEmpty()) {
      return Timestamp.valueOf(digits);
    }
    final Timestamp timestamp = new Timestamp(millis - offset.getAsInt());
    timestamp.setNanos(digits.get(ChronoField.NANO_OF_SECOND));
    return timestamp;
  }

  /**
   * The offset of a zone, in milliseconds, if it is the same a day before and after.
   *
   * @param millis of the zone's wall clock; empty before 1970
   */
  static OptionalInt steadyOffset(long millis, TimeZone zone) {
    final int offset = zone.getOffset(millis - DAY_MILLIS);
    final boolean isSteady =
        millis >= 0
            && zone.getOffset(millis - offset) == offset
            && zone.getOffset(millis + DAY_MILLIS) == offset;
    return isSteady ? OptionalInt.of(offset) : OptionalInt.empty();
  }

  static Date date(LocalDate digits, Calendar calendar) {
    return calendar == null
        ? Date.valueOf(digits)
        : new Date(timestamp(digits.atStartOfDay(), calendar).getTime());
  }

  /** On 1970-01-01, and with its milliseconds, which {@link Time#valueOf} would drop. */
  static Time time(LocalTime digits, Calendar calendar) {
    return new Time(timestamp(digits.atDate(LocalDate.EPOCH), calendar).getTime());
  }

  @SuppressWarnings("JavaUtilDate") // toInstant() of java.sql.Date and Time only throws
  static LocalDateTime digits(java.util.Date date, Calendar calendar) {
    final Timestamp timestamp =
        date instanceof Timestamp already ? already : new Timestamp(date.getTime());
    if (calendar == null) {
      return timestamp.toLocalDateTime();
    }
    final int offset = calendar.getTimeZone().getOffset(timestamp.getTime());
    return LocalDateTime.ofInstant(timestamp.toInstant().plusMillis(offset), ZoneOffset.UTC);
  }

  /**
   * A {@code ZoneId} would do this, but not every time zone has one, and a {@code
   * GregorianCalendar} counts days before 1582 in another way than SQL.
   */
  private static Instant instant(LocalDateTime digits, TimeZone zone) {
    final Instant local = digits.toInstant(ZoneOffset.UTC);
    final long millis = local.toEpochMilli();
    final int before = zone.getOffset(millis - DAY_MILLIS);
    final int after = zone.getOffset(millis + DAY_MILLIS);
    final boolean isAfter =
        zone.getOffset(millis - before) != before && zone.getOffset(millis - after) == after;
    return local.minusMillis(isAfter ? after : before);
  }
}
