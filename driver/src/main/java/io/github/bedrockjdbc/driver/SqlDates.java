package io.github.bedrockjdbc.driver;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;

/**
 * Between digits and the {@code java.sql} classes, which are instants.
 *
 * <p>Without a calendar (null) they show the same digits in the JVM's zone, as {@link
 * Timestamp#valueOf(LocalDateTime)} does: a time in a gap moves to its end. With a calendar they
 * are the instant of the digits in the calendar's zone; an hour that comes twice is taken as the
 * later.
 */
final class SqlDates {
  private SqlDates() {}

  static Timestamp timestamp(LocalDateTime digits, Calendar calendar) {
    if (calendar == null) {
      return Timestamp.valueOf(digits);
    }
    final Timestamp timestamp = new Timestamp(instant(digits, calendar));
    timestamp.setNanos(digits.getNano());
    return timestamp;
  }

  static Date date(LocalDate digits, Calendar calendar) {
    return calendar == null
        ? Date.valueOf(digits)
        : new Date(instant(digits.atStartOfDay(), calendar));
  }

  /** On 1970-01-01, and with its milliseconds, which {@link Time#valueOf} would drop. */
  static Time time(LocalTime digits, Calendar calendar) {
    return new Time(timestamp(digits.atDate(LocalDate.EPOCH), calendar).getTime());
  }

  static LocalDateTime digits(java.util.Date date, Calendar calendar) {
    final Timestamp timestamp =
        date instanceof Timestamp already ? already : new Timestamp(date.getTime());
    if (calendar == null) {
      return timestamp.toLocalDateTime();
    }
    final Instant instant = timestamp.toInstant();
    final int offset = calendar.getTimeZone().getOffset(timestamp.getTime());
    return LocalDateTime.ofInstant(instant.plusMillis(offset), ZoneOffset.UTC);
  }

  private static long instant(LocalDateTime digits, Calendar calendar) {
    // A calendar of our own: the caller's may be of another era or in use elsewhere.
    final GregorianCalendar exact = new GregorianCalendar(calendar.getTimeZone(), Locale.ROOT);
    exact.setGregorianChange(new Date(Long.MIN_VALUE));
    exact.clear();
    exact.set(Calendar.ERA, digits.getYear() > 0 ? GregorianCalendar.AD : GregorianCalendar.BC);
    exact.set(Calendar.YEAR, digits.getYear() > 0 ? digits.getYear() : 1 - digits.getYear());
    exact.set(Calendar.MONTH, digits.getMonthValue() - 1);
    exact.set(Calendar.DAY_OF_MONTH, digits.getDayOfMonth());
    exact.set(Calendar.HOUR_OF_DAY, digits.getHour());
    exact.set(Calendar.MINUTE, digits.getMinute());
    exact.set(Calendar.SECOND, digits.getSecond());
    exact.set(Calendar.MILLISECOND, digits.getNano() / 1_000_000);
    return exact.getTimeInMillis();
  }
}
