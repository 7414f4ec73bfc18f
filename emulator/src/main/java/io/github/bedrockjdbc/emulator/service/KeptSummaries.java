package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.KeptJobs;
import io.github.bedrockjdbc.emulator.json.Json;
import io.github.bedrockjdbc.emulator.json.Written;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON of jobs as lists show them, kept as long as there is memory: who measures a client does
 * not want to measure how answers are written. Safe for several threads.
 */
final class KeptSummaries {
  private final Map<Long, SoftReference<Kept>> byKey = new ConcurrentHashMap<>();

  private record Kept(Job job, Written summary) {}

  /** The job's summary as it is now. */
  Written of(Job job) {
    final long key = job.arn().key();
    final SoftReference<Kept> before = byKey.get(key);
    final Kept kept = before == null ? null : before.get();
    if (kept != null && kept.job().equals(job)) {
      return kept.summary();
    }
    final Written summary = new Written(Json.text(job.summary()));
    if (before != null || byKey.size() < KeptJobs.MOST) {
      byKey.put(key, new SoftReference<>(new Kept(job, summary)));
    }
    return summary;
  }
}
