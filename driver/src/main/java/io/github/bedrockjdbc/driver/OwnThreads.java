package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Daemons;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs what Calcite does with a statement. Calcite leaves objects of its own in thread locals; in a
 * thread of the application's they would hold this library's class loader as long as it lives.
 */
final class OwnThreads implements AutoCloseable {
  /** Reserved, not used: Calcite goes down a statement by recursion, some KB for each bracket. */
  private static final long STACK_BYTES = 256L << 20;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(new Daemons("bedrock-jobs-planning", STACK_BYTES));

  /** Does the work in another thread and waits for it; what it throws shows the caller's stack. */
  <T> T call(Callable<T> work) throws SQLException {
    try {
      return begun(work).join(); // interrupts wait: this is short
    } catch (CompletionException e) {
      throw failure(e.getCause());
    }
  }

  /**
   * Begins with the work beside the caller, who may wait for its end but is not told its result.
   */
  CompletableFuture<Void> begin(Callable<?> work) {
    return begun(work).handle((result, failure) -> null);
  }

  private <T> CompletableFuture<T> begun(Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  private static SQLException failure(Throwable cause) {
    if (cause instanceof SQLException failure) {
      failure.fillInStackTrace();
      return failure;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    throw new IllegalStateException(cause);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
