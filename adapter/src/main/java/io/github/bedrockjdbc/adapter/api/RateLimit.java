package io.github.bedrockjdbc.adapter.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Spaces requests out, whoever sends them, so that no second sees more than it may. */
final class RateLimit {
  private volatile long intervalNanos;
  private long nextNanos = System.nanoTime();

  RateLimit(Optional<Integer> perSecond) {
    perSecond.ifPresent(this::set);
  }

  /** The most requests in a second from now on. */
  void set(double perSecond) {
    intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  void unset() {
    intervalNanos = 0;
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
