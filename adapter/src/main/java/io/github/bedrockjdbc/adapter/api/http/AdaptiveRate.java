package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The rate at which one source takes requests, learned from its refusals: a step slower with each,
 * and faster again as time passes without one. Without limit until the first refusal. The SDK's
 * adaptive mode has the same aim, but took twice the time that the service's rate allows.
 */
final class AdaptiveRate {
  private static final double SLOWER = 0.8;

  /** What a second without refusal multiplies the rate by, near a limit that is known. */
  private static final double CAREFULLY = 1.1;

  /** The same where the limit is not known: after a lone refusal, or after a long time. */
  private static final double BOLDLY = 2;

  private static final double LEAST_PER_SECOND = 0.5;
  private static final double FIRST_PER_SECOND = 2;
  private static final double UNLIMITED_PER_SECOND = 100;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long LONG_TIME = 10 * SECOND;

  private final RateLimit limit = new RateLimit(Optional.empty());
  private final Deque<Long> passedNanos = new ArrayDeque<>(); // of the last second
  private double perSecond;
  private int steps; // 0: no limit
  private long slowedNanos;
  private long changedNanos;

  /** Waits for the turn of one more request. */
  void await(Cancellation cancellation) {
    limit.await(cancellation);
  }

  /** Whether requests come as fast as the service takes them. */
  boolean isReached() {
    return limit.isReached();
  }

  /** The service took a request. */
  synchronized void passed() {
    final long now = System.nanoTime();
    passedNanos.addLast(now);
    forgetBefore(now - SECOND);
    if (steps > 0) {
      final boolean isKnown = steps > 1 && now - slowedNanos < LONG_TIME;
      final double seconds = (double) (now - changedNanos) / SECOND;
      set(perSecond * Math.pow(isKnown ? CAREFULLY : BOLDLY, seconds), now);
    }
  }

  /**
   * The service refused a request for its rate.
   *
   * @param sentNanos when it was sent; if that was before the last step, it says nothing new
   */
  synchronized void throttled(long sentNanos) {
    if (steps > 0 && sentNanos - slowedNanos < 0) {
      return;
    }
    final long now = System.nanoTime();
    forgetBefore(now - SECOND);
    final double before = steps > 0 ? perSecond : Math.max(FIRST_PER_SECOND, passedNanos.size());
    steps++;
    slowedNanos = now;
    set(Math.max(LEAST_PER_SECOND, before * SLOWER), now);
    limit.exceeded();
  }

  private void set(double newPerSecond, long now) {
    perSecond = newPerSecond;
    changedNanos = now;
    if (perSecond < UNLIMITED_PER_SECOND) {
      limit.set(perSecond);
    } else {
      steps = 0;
      limit.unset();
    }
  }

  private void forgetBefore(long nanos) {
    while (!passedNanos.isEmpty() && passedNanos.getFirst() - nanos < 0) {
      passedNanos.removeFirst();
    }
  }
}
