package io.github.bedrockjdbc.adapter.api.http;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs tasks of an HTTP client: in the thread that sends a request while it does so, which saves a
 * hand-over, and in other threads from then on.
 */
final class StartingThread implements Executor {
  private final Executor others;
  private final ThreadLocal<Boolean> isStarting = new ThreadLocal<>();

  StartingThread(Executor others) {
    this.others = others;
  }

  <T> T start(Supplier<T> request) {
    isStarting.set(true);
    try {
      return request.get();
    } finally {
      isStarting.remove();
    }
  }

  @Override
  public void execute(Runnable task) {
    if (isStarting.get() == null) {
      others.execute(task);
    } else {
      task.run();
    }
  }
}
