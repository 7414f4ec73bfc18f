package io.github.bedrockjdbc.emulator.data;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What a job has written about itself when it has ended: counters that agree with the list's, and
 * tokens that follow from model, work and records.
 *
 * @param location of the object, made of the job's output; empty parts if it has none
 * @param counters never with null components
 */
public record Manifest(S3Uri location, Counters counters, long inputTokens, long outputTokens) {
  private static final String NAME = "manifest.json.out";

  /** Tokens that a record takes and gives on average: more for models that write more. */
  private static final Map<String, long[]> TOKENS =
      new TreeMap<>(
          Map.of(
              "embed", new long[] {260, 0},
              "haiku", new long[] {950, 210},
              "sonnet", new long[] {1900, 540},
              "nova-micro", new long[] {420, 90},
              "nova-lite", new long[] {700, 160},
              "nova-pro", new long[] {1500, 380},
              "llama", new long[] {1100, 300},
              "mistral", new long[] {800, 240}));

  private static final long[] OTHERS = {640, 180};

  /** The manifest of a job; it has one only if {@link ManifestFate} says so. */
  public static Manifest of(Job job) {
    final Counters counters = counters(job);
    final SplittableRandom random = new SplittableRandom(job.arn().key() ^ 0x746f6b656e73L);
    final long[] each =
        TOKENS.entrySet().stream()
            .filter(family -> String.valueOf(job.modelId()).contains(family.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(OTHERS);
    // Prompts of one job are of one length, more or less.
    final double length = Math.pow(4, random.nextDouble() - 0.5);
    return new Manifest(
        location(job),
        counters,
        tokens(counters.success(), each[0] * length, random),
        tokens(counters.success(), each[1] * (0.7 + 0.6 * random.nextDouble()), random));
  }

  /** Where a job writes its manifest. */
  public static S3Uri location(Job job) {
    return S3Uri.of(job.output().uri())
        .map(output -> output.below(job.jobId() + "/" + NAME))
        .orElse(new S3Uri("", ""));
  }

  private static long tokens(long records, double average, SplittableRandom random) {
    final long sum = Math.round(records * average);
    return sum == 0 ? 0 : sum + random.nextLong(records);
  }

  /** The list's where it tells them; old jobs have counted all the same. */
  private static Counters counters(Job job) {
    final Counters listed = job.counters();
    if (listed.isWhole()) {
      return listed;
    }
    return JobStatus.of(job.status())
        .map(
            status ->
                LifeCycle.in(job.toBuilder().counters(Counters.ZERO).build(), status).counters())
        .orElse(Counters.ZERO);
  }
}
