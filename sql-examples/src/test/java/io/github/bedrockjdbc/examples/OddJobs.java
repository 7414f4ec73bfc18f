package io.github.bedrockjdbc.examples;

import static io.github.bedrockjdbc.examples.Facts.NOW;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Counters;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobBuilder;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.S3Input;
import io.github.bedrockjdbc.emulator.data.S3Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Jobs of two accounts in two regions, with all that a query may forget. */
final class OddJobs {
  static final String EUROPE = "eu-west-1";
  static final String PROD = "210987654321";

  private final List<Job> made = new ArrayList<>();

  private OddJobs() {}

  static List<List<Job>> all() {
    return List.of(
        List.copyOf(JobFixture.of(240, 1)),
        List.copyOf(JobFixture.of(150, 2).in(EUROPE, BedrockEmulator.DEMO_ACCOUNT)),
        List.copyOf(JobFixture.of(90, 3).in(BedrockEmulator.DEMO_REGION, PROD)),
        List.copyOf(JobFixture.of(60, 4).in(EUROPE, PROD)),
        new OddJobs().odd());
  }

  private List<Job> odd() {
    for (final String status :
        List.of("Submitted", "Validating", "Scheduled", "InProgress", "Stopping", "Archived")) {
      for (final int minutes : List.of(59, 61, 359, 361, 1439, 1441, 13 * 1440 - 1)) {
        add(status, Duration.ofMinutes(minutes), job -> job);
      }
    }
    // without a status, a name, a model, a role, locations, times or counts
    add("Completed", Duration.ofDays(2), job -> job.status(null));
    for (final String status : List.of("Failed", "Completed", "Failed", "Completed")) {
      add(status, Duration.ofDays(3), job -> job.jobName(null));
      add(status, Duration.ofDays(3), job -> job.modelId(null).roleArn(null));
      add(status, Duration.ofDays(4), job -> job.endTime(null).lastModifiedTime(null));
      add(status, Duration.ofDays(4), job -> job.counters(Counters.NONE).message(null));
      add(
          status,
          Duration.ofDays(5),
          job -> job.input(new S3Input(null, null, null)).output(new S3Output(null, null, null)));
    }
    add("InProgress", Duration.ofHours(5), job -> job.jobExpirationTime(null));
    add("InProgress", Duration.ofHours(5), job -> job.counters(Counters.NONE));
    add("InProgress", Duration.ofHours(5), job -> job.counters(Counters.ZERO));
    add("InProgress", Duration.ofSeconds(20), job -> job.counters(new Counters(9L, 4L, 4L, 0L)));
    add("InProgress", Duration.ofHours(9), job -> job.counters(new Counters(7L << 40, 1L, 1L, 0L)));
    add("InProgress", Duration.ofHours(30), job -> job.lastModifiedTime(null));
    add("Scheduled", Duration.ofHours(30), job -> job.modelId("arn:aws:bedrock:x::y/unheard-of"));
    // every record failed
    add("PartiallyCompleted", Duration.ofDays(6), job -> job.counters(allFailed()));
    add("Completed", Duration.ofDays(6), job -> job.counters(allFailed()));
    add("Stopped", Duration.ofDays(6), job -> job.counters(allFailed()));
    // on both sides of a Monday, of the oldest week, of 14 days and of 91
    for (final String day : List.of("2026-10-26", "2026-08-03", "2026-10-19", "2026-08-02")) {
      final Duration ago = Duration.between(Instant.parse(day + "T00:00:00Z"), NOW);
      add("Failed", ago, job -> job);
      add("Completed", ago.plusMillis(1), job -> job);
    }
    for (final String statuses :
        List.of(
            "Failed Completed", "Completed Failed", "Failed Failed Stopped", "Expired Completed")) {
      int days = 20;
      for (final String status : statuses.split(" ", -1)) {
        add(
            status,
            Duration.ofDays(days),
            job -> job.jobName("again-" + statuses.replace(' ', '-')));
        days--;
      }
    }
    return made;
  }

  private static Counters allFailed() {
    return new Counters(99_000L, 98_000L, 0L, 98_000L);
  }

  /** In each place in turn. */
  private void add(String status, Duration ago, UnaryOperator<JobBuilder> change) {
    final int n = made.size();
    final Job like =
        JobFixture.of(Integer.MAX_VALUE, 99)
            .in(
                n % 2 == 0 ? BedrockEmulator.DEMO_REGION : EUROPE,
                n % 4 < 2 ? BedrockEmulator.DEMO_ACCOUNT : PROD)
            .get(1000 + n);
    final Job job = like.resubmitted(like.jobArn(), NOW.minus(ago)).withStatus(status);
    made.add(change.apply(job.toBuilder()).build());
  }
}
