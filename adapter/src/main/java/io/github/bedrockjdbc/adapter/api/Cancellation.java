package io.github.bedrockjdbc.adapter.api;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends what an execution waits for: requests under way and pauses between attempts. Cancelled once
 * and for good; a new execution has a new one. Safe for several threads.
 */
public final class Cancellation {
  /** A wait for a permit cannot be woken. */
  private static final Duration LOOKS_UP_EVERY = Duration.ofMillis(20);

  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();
  private final long deadlineNanos;

  private Cancellation(long deadlineNanos) {
    this.deadlineNanos = deadlineNanos;
  }

  /** Without a time limit. */
  public static Cancellation unlimited() {
    return after(Duration.ofDays(36_500));
  }

  /** Ends by itself when this time is over, counted from now. */
  public static Cancellation after(Duration timeout) {
    return new Cancellation(System.nanoTime() + timeout.toNanos());
  }

  /** A part of this one: ends with it, and can be cancelled without it. */
  public Scope scope() {
    return new Scope();
  }

  /** Wakes every thread that waits here and aborts what it waits for. Later calls do nothing. */
  public void cancel() {
    cancelled.countDown();
    actions.forEach(Runnable::run);
  }

  /** Throws {@code CANCELLED} or {@code TIMEOUT} if this is over. */
  public void check() {
    if (cancelled.getCount() == 0) {
      throw new ApiException(ApiException.Kind.CANCELLED, "The query was cancelled");
    }
    if (expired()) {
      throw new ApiException(ApiException.Kind.TIMEOUT, "The query's time limit has passed");
    }
  }

  /** Waits; ends early with {@link #check()}'s exceptions. */
  public void sleep(Duration duration) {
    check();
    try {
      final boolean woken = cancelled.await(capped(duration), TimeUnit.NANOSECONDS);
      if (woken || expired()) {
        check();
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Waits for a permit; ends early with {@link #check()}'s exceptions. */
  void acquire(Semaphore permits) {
    try {
      while (!permits.tryAcquire(capped(LOOKS_UP_EVERY), TimeUnit.NANOSECONDS)) {
        check();
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * Waits for a result and cancels the future if it does not come: because this is over, because
   * the thread was interrupted, or because {@code atMost} has passed.
   *
   * @throws TimeoutException if {@code atMost} has passed
   * @throws ExecutionException if the future failed
   */
  <T> T await(CompletableFuture<T> future, Duration atMost)
      throws TimeoutException, ExecutionException {
    final Runnable abort = () -> future.cancel(true);
    actions.add(abort);
    try {
      check();
      return future.get(capped(atMost), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      check(); // what was aborted fails in its own words
      throw e;
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      actions.remove(abort);
      future.cancel(true);
    }
  }

  /** Waits for what another thread works on in the same execution; throws what it threw. */
  public <T> T await(CompletableFuture<T> future) {
    try {
      return await(future, Duration.ofDays(36_500));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean expired() {
    return deadlineNanos - System.nanoTime() <= 0;
  }

  private long capped(Duration duration) {
    return Math.max(0, Math.min(duration.toNanos(), deadlineNanos - System.nanoTime()));
  }

  private static ApiException interrupted() {
    Thread.currentThread().interrupt();
    return new ApiException(ApiException.Kind.CANCELLED, "The thread was interrupted");
  }

  /** What belongs to one scan of an execution: closing it aborts what that scan still waits for. */
  public final class Scope implements AutoCloseable {
    private final Cancellation inner = new Cancellation(deadlineNanos);
    private final Runnable link = inner::cancel;

    private Scope() {
      actions.add(link);
      if (cancelled.getCount() == 0) {
        inner.cancel();
      }
    }

    /** To pass on to what the scan starts. */
    public Cancellation cancellation() {
      return inner;
    }

    @Override
    public void close() {
      actions.remove(link);
      inner.cancel();
    }
  }
}
