package io.github.bedrockjdbc.driver.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what nobody tells of, and leaves the processor to others meanwhile. */
public final class Await {
  private static final long LIMIT = TimeUnit.MINUTES.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private Await() {}

  /**
   * Comes back when a condition holds.
   *
   * @param orElse what is wrong if it does not hold within a minute
   */
  public static void until(String orElse, BooleanSupplier condition) {
    final long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as(orElse).isLessThan(LIMIT);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
