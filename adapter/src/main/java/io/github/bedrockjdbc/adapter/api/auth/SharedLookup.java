package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks something up on a thread of its own, one look-up at a time, shared by all who want the same
 * meanwhile: what cannot be interrupted goes on there when a caller is cancelled, and who comes
 * next joins it. Safe for several threads.
 */
final class SharedLookup<T> {
  /** After this, nobody waits any more for one that does not end. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private final String what;
  private final Executor threads;
  private final Runnable abort;
  private Flight<T> flight;
  private boolean closed;
  private volatile Runnable afterwards; // set once

  /**
   * @param what is looked up, for people
   * @param threads daemons; one is used at a time
   * @param abort tries to end a look-up that takes too long
   */
  SharedLookup(String what, Executor threads, Runnable abort) {
    this.what = what;
    this.threads = threads;
    this.abort = abort;
  }

  private record Flight<T>(Object purpose, CompletableFuture<T> answer, long startNanos) {}

  /** As below, waiting for as long as a look-up may take. */
  T get(Cancellation cancellation, Object purpose, Supplier<T> lookup) {
    return get(cancellation, purpose, lookup, LONGEST).orElseThrow(this::takesTooLong);
  }

  /**
   * What a look-up gives that is under way or, if there is none, begins now.
   *
   * @param purpose callers of an equal one share a look-up; others come one after the other
   * @return empty if it takes longer than {@code atMost}; it goes on
   */
  Optional<T> get(Cancellation cancellation, Object purpose, Supplier<T> lookup, Duration atMost) {
    while (true) {
      final Flight<T> joined = join(purpose, lookup);
      final boolean isShared = joined.purpose.equals(purpose);
      try {
        final T value = cancellation.join(joined.answer, left(joined, atMost));
        if (isShared) {
          return Optional.of(value);
        }
      } catch (TimeoutException e) {
        return Optional.empty();
      } catch (ExecutionException e) {
        if (isShared) {
          throw failure(e.getCause());
        }
      }
    }
  }

  private static Duration left(Flight<?> flight, Duration atMost) {
    final Duration left = LONGEST.minusNanos(System.nanoTime() - flight.startNanos);
    return left.compareTo(atMost) < 0 ? left : atMost;
  }

  private synchronized Flight<T> join(Object purpose, Supplier<T> lookup) {
    if (flight == null) {
      final Flight<T> started = new Flight<>(purpose, new CompletableFuture<>(), System.nanoTime());
      if (closed) {
        throw new ApiException(Kind.CANCELLED, "The connection was closed");
      }
      try {
        threads.execute(() -> run(started, lookup));
      } catch (RejectedExecutionException e) {
        throw new ApiException(Kind.CANCELLED, "The connection was closed", e);
      } catch (OutOfMemoryError e) { // what Java calls having no thread left
        throw failure(e);
      }
      flight = started;
    }
    return flight;
  }

  private void run(Flight<T> started, Supplier<T> lookup) {
    T value = null;
    Throwable failure = null;
    try {
      value = lookup.get();
    } catch (Throwable e) { // whoever waits is told
      failure = e;
    }
    synchronized (this) {
      flight = null; // before it ends for those who wait: who comes now begins another
    }
    if (failure == null) {
      started.answer.complete(value);
    } else {
      started.answer.completeExceptionally(failure);
    }
    if (afterwards != null) {
      afterwards.run();
    }
  }

  private RuntimeException failure(Throwable cause) {
    return cause instanceof ApiException known
        ? known
        : new ApiException(
            Kind.UNAUTHENTICATED,
            what + " could not be looked up: " + CredentialFailure.text(cause),
            cause instanceof Error ? cause : null);
  }

  private ApiException takesTooLong() {
    abort.run();
    return new ApiException(
        Kind.UNAUTHENTICATED,
        "%s: the lookup has taken more than %d s, and another one cannot start until it ends"
            .formatted(what, LONGEST.toSeconds()));
  }

  /** Begins no other and aborts the one under way, if any; does something when that has ended. */
  void close(Runnable last) {
    synchronized (this) {
      closed = true;
      if (flight != null) {
        afterwards = last;
      }
    }
    abort.run();
    if (afterwards == null) {
      last.run();
    }
  }
}
