package io.github.bedrockjdbc.driver.thread;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs what Calcite does with a statement. Calcite leaves objects of its own in thread locals; in a
 * thread of the application's they would hold this library's class loader as long as it lives.
 *
 * <p>It also cannot be stopped wherever it is. Who waits for it is free at once when the query is
 * cancelled; the thread goes on to the next place at which it can be stopped.
 */
public final class PlannerThreads implements AutoCloseable {
  private static final int MOST_LEFT_BEHIND = 8;
  private static final Duration LOOKS_UP_EVERY = Duration.ofMillis(20);

  private final ExecutorService threads = Executors.newCachedThreadPool(new Numbered());
  private final AtomicInteger leftBehind = new AtomicInteger();
  private final Duration patience;

  public PlannerThreads() {
    this(Duration.ofSeconds(5));
  }

  /**
   * @param patience how long a statement waits for others to end that nobody waits for
   */
  PlannerThreads(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does the work in another thread and waits for it; what it throws shows the caller's stack.
   *
   * @throws io.github.bedrockjdbc.adapter.api.ApiException if the wait is cancelled
   */
  public <T> T call(Cancellation cancellation, Callable<T> work) throws SQLException {
    cancellation.check();
    awaitPlace(cancellation);
    final PlanningTask<T> task = new PlanningTask<>(work, leftBehind);
    threads.execute(task);
    final PlanningTask.Outcome<T> outcome = task.await(cancellation);
    if (outcome.failure() == null) {
      return outcome.result();
    }
    throw failure(outcome.failure());
  }

  /** Nothing bounds what a statement may take to plan, hence how many go on for nobody. */
  private void awaitPlace(Cancellation cancellation) {
    final long end = System.nanoTime() + patience.toNanos();
    while (leftBehind.get() >= MOST_LEFT_BEHIND) {
      if (System.nanoTime() - end > 0) {
        throw new SqlFault(
            SqlState.TOO_MANY_LEFT_BEHIND,
            MOST_LEFT_BEHIND
                + " cancelled statements are still being planned; wait for them to end, or use"
                + " fewer subqueries and nested expressions");
      }
      cancellation.sleep(LOOKS_UP_EVERY);
    }
  }

  /**
   * Begins with the work beside the caller, who may wait for its end but is not told its result.
   */
  public CompletableFuture<Void> begin(Callable<?> work) {
    final PlanningTask<?> task = new PlanningTask<>(work, leftBehind);
    threads.execute(task);
    return task.ended();
  }

  /** How many go on though nobody waits for them. */
  public int leftBehind() {
    return leftBehind.get();
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

  private static final class Numbered implements ThreadFactory {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      return new PlanningThread(work, "bedrock-jobs-planning-" + number.incrementAndGet());
    }
  }
}
