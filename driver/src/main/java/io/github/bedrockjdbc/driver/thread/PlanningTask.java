package io.github.bedrockjdbc.driver.thread;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.calcite.util.CancelFlag;

/** The planning of one statement, for which somebody waits, or no longer does. */
final class PlanningTask<T> implements Runnable {
  private enum State {
    AWAITED,
    LEFT,
    ENDED
  }

  private final Callable<T> work;
  private final AtomicInteger leftBehind;
  private final AtomicReference<State> state = new AtomicReference<>(State.AWAITED);
  private final AtomicBoolean isLeft = new AtomicBoolean();
  private final CancelFlag flag = new CancelFlag(isLeft);
  private final Cancellation cancellation = Cancellation.unlimited();
  private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();

  /**
   * @param leftBehind how many go on though nobody waits for them
   */
  PlanningTask(Callable<T> work, AtomicInteger leftBehind) {
    this.work = work;
    this.leftBehind = leftBehind;
  }

  @Override
  public void run() {
    final PlanningThread thread = (PlanningThread) Thread.currentThread();
    thread.begin(this);
    Outcome<T> ended = null;
    try {
      ended = new Outcome<>(work.call(), null);
    } catch (Throwable e) { // Calcite throws errors as well
      ended = new Outcome<>(null, e);
    } finally {
      thread.end();
      if (!state.compareAndSet(State.AWAITED, State.ENDED)) {
        leftBehind.decrementAndGet();
      }
      outcome.complete(ended);
    }
  }

  /** The result, unless it is left before: then the work ends soon, and what it did is dropped. */
  Outcome<T> await(Cancellation by) {
    try {
      return by.await(outcome);
    } catch (ApiException e) {
      leave();
      throw e;
    }
  }

  private void leave() {
    if (state.compareAndSet(State.AWAITED, State.LEFT)) {
      leftBehind.incrementAndGet();
      isLeft.set(true);
      cancellation.cancel();
    }
  }

  /** Its end, without its result. */
  CompletableFuture<Void> ended() {
    return outcome.handle((result, failure) -> null);
  }

  void check() {
    if (isLeft.get()) {
      cancellation.check();
    }
  }

  CancelFlag flag() {
    return flag;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /**
   * A result or a failure.
   *
   * @param failure null if there is a result
   */
  record Outcome<T>(T result, Throwable failure) {}
}
