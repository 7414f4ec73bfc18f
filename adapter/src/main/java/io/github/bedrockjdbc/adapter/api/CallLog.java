package io.github.bedrockjdbc.adapter.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls, in the order in which they ended. Safe for several threads. */
public final class CallLog {
  /** Older calls are forgotten. */
  public static final int CAPACITY = 1000;

  private final Deque<ApiCall> calls = new ArrayDeque<>();

  /** An empty log. */
  public CallLog() {}

  /** Notes a call that has ended. */
  public synchronized void add(ApiCall call) {
    if (calls.size() == CAPACITY) {
      calls.removeFirst();
    }
    calls.addLast(call);
  }

  /** The calls by now, the one that ended last at the end. */
  public synchronized List<ApiCall> calls() {
    return List.copyOf(calls);
  }
}
