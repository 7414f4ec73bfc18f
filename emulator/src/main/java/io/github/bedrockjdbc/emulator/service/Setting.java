package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.time.Clock;
import java.util.Optional;

/** A behavior, and what its rate limit has left. */
public record Setting(Behavior behavior, Optional<RateLimit.Bucket> bucket) {
  public static Setting of(Behavior behavior, Clock clock) {
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
