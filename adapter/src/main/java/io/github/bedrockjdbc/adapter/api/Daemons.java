package io.github.bedrockjdbc.adapter.api;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that keep no JVM alive and, beyond this library's own class loader, nothing of whoever
 * happened to ask first: an application that is unloaded must not be held by them.
 */
public final class Daemons implements ThreadFactory {
  private final String name;
  private final long stackBytes;
  private final AtomicInteger number = new AtomicInteger();

  /**
   * @param name what threads are called, before a number
   */
  public Daemons(String name) {
    this(name, 0);
  }

  /**
   * @param stackBytes what each thread may use for its stack, 0 for what the JVM gives
   */
  public Daemons(String name, long stackBytes) {
    this.name = name;
    this.stackBytes = stackBytes;
  }

  @Override
  public Thread newThread(Runnable task) {
    final boolean inheritsThreadLocals = false;
    final Thread thread =
        new Thread(
            null, task, name + "-" + number.incrementAndGet(), stackBytes, inheritsThreadLocals);
    thread.setDaemon(true);
    thread.setContextClassLoader(Daemons.class.getClassLoader());
    return thread;
  }
}
