package io.github.bedrockjdbc.adapter.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts in manifests by their job, for who has read them: the service writes one when a job has
 * ended, and never again. Those not used for longest give way. Safe for several threads.
 */
public final class ManifestCache {
  /** Some ten megabytes. */
  static final int MOST = 25_000;

  private final Map<AskedJob, long[]> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AskedJob, long[]> eldest) {
          return size() > MOST;
        }
      };

  ManifestCache() {}

  /** Empty if the manifest has to be read. */
  public synchronized Optional<long[]> get(AskedJob job) {
    return Optional.ofNullable(entries.get(job)).map(long[]::clone);
  }

  /** Keeps what a manifest said. */
  public synchronized void put(AskedJob job, long[] counts) {
    entries.put(job, counts.clone());
  }
}
