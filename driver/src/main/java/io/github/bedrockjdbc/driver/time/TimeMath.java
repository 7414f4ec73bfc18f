package io.github.bedrockjdbc.driver.time;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates, as days, and timestamps, as milliseconds, in the years 1 to 9999. For generated code. */
public final class TimeMath {
  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final int DAYS_OF_WEEK = 7;

  /** From Monday to the Thursday with which the count of days begins. */
  private static final int EPOCH_IN_WEEK = 3;

  private static final long FIRST = millis(LocalDateTime.of(1, 1, 1, 0, 0));
  private static final long END = millis(LocalDateTime.of(10_000, 1, 1, 0, 0));

  private TimeMath() {}

  /** The time itself, if it can be written. */
  public static long inRange(long time) {
    if (time < FIRST || time >= END) {
      throw new SqlFault(
          SqlState.DATETIME_OUT_OF_RANGE,
          "The resulting date or time lies outside the years 1 to 9999");
    }
    return time;
  }

  public static int dateInRange(long day) {
    inRange(day < FIRST || day >= END ? day : day * MILLIS_OF_DAY);
    return (int) day;
  }

  /**
   * A time, moved.
   *
   * @param sign 1, or -1 to go back
   */
  public static long moveMillis(long time, long millis, int sign) {
    return inRange(saturated(time, millis, sign));
  }

  public static long moveMonths(long time, long months, int sign) {
    return inRange(millis(shifted(local(time), months, sign)));
  }

  /** By whole days; hours are left out. */
  public static int moveDateMillis(int day, long millis, int sign) {
    return dateInRange(day + sign * (millis / MILLIS_OF_DAY));
  }

  public static int moveDateMonths(int day, long months, int sign) {
    return dateInRange(
        shifted(LocalDate.ofEpochDay(day).atStartOfDay(), months, sign).toLocalDate().toEpochDay());
  }

  /** To the nearest multiple of some milliseconds. */
  public static long round(long time, int millis) {
    return inRange(Math.floorDiv(time + millis / 2, millis) * millis);
  }

  /** To the last multiple of some milliseconds. */
  public static long cut(long time, int millis) {
    return Math.floorDiv(time, millis) * millis;
  }

  /** The same of a time of day. */
  public static int cutInDay(int time, int millis) {
    return (int) cut(time, millis);
  }

  /** A time of day, to the nearest multiple of some milliseconds. */
  public static int roundInDay(int time, int millis) {
    final int rounded = (time + millis / 2) / millis * millis;
    if (rounded == MILLIS_OF_DAY) {
      throw new SqlFault(
          SqlState.DATETIME_OUT_OF_RANGE,
          "The time, rounded, is 24:00:00, which is none: use more digits, or a TIMESTAMP");
    }
    return rounded;
  }

  public static long floorToWeek(long time) {
    return inRange(monday(Math.floorDiv(time, MILLIS_OF_DAY)) * MILLIS_OF_DAY);
  }

  public static long ceilToWeek(long time) {
    final long floor = floorToWeek(time);
    return floor == time ? time : inRange(floor + DAYS_OF_WEEK * MILLIS_OF_DAY);
  }

  public static int floorDateToWeek(int day) {
    return dateInRange(monday(day));
  }

  public static int ceilDateToWeek(int day) {
    final long floor = monday(day);
    return dateInRange(floor == day ? day : floor + DAYS_OF_WEEK);
  }

  /** How often the unit, a number of milliseconds, fits between two times; less if in between. */
  public static long difference(long from, long to, long unit) {
    return (to - from) / unit;
  }

  /**
   * From one time to another, in parts of a millisecond.
   *
   * @param parts of which a millisecond has so many
   */
  public static long differenceOfParts(long from, long to, long parts) {
    return Math.multiplyExact(to - from, parts);
  }

  public static long differenceOfMonths(long from, long to, long months) {
    return ChronoUnit.MONTHS.between(local(from), local(to)) / months;
  }

  private static long saturated(long time, long millis, int sign) {
    try {
      return Math.addExact(time, Math.multiplyExact(millis, sign));
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  private static LocalDateTime shifted(LocalDateTime time, long months, int sign) {
    final long most = (END - FIRST) / MILLIS_OF_DAY; // beyond all times, and within Java's years
    return time.plusMonths(sign * Math.max(-most, Math.min(most, months)));
  }

  private static long monday(long day) {
    return day - Math.floorMod(day + EPOCH_IN_WEEK, DAYS_OF_WEEK);
  }

  private static LocalDateTime local(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  private static long millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
