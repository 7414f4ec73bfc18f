package io.github.bedrockjdbc.adapter.kept;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is not rows of {@code jobs} and was read for a statement: lists, tags. What was not used for
 * longest gives way. Safe for several threads.
 */
public final class KeptValues {
  private final AgeClock clock;
  private final Map<Object, Kept> values;

  /**
   * @param most how many there may be
   */
  public KeptValues(int most, AgeClock clock) {
    this.clock = clock;
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
            return size() > most;
          }
        };
  }

  /** Now: to be noted before something is read. */
  public Moment now() {
    return clock.now();
  }

  /** What was put there; empty if there is nothing, or it was read longer ago. */
  public synchronized Optional<Object> get(Object key, Duration maxAge) {
    return young(key, maxAge).map(Kept::value);
  }

  /** The age of what would be given. */
  public synchronized Optional<Duration> age(Object key, Duration maxAge) {
    return young(key, maxAge).map(kept -> clock.since(kept.begun));
  }

  private Optional<Kept> young(Object key, Duration maxAge) {
    return maxAge.isZero()
        ? Optional.empty()
        : Optional.ofNullable(values.get(key))
            .filter(kept -> clock.since(kept.begun).compareTo(maxAge) <= 0);
  }

  /**
   * Keeps a value, unless nothing is to be kept or a younger one is there.
   *
   * @param begun when it was asked for
   * @param value not changed from now on
   */
  public synchronized void put(Object key, Object value, Moment begun, Duration maxAge) {
    if (!maxAge.isZero()) {
      values.merge(
          key,
          new Kept(begun, value),
          (before, now) -> before.begun.isAfter(now.begun) ? before : now);
    }
  }

  private record Kept(Moment begun, Object value) {}
}
