package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.api.Daemons;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks a minute later: pools and scripts that connect again soon find everything warm. Its
 * thread is there only while a task waits; the JDK's own one for delays would stay for good, and
 * with it the class loaders that it was made under.
 */
public final class DelayedRelease implements Executor, AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, new Daemons("bedrock-jobs-linger"));

  public DelayedRelease() {
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  @Override
  public void execute(Runnable task) {
    final Future<?> unused = timer.schedule(task, 1, TimeUnit.MINUTES);
  }

  /** What still waits is not run. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
