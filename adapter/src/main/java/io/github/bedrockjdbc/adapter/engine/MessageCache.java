package io.github.bedrockjdbc.adapter.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failure messages by job, for who has read them: a failed job stays as it is, so each is read once
 * while there is room. That a job has none is asked twice, as it may not have arrived yet; then it
 * is kept for a while, if the job ended long ago.
 */
public final class MessageCache {
  private static final long MOST_BYTES = 8L << 20;
  private static final int BYTES_OF_AN_ENTRY = 200;
  private static final Duration LONGEST_ARRIVAL = Duration.ofHours(1);
  private static final Duration LIFE_OF_NONE = Duration.ofMinutes(10);

  private final Map<AskedJob, Known> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final InstantSource clock;
  private long bytes;

  MessageCache(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What a job's details said.
   *
   * @param message empty if there was none
   */
  public record Known(Optional<String> message, Instant end) {
    private static Known always(String message) {
      return new Known(Optional.of(message), Instant.MAX);
    }

    private long size() {
      return BYTES_OF_AN_ENTRY + 2L * message.map(String::length).orElse(0);
    }
  }

  /** Empty if the job's details have to be read. */
  public synchronized Optional<Known> get(AskedJob job) {
    return Optional.ofNullable(entries.get(job))
        .filter(known -> clock.instant().isBefore(known.end()));
  }

  public synchronized void put(AskedJob job, String message) {
    put(job, Known.always(message));
  }

  /** Notes that a job has no message, if none can be on its way. */
  public synchronized void putNone(AskedJob job, Instant jobEnd) {
    final Instant now = clock.instant();
    if (jobEnd.isBefore(now.minus(LONGEST_ARRIVAL))) {
      final boolean isConfirmed = entries.containsKey(job);
      put(job, new Known(Optional.empty(), isConfirmed ? now.plus(LIFE_OF_NONE) : now));
    }
  }

  private void put(AskedJob job, Known known) {
    forget(job);
    entries.put(job, known);
    bytes += size(job, known);
    final Iterator<Map.Entry<AskedJob, Known>> eldest = entries.entrySet().iterator();
    while (bytes > MOST_BYTES && eldest.hasNext()) {
      final Map.Entry<AskedJob, Known> forgotten = eldest.next();
      bytes -= size(forgotten.getKey(), forgotten.getValue());
      eldest.remove();
    }
  }

  private void forget(AskedJob job) {
    final Known before = entries.remove(job);
    bytes -= before == null ? 0 : size(job, before);
  }

  private static long size(AskedJob job, Known known) {
    return known.size() + 2L * job.arn().length();
  }
}
