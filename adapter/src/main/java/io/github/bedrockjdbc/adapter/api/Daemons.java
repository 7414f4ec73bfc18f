package io.github.bedrockjdbc.adapter.api;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that keep no JVM alive and, beyond this library's own class loader, nothing of whoever
 * happened to ask first: an application that is unloaded must not be held by them.
 */
public final class Daemons implements ThreadFactory {
  private final String name;
  private final AtomicInteger number = new AtomicInteger();

  /**
   * @param name what threads are called, before a number
   */
  public Daemons(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    final boolean inheritsThreadLocals = false;
    final Thread thread =
        new Thread(null, task, name + "-" + number.incrementAndGet(), 0, inheritsThreadLocals);
    thread.setDaemon(true);
    thread.setContextClassLoader(Daemons.class.getClassLoader());
    return thread;
  }
}
