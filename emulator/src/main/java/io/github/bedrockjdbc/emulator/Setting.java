package io.github.bedrockjdbc.emulator;

import java.time.Clock;
import java.util.Optional;

/** A behavior, and what its rate limit has left. */
record Setting(Behavior behavior, Optional<RateLimit.Bucket> bucket) {
  static Setting of(Behavior behavior, Clock clock) {
    return new Setting(
        behavior, behavior.get(Knob.RATE_LIMIT).map(limit -> new RateLimit.Bucket(limit, clock)));
  }

  /**
   * Lets one more request pass.
   *
   * @throws ServiceError if it comes too early
   */
  void admit() {
    if (bucket.isPresent() && !bucket.get().take()) {
      throw ServiceError.throttled(bucket.get().limit().retryAfter());
    }
  }
}
