package io.github.bedrockjdbc.clients;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged meanwhile as a warning or worse. */
final class LoggedWarnings extends Handler {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private final Logger root = Logger.getLogger("");

  LoggedWarnings() {
    setLevel(Level.WARNING);
    root.addHandler(this);
  }

  List<String> lines() {
    return lines;
  }

  /** Whether there is one before so much time is over. */
  boolean awaitOne(Duration most) throws InterruptedException {
    return first.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void publish(LogRecord logged) {
    if (isLoggable(logged)) {
      lines.add(logged.getLoggerName() + ": " + logged.getMessage());
      first.countDown();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
