package io.github.bedrockjdbc.adapter.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The rate at which one source takes requests, learned from its refusals: a step slower with each,
 * a little faster with each success. Without limit until the first refusal. The SDK's adaptive mode
 * does the same, but took twice the time that the service's rate allows.
 */
final class AdaptiveRate {
  private static final double SLOWER = 0.8;
  private static final double FASTER = 1.02;
  private static final double LEAST_PER_SECOND = 0.5;
  private static final double UNLIMITED_PER_SECOND = 500;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RateLimit limit = new RateLimit(Optional.empty());
  private final Deque<Long> passedNanos = new ArrayDeque<>(); // of the last second
  private double perSecond; // 0: nothing was refused yet
  private long slowedNanos;

  /** Waits for the turn of one more request. */
  void await(Cancellation cancellation) {
    limit.await(cancellation);
  }

  /** The service took a request. */
  synchronized void passed() {
    final long now = System.nanoTime();
    passedNanos.addLast(now);
    forgetBefore(now - SECOND);
    if (perSecond > 0) {
      perSecond *= FASTER;
      if (perSecond > UNLIMITED_PER_SECOND) {
        perSecond = 0;
        limit.unset();
      } else {
        limit.set(perSecond);
      }
    }
  }

  /**
   * The service refused a request for its rate.
   *
   * @param sentNanos when it was sent; if that was before the last step, it says nothing new
   */
  synchronized void throttled(long sentNanos) {
    if (perSecond > 0 && sentNanos - slowedNanos < 0) {
      return;
    }
    slowedNanos = System.nanoTime();
    forgetBefore(slowedNanos - SECOND);
    final double before = perSecond > 0 ? perSecond : Math.max(1, passedNanos.size());
    perSecond = Math.max(LEAST_PER_SECOND, before * SLOWER);
    limit.set(perSecond);
  }

  private void forgetBefore(long nanos) {
    while (!passedNanos.isEmpty() && passedNanos.getFirst() - nanos < 0) {
      passedNanos.removeFirst();
    }
  }
}
