package io.github.bedrockjdbc.adapter.engine;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When the oldest job of a walk was submitted, as the service told once. Jobs are not deleted, so
 * that it stays the oldest one; where it does not, such as after a change of its status, only the
 * work is divided less evenly. Safe for several threads.
 */
public final class OldestJobs {
  private static final int MOST = 100;

  private final Map<Walk, Long> timesByWalk = new LinkedHashMap<>();

  /** The time in milliseconds; empty if it is not known yet. */
  public synchronized Optional<Long> known(ListRequest request, long asker) {
    return Optional.ofNullable(timesByWalk.get(Walk.of(request, asker)));
  }

  /** Asks for it and remembers the answer. */
  public Optional<Long> asked(ListRequest request, long asker, Supplier<Optional<Long>> asking) {
    final Optional<Long> time = asking.get();
    time.ifPresent(millis -> note(Walk.of(request, asker), millis));
    return time;
  }

  private synchronized void note(Walk walk, long millis) {
    timesByWalk.put(walk, millis);
    if (timesByWalk.size() > MOST) {
      timesByWalk.remove(timesByWalk.keySet().iterator().next());
    }
  }

  /** Which jobs a walk gives, in whatever order and pages. */
  private record Walk(long asker, ListRequest selection) {
    static Walk of(ListRequest request, long asker) {
      return new Walk(asker, request.ofSelection());
    }
  }
}
