package io.github.bedrockjdbc.emulator.server;

import java.time.Duration;
import java.util.function.IntPredicate;

/** A number that threads can wait for. */
public final class Gauge {
  /** Only reached by what would never happen. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private int value;

  Gauge(String name) {
    this.name = name;
  }

  synchronized int add(int difference) {
    value += difference;
    notifyAll();
    return value;
  }

  public synchronized int value() {
    return value;
  }

  /**
   * Waits until the number satisfies.
   *
   * @throws AssertionError if it does not within a minute, or the thread is interrupted
   */
  public synchronized void await(IntPredicate wanted, String what) {
    final long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(value)) {
      final long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("waited for " + what + ", but there are " + value + " " + name);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      }
    }
  }
}
