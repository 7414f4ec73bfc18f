package io.github.bedrockjdbc.adapter.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
  private final Deadline deadline;

  private Cancellation(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Without a time limit. */
  public static Cancellation unlimited() {
    return after(Duration.ofDays(36_500));
  }

  /** Ends by itself when this time is over, counted from now. */
  public static Cancellation after(Duration timeout) {
    return new Cancellation(Deadline.in(timeout, ApiException.Kind.TIMEOUT, "The query timed out"));
  }

  /** A part of this one: ends with it, and can be cancelled without it. */
  public Scope scope() {
    return new Scope(deadline);
  }

  /** A part of this one that several wait for: ends with it, or when each of them has ended. */
  Joint joint() {
    return new Joint();
  }

  /** The same, which ends also, with {@code NETWORK_TIMEOUT}, when this time is over. */
  Scope scope(Duration atMost) {
    final String text =
        "No response within the network timeout of %d ms".formatted(atMost.toMillis());
    return new Scope(
        deadline.earlier(Deadline.in(atMost, ApiException.Kind.NETWORK_TIMEOUT, text)));
  }

  /** Wakes every thread that waits here and aborts what it waits for. Later calls do nothing. */
  public void cancel() {
    cancelled.countDown();
    actions.forEach(Runnable::run);
  }

  /** Whether {@link #cancel()} was called; a time limit may have passed without that. */
  public boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** Does this as soon as {@link #cancel()} is called, in whatever thread, at once if it was. */
  public void whenCancelled(Runnable action) {
    actions.add(action);
    if (isCancelled()) {
      action.run();
    }
  }

  /**
   * Throws {@code CANCELLED}, {@code TIMEOUT} or {@code NETWORK_TIMEOUT} if this is over, also if
   * the thread was interrupted: what computes without a pause notices that here.
   */
  public void check() {
    if (isCancelled()) {
      throw new ApiException(ApiException.Kind.CANCELLED, "The query was cancelled");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    if (deadline.hasPassed()) {
      throw new ApiException(deadline.kind, deadline.text);
    }
  }

  /** Waits; ends early with {@link #check()}'s exceptions. */
  public void sleep(Duration duration) {
    check();
    try {
      final boolean woken = cancelled.await(capped(duration), TimeUnit.NANOSECONDS);
      if (woken || deadline.hasPassed()) {
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
  public <T> T await(CompletableFuture<T> future, Duration atMost)
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
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Waits for what others share: unlike {@link #await}, leaves it alone when this is over.
   *
   * @throws TimeoutException if {@code atMost} has passed
   * @throws ExecutionException if it failed
   */
  public <T> T join(Future<T> shared, Duration atMost) throws TimeoutException, ExecutionException {
    final long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      check();
      final long wait = Math.min(end - System.nanoTime(), capped(LOOKS_UP_EVERY));
      try {
        return shared.get(Math.max(0, wait), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (end - System.nanoTime() <= 0) {
          check();
          throw e;
        }
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private long capped(Duration duration) {
    return Math.max(0, Math.min(duration.toNanos(), deadline.nanos - System.nanoTime()));
  }

  private static ApiException interrupted() {
    Thread.currentThread().interrupt();
    return new ApiException(ApiException.Kind.CANCELLED, "The thread was interrupted");
  }

  /** What belongs to one scan of an execution: closing it aborts what that scan still waits for. */
  public final class Scope implements AutoCloseable {
    private final Cancellation inner;
    private final Runnable link;

    private Scope(Deadline end) {
      inner = new Cancellation(end);
      link = inner::cancel;
      actions.add(link);
      if (isCancelled()) {
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

  /** What belongs to several scans of an execution. */
  final class Joint {
    private final Scope scope = Cancellation.this.scope();
    private final Collection<Member> members = new ArrayList<>();
    private volatile boolean isLeft;

    Scope scope() {
      return scope;
    }

    boolean isOver() {
      return isLeft || scope.inner.isCancelled();
    }

    /** Goes on until this one is cancelled, at least; false if it is over already. */
    boolean join(Cancellation cancellation) {
      final Member member = new Member(cancellation);
      synchronized (members) {
        if (isOver()) {
          return false;
        }
        members.add(member);
      }
      cancellation.whenCancelled(member);
      return true;
    }

    /** Nobody needs it any more. */
    void end() {
      synchronized (members) {
        members.forEach(member -> member.of.actions.remove(member));
        members.clear();
      }
      scope.close();
    }

    /** Leaves when it is cancelled. */
    private final class Member implements Runnable {
      private final Cancellation of;

      Member(Cancellation of) {
        this.of = of;
      }

      @Override
      public void run() {
        synchronized (members) {
          isLeft = isLeft || (members.remove(this) && members.isEmpty());
        }
        if (isLeft) {
          scope.close();
        }
      }
    }
  }

  /** When it is over by itself, and what is said then. */
  private record Deadline(long nanos, ApiException.Kind kind, String text) {
    static Deadline in(Duration time, ApiException.Kind kind, String text) {
      return new Deadline(System.nanoTime() + time.toNanos(), kind, text);
    }

    Deadline earlier(Deadline other) {
      return other.nanos - nanos < 0 ? other : this;
    }

    boolean hasPassed() {
      return nanos - System.nanoTime() <= 0;
    }
  }
}
