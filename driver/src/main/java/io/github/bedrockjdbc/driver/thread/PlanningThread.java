package io.github.bedrockjdbc.driver.thread;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.util.CancelFlag;

/**
 * A thread in which statements are planned. Calcite looks at its own flag between rules only, hence
 * what its rules call again and again, and is ours, asks here whether anybody still waits.
 */
public final class PlanningThread extends Thread {
  /** Reserved, not used: Calcite goes down a statement by recursion, some KB for each bracket. */
  private static final long STACK_BYTES = 256L << 20;

  private PlanningTask<?> task; // of this thread only

  PlanningThread(Runnable work, String name) {
    super(null, work, name, STACK_BYTES, false);
    setDaemon(true);
    setContextClassLoader(PlanningThread.class.getClassLoader());
  }

  void begin(PlanningTask<?> next) {
    task = next;
  }

  void end() {
    task = null;
  }

  /** Ends the planning in this thread if nobody waits for it any more; nothing in other threads. */
  public static void check() {
    if (Thread.currentThread() instanceof PlanningThread thread && thread.task != null) {
      thread.task.check();
    }
  }

  /** For Calcite's planners; one that is never set outside of a planning. */
  public static CancelFlag flag() {
    return Thread.currentThread() instanceof PlanningThread thread && thread.task != null
        ? thread.task.flag()
        : new CancelFlag(new AtomicBoolean());
  }

  /** What ends with the planning in this thread; never by itself outside of one. */
  public static Cancellation cancellation() {
    return Thread.currentThread() instanceof PlanningThread thread && thread.task != null
        ? thread.task.cancellation()
        : Cancellation.unlimited();
  }
}
