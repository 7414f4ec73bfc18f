package io.github.bedrockjdbc.driver.time;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.DateTimeText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Functions of times, which generated code calls: timestamps and intervals in milliseconds, dates
 * in days, years and months in months.
 */
public final class TimeFunctions {
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final int MILLIS_SCALE = 3;
  private static final long DAYS_OF_MONTH = 30;
  private static final BigDecimal DAYS_OF_YEAR = new BigDecimal("365.25");

  private TimeFunctions() {}

  /** A time by a pattern of PostgreSQL's; null if that is empty, as PostgreSQL has it. */
  public static String toChar(long timestamp, String pattern) {
    return pattern.isEmpty() ? null : new TimePattern(pattern).format(local(timestamp));
  }

  /** A timestamp that was written by a pattern. */
  public static long toTimestamp(String text, String pattern) {
    return DateTimeText.inMillis(new TimeReader(text, pattern).read())
        .map(TimeFunctions::millis)
        .orElseThrow(
            () ->
                new SqlFault(
                    SqlState.DATETIME_OUT_OF_RANGE,
                    "The time lies outside the years 1 to 9999 once it is rounded"));
  }

  /** A date that was written by a pattern. */
  public static int toDate(String text, String pattern) {
    return (int) new TimeReader(text, pattern).read().toLocalDate().toEpochDay();
  }

  /** A timestamp of seconds since 1970. */
  public static long toTimestamp(BigDecimal seconds) {
    final BigDecimal millis =
        seconds.movePointRight(MILLIS_SCALE).setScale(0, RoundingMode.HALF_UP);
    return TimeMath.inRange(
        millis
            .max(BigDecimal.valueOf(Long.MIN_VALUE))
            .min(BigDecimal.valueOf(Long.MAX_VALUE))
            .longValueExact());
  }

  /** What the clocks of a zone show. */
  public static long inZone(String zone, long timestamp) {
    return TimeMath.inRange(
        millis(LocalDateTime.ofInstant(Instant.ofEpochMilli(timestamp), zone(zone))));
  }

  /** Offsets are refused: PostgreSQL counts them to the west, others to the east. */
  static ZoneId zone(String name) {
    for (String known : ZoneId.getAvailableZoneIds()) {
      if (known.equalsIgnoreCase(name)) {
        try {
          return ZoneId.of(known);
        } catch (DateTimeException e) {
          break;
        }
      }
    }
    throw new SqlFault(
        SqlState.INVALID_ARGUMENT_VALUE,
        "there is no time zone '"
            + name
            + "'; write 'UTC' or a name as 'Europe/Berlin', or for an offset t + INTERVAL '2' HOUR");
  }

  public static String monthName(long timestamp) {
    return local(timestamp).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  public static String dayName(long timestamp) {
    return local(timestamp).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** Seconds since 1970, or of an interval. */
  public static BigDecimal epochOfMillis(long millis) {
    return BigDecimal.valueOf(millis, MILLIS_SCALE);
  }

  public static BigDecimal epochOfDays(long days) {
    return BigDecimal.valueOf(days * DAY, MILLIS_SCALE);
  }

  /** As PostgreSQL counts: years of 365.25 days, and months of 30 beyond them. */
  public static BigDecimal epochOfMonths(long months) {
    return DAYS_OF_YEAR
        .multiply(BigDecimal.valueOf(months / 12))
        .add(BigDecimal.valueOf(months % 12 * DAYS_OF_MONTH))
        .multiply(BigDecimal.valueOf(DAY / 1000))
        .setScale(MILLIS_SCALE, RoundingMode.UNNECESSARY);
  }

  /** Seconds of the minute, with their fraction. */
  public static BigDecimal secondsOfTime(long millis) {
    return BigDecimal.valueOf(Math.floorMod(millis, MINUTE), MILLIS_SCALE);
  }

  /** None, of what has no time; the same for years and months. */
  public static BigDecimal secondsOfDate(long days) {
    return BigDecimal.valueOf(0, MILLIS_SCALE);
  }

  public static BigDecimal secondsOfInterval(long millis) {
    return BigDecimal.valueOf(millis % MINUTE, MILLIS_SCALE);
  }

  private static LocalDateTime local(long timestamp) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(timestamp), ZoneOffset.UTC);
  }

  private static long millis(LocalDateTime local) {
    return local.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
