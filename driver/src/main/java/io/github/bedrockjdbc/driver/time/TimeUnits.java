package io.github.bedrockjdbc.driver.time;

import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;

/**
 * Parts of times, and the periods that they are in, by the number of a unit in {@link
 * TimeUnitRange}. For generated code.
 */
public final class TimeUnits {
  private static final TimeUnitRange[] UNITS = TimeUnitRange.values();

  private TimeUnits() {}

  /** Of a timestamp, or of a time of day. */
  public static long ofTime(int unit, long time) {
    return switch (UNITS[unit]) {
      case HOUR, MINUTE -> DateTimeUtils.unixTimestampExtract(UNITS[unit], time);
      case MILLISECOND, MICROSECOND ->
          ofMillis(unit, Math.floorMod(time, DateTimeUtils.MILLIS_PER_MINUTE));
      default -> DateTimeUtils.unixDateExtract(UNITS[unit], dayOf(time));
    };
  }

  public static long ofDate(int unit, int date) {
    return switch (UNITS[unit]) {
      case HOUR, MINUTE, MILLISECOND, MICROSECOND -> 0;
      default -> DateTimeUtils.unixDateExtract(UNITS[unit], date);
    };
  }

  /** Of an interval of days and what is shorter; all parts have its sign. */
  public static long ofMillis(int unit, long interval) {
    return switch (UNITS[unit]) {
      case DAY -> interval / DateTimeUtils.MILLIS_PER_DAY;
      case HOUR -> interval % DateTimeUtils.MILLIS_PER_DAY / DateTimeUtils.MILLIS_PER_HOUR;
      case MINUTE -> interval % DateTimeUtils.MILLIS_PER_HOUR / DateTimeUtils.MILLIS_PER_MINUTE;
      case MILLISECOND -> interval % DateTimeUtils.MILLIS_PER_MINUTE;
      case MICROSECOND -> interval % DateTimeUtils.MILLIS_PER_MINUTE * 1000;
      default -> 0;
    };
  }

  /** Of an interval of months and years; quarters are counted from 1, as PostgreSQL does. */
  public static long ofMonths(int unit, long interval) {
    return switch (UNITS[unit]) {
      case MILLENNIUM -> interval / 12_000;
      case CENTURY -> interval / 1_200;
      case DECADE -> interval / 120;
      case YEAR -> interval / 12;
      case QUARTER -> interval % 12 / 3 + 1;
      case MONTH -> interval % 12;
      default -> 0;
    };
  }

  public static long floor(int unit, long time) {
    final long length = length(unit);
    return length > 0
        ? Math.floorDiv(time, length) * length
        : DateTimeUtils.unixDateFloor(UNITS[unit], dayOf(time)) * DateTimeUtils.MILLIS_PER_DAY;
  }

  public static long ceil(int unit, long time) {
    final long length = length(unit);
    if (length > 0) {
      return -Math.floorDiv(-time, length) * length;
    }
    final long day = -dayOf(-time); // the first one that does not begin before
    return ceilDate(unit, (int) day) * DateTimeUtils.MILLIS_PER_DAY;
  }

  /** Calcite takes the first day of a decade or more to be in the period before. */
  public static long ceilDate(int unit, int date) {
    final long begin = DateTimeUtils.unixDateFloor(UNITS[unit], date);
    return begin == date ? date : DateTimeUtils.unixDateCeil(UNITS[unit], begin + 1);
  }

  /** Calcite rounds towards 1970. */
  private static long dayOf(long time) {
    return Math.floorDiv(time, DateTimeUtils.MILLIS_PER_DAY);
  }

  /** Milliseconds of a part of a day; 0 for longer ones. */
  private static long length(int unit) {
    return switch (UNITS[unit]) {
      case HOUR -> DateTimeUtils.MILLIS_PER_HOUR;
      case MINUTE -> DateTimeUtils.MILLIS_PER_MINUTE;
      case SECOND -> DateTimeUtils.MILLIS_PER_SECOND;
      default -> 0;
    };
  }
}
