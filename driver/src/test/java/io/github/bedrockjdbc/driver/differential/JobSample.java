package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.data.Counters;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.S3Input;
import io.github.bedrockjdbc.emulator.data.S3Output;
import io.github.bedrockjdbc.emulator.data.Vpc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Jobs that are hard on a pushdown: shared instants, boundaries, twins in all but case, nulls. */
final class JobSample {
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 1);

  private static final List<String> MESSAGES =
      List.of(
          "",
          "100% of 'records' failed; see \"errors\" \\ below_all",
          "first line\nsecond line\r\n\tthird line",
          "naïve café „日本語“ \uD83D\uDE00 end",
          "quota exceeded",
          "QUOTA exceeded",
          " padded ");

  private final SplittableRandom random;
  private final List<Job> fixture;
  private final List<Instant> times = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private JobSample(int count, SplittableRandom random) {
    this.random = random;
    this.fixture = JobFixture.of(count, random.nextInt(1000));
  }

  static List<Job> of(int count, SplittableRandom random) {
    final JobSample sample = new JobSample(count, random);
    return sample.fixture.stream().map(sample::hardened).toList();
  }

  private Job hardened(Job job) {
    final Instant time = time();
    final String status = status(job.status());
    return job.toBuilder()
        .jobName(name(job.jobName()))
        .modelId(random.nextInt(10) == 0 ? "amazon.titan:" + random.nextInt(3) : job.modelId())
        .roleArn(maybe(job.roleArn()))
        .status(status)
        .message("Failed".equals(status) ? message(job.message()) : job.message())
        .submitTime(time)
        .lastModifiedTime(maybe(later(time, job.submitTime(), job.lastModifiedTime())))
        .endTime(later(time, job.submitTime(), job.endTime()))
        .input(
            new S3Input(
                maybe(job.input().uri()), job.input().format(), maybe(job.input().bucketOwner())))
        .output(
            new S3Output(
                maybe(job.output().uri()),
                job.output().kmsKeyId(),
                maybe(job.output().bucketOwner())))
        .vpcConfig(
            random.nextInt(6) == 0 ? new Vpc(List.of("subnet-1", "subnet-2"), List.of()) : null)
        .timeoutDurationInHours(maybe(job.timeoutDurationInHours()))
        .jobExpirationTime(maybe(later(time, job.submitTime(), job.jobExpirationTime())))
        .modelInvocationType(maybe(job.modelInvocationType()))
        .counters(counters(job.counters()))
        .build();
  }

  private Instant time() {
    if (!times.isEmpty() && random.nextInt(3) > 0) {
      final Instant neighbor = times.get(random.nextInt(times.size()));
      final int[] apart = {0, 0, 0, 1, -1, 999, 1000, 1001, -1000, 500};
      times.add(neighbor.plusMillis(apart[random.nextInt(apart.length)]));
    } else {
      final Instant day =
          FIRST_DAY.plusDays(random.nextInt(720)).atStartOfDay(ZoneOffset.UTC).toInstant();
      final Instant month =
          FIRST_DAY.plusMonths(random.nextInt(24)).atStartOfDay(ZoneOffset.UTC).toInstant();
      times.add(
          switch (random.nextInt(6)) {
            case 0 -> day;
            case 1 -> day.minusMillis(1);
            case 2 -> month;
            case 3 -> month.minusMillis(1);
            case 4 -> day.plusSeconds(random.nextInt(86_400));
            default -> day.plusMillis(random.nextInt(86_400_000));
          });
    }
    return times.get(times.size() - 1);
  }

  private static Instant later(Instant time, Instant from, Instant to) {
    return to == null ? null : time.plus(Duration.between(from, to)).truncatedTo(ChronoUnit.MILLIS);
  }

  private String name(String given) {
    final String earlier = names.isEmpty() ? given : names.get(random.nextInt(names.size()));
    final String name =
        switch (random.nextInt(10)) {
          case 0 -> earlier;
          case 1 -> earlier.toUpperCase(Locale.ROOT);
          case 2 -> earlier.toLowerCase(Locale.ROOT);
          case 3 -> "a" + "-".repeat(random.nextInt(1, 6)) + "b.+" + random.nextInt(10);
          case 4 -> random.nextInt(10) + "+.-" + random.nextInt(10);
          case 5 -> Character.toString('a' + random.nextInt(3));
          default -> given;
        };
    names.add(name);
    return name;
  }

  /** All ten come often enough to matter; a few are no service's word, or none at all. */
  private String status(String given) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> Facts.STATUSES.get(random.nextInt(Facts.STATUSES.size()));
      case 7 -> null;
      case 8 -> "failed";
      default -> given;
    };
  }

  private String message(String given) {
    return random.nextInt(3) == 0
        ? MESSAGES.get(random.nextInt(MESSAGES.size()))
        : random.nextInt(6) == 0 ? null : given;
  }

  private Counters counters(Counters counters) {
    return new Counters(
        maybe(counters.total()),
        maybe(counters.processed()),
        maybe(counters.success()),
        maybe(counters.error()));
  }

  private <T> T maybe(T value) {
    return random.nextInt(8) == 0 ? null : value;
  }
}
