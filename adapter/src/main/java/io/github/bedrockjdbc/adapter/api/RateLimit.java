package io.github.bedrockjdbc.adapter.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Spaces requests out, whoever sends them, so that no second sees more than it may. */
final class RateLimit {
  private final long intervalNanos;
  private long nextNanos = System.nanoTime();

  RateLimit(Optional<Integer> perSecond) {
    this.intervalNanos = perSecond.map(most -> TimeUnit.SECONDS.toNanos(1) / most).orElse(0L);
  }

  /** Waits for the turn of one more request. */
  void await(Cancellation cancellation) {
    if (intervalNanos > 0) {
      cancellation.sleep(Duration.ofNanos(untilTurn()));
    }
  }

  private synchronized long untilTurn() {
    final long now = System.nanoTime();
    final long turn = nextNanos - now > 0 ? nextNanos : now;
    nextNanos = turn + intervalNanos;
    return turn - now;
  }
}
