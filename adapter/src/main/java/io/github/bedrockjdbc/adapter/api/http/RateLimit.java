package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Spaces requests out, whoever sends them, so that no second sees more than it may. They go in the
 * order in which they came; a turn is taken when it has come, so that who gives up leaves no gap.
 */
final class RateLimit {
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private volatile long intervalNanos;
  private long nextNanos = System.nanoTime();
  private boolean hasWaited; // the last one that came

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

  /** A request was one too many: the next one's turn is as if it had been taken now. */
  synchronized void exceeded() {
    nextNanos = System.nanoTime() + intervalNanos;
  }

  /** Whether requests come as fast as they may: one more would make the others wait. */
  synchronized boolean isReached() {
    return intervalNanos > 0 && (hasWaited || mustWait());
  }

  private boolean mustWait() {
    return nextNanos - System.nanoTime() > 0;
  }

  /** Waits for the turn of one more request. */
  void await(Cancellation cancellation) {
    if (intervalNanos == 0) {
      return;
    }
    final Turn turn = enter();
    try {
      cancellation.await(turn.isFirst);
      for (long pause = pause(); pause > 0; pause = pause()) {
        cancellation.sleep(Duration.ofNanos(pause));
      }
    } finally {
      leave(turn);
    }
  }

  private synchronized Turn enter() {
    final Turn turn = new Turn();
    hasWaited = mustWait();
    waiting.addLast(turn);
    waiting.getFirst().isFirst.complete(null);
    return turn;
  }

  private synchronized void leave(Turn left) {
    waiting.remove(left);
    if (!waiting.isEmpty()) {
      waiting.getFirst().isFirst.complete(null);
    }
  }

  /** Time until the first one's turn; if that has come it is taken. */
  private synchronized long pause() {
    final long now = System.nanoTime();
    if (nextNanos - now > 0) {
      return nextNanos - now;
    }
    nextNanos = now + intervalNanos;
    return 0;
  }

  /** Somebody who waits. */
  private static final class Turn {
    private final CompletableFuture<Void> isFirst = new CompletableFuture<>();
  }
}
