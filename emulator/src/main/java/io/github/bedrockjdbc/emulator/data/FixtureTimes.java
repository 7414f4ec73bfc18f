package io.github.bedrockjdbc.emulator.data;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** When jobs are submitted: more and more over two years, on working days, and in bursts. */
public final class FixtureTimes {
  /** No fixture job is submitted at this instant or later. */
  public static final Instant UNTIL = Instant.parse("2026-11-01T00:00:00Z");

  private static final int DAYS = 730;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int BURST = 6;

  private FixtureTimes() {}

  /** Within the last 30 hours, for jobs that are still under way. */
  static Instant recent(SplittableRandom random) {
    return UNTIL.minusMillis(1 + random.nextLong(Duration.ofHours(30).toMillis()));
  }

  /** Anywhere in the two years; every fourth group of neighbours comes within two seconds. */
  static Instant past(int index, long seed, SplittableRandom random) {
    final SplittableRandom group = new SplittableRandom(seed * 31 + index / BURST);
    if (group.nextInt(4) > 0) {
      return single(random);
    }
    // Few distinct offsets, so that some jobs share their millisecond.
    return single(group).plusMillis(250L * random.nextInt(8));
  }

  private static Instant single(SplittableRandom random) {
    final long daysAgo = 3 + (long) ((DAYS - 6) * Math.pow(random.nextDouble(), 1.6));
    final Instant day = UNTIL.minusMillis(daysAgo * DAY);
    final DayOfWeek name = day.atZone(ZoneOffset.UTC).getDayOfWeek();
    final boolean weekend = name.compareTo(DayOfWeek.SATURDAY) >= 0 && random.nextInt(5) > 0;
    return day.minusMillis(weekend ? 2 * DAY : 0).plusMillis(ofDay(random));
  }

  private static long ofDay(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      // Schedulers start at two in the morning, give or take a minute.
      case 0 -> Duration.ofHours(2).toMillis() + random.nextInt(60_000);
      case 1 -> random.nextLong(DAY);
      default -> Duration.ofHours(8).toMillis() + random.nextLong(DAY * 10 / 24);
    };
  }
}
