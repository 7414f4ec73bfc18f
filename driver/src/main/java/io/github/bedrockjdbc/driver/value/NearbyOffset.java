package io.github.bedrockjdbc.driver.value;

import java.sql.Timestamp;
import java.util.OptionalInt;
import java.util.TimeZone;

/**
 * Timestamps as {@link SqlDates} makes them without a calendar. Keeps the offset of the JVM's zone
 * around the last one: rows mostly come in the order of time, and asking the zone takes longest.
 * For one thread.
 */
final class NearbyOffset {
  /** A steady offset holds for a day before and after, less what offsets and their changes are. */
  private static final long REACH_MILLIS = 3 * 3_600_000;

  private TimeZone zone;
  private long center;
  private OptionalInt offset = OptionalInt.empty();

  /**
   * Shows the digits in the JVM's zone.
   *
   * @param millis of the wall clock
   */
  Timestamp timestamp(long millis) {
    final TimeZone now = TimeZone.getDefault();
    if (offset.isEmpty() || Math.abs(millis - center) > REACH_MILLIS || !now.equals(zone)) {
      zone = now;
      center = millis;
      offset = SqlDates.steadyOffset(millis, now);
    }
    return offset.isPresent()
        ? new Timestamp(millis - offset.getAsInt())
        : SqlDates.timestamp(TimestampAccessor.digits(millis), null);
  }
}
