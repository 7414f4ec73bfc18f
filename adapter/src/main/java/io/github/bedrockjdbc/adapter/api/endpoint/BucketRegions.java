package io.github.bedrockjdbc.adapter.api.endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The regions of buckets that are not where they were looked for. Safe for several threads. */
public final class BucketRegions {
  /** Jobs write to a few buckets; what does not fit is asked for twice. */
  private static final int MOST = 10_000;

  private final Map<String, String> regions = new ConcurrentHashMap<>();

  /** Knows none. */
  public BucketRegions() {}

  /** Empty where the bucket is not known to be elsewhere. */
  public Optional<String> get(String bucket) {
    return Optional.ofNullable(regions.get(bucket));
  }

  /** Notes where a bucket is. */
  public void put(String bucket, String region) {
    if (regions.size() < MOST) {
      regions.put(bucket, region);
    }
  }
}
