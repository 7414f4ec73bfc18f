package io.github.bedrockjdbc.emulator.behavior;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How many requests pass before they are throttled; a bucket that refills by the emulator's clock.
 *
 * @param perSecond requests that come free in a second; may be 0
 * @param burst requests that pass at once, at least 1
 * @param retryAfter seconds for the {@code Retry-After} header of a throttled answer
 */
public record RateLimit(double perSecond, int burst, OptionalInt retryAfter) {
  /** Checks the bounds. */
  public RateLimit {
    if (!(perSecond >= 0) || burst < 1) {
      throw new IllegalArgumentException("rate " + perSecond + ", burst " + burst);
    }
  }

  /** What is left of a limit. Made full. */
  public static final class Bucket {
    private final RateLimit limit;
    private final Clock clock;
    private double left;
    private Instant filled;

    public Bucket(RateLimit limit, Clock clock) {
      this.limit = limit;
      this.clock = clock;
      this.left = limit.burst();
      this.filled = clock.instant();
    }

    public RateLimit limit() {
      return limit;
    }

    /** True if one more request may pass. */
    public synchronized boolean take() {
      final Instant now = clock.instant();
      final double seconds = Duration.between(filled, now).toNanos() / 1e9;
      left = Math.min(limit.burst(), left + Math.max(0, seconds) * limit.perSecond());
      filled = now;
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }
}
