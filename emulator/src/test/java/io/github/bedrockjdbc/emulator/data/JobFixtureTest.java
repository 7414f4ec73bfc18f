package io.github.bedrockjdbc.emulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobFixtureTest {
  private static final List<Job> JOBS = List.copyOf(JobFixture.of(2000, 1));

  private static long count(Predicate<Job> which) {
    return JOBS.stream().filter(which).count();
  }

  @Test
  void sameSeedSameJobs() {
    assertThat(List.copyOf(JobFixture.of(2000, 1))).isEqualTo(JOBS);
    assertThat(JobFixture.of(5000, 1).subList(0, 2000)).isEqualTo(JOBS);
    assertThat(JobFixture.of(2000, 2).get(7)).isNotEqualTo(JOBS.get(7));
    assertThat(JobFixture.of(3, 1).in("eu-west-1", "999988887777").get(0))
        .satisfies(
            job -> {
              assertThat(job.region()).isEqualTo("eu-west-1");
              assertThat(job.account()).isEqualTo("999988887777");
              assertThat(job.submitTime()).isEqualTo(JOBS.get(0).submitTime());
            });
    assertThatIllegalArgumentException().isThrownBy(() -> JobFixture.of(-1, 1));
  }

  @Test
  void movedJobsAreTheSameAtAnotherTime() {
    final Duration later = Duration.ofDays(1000).plusMillis(1);
    final Instant now = FixtureTimes.UNTIL.plus(later);
    final JobFixture jobs = JobFixture.of(2000, 1);
    final JobFixture moved = jobs.until(now);
    for (int i = 0; i < jobs.size(); i++) {
      final Job job = moved.get(i);
      assertThat(job.submitTime()).isEqualTo(jobs.get(i).submitTime().plus(later));
      assertThat(job.lastModifiedTime()).isBeforeOrEqualTo(now);
      assertThat(job.jobArn()).isEqualTo(jobs.get(i).jobArn());
      assertThat(job.modelId()).isEqualTo(jobs.get(i).modelId());
      assertThat(job.message()).isEqualTo(jobs.get(i).message());
      assertThat(job.counters()).isEqualTo(jobs.get(i).counters());
    }
  }

  @Test
  void arnsAreDistinct() {
    assertThat(JOBS.stream().map(Job::jobArn)).doesNotHaveDuplicates();
  }

  @Test
  void namesAreLegalAndOdd() {
    assertThat(JOBS)
        .allSatisfy(
            job ->
                assertThat(job.jobName())
                    .matches("[a-zA-Z0-9][a-zA-Z0-9+.-]*")
                    .hasSizeBetween(1, 63));
    assertThat(JOBS.stream().map(Job::jobName))
        .anyMatch(name -> name.length() == 63)
        .anyMatch(name -> name.contains("+"))
        .anyMatch(name -> name.contains("."))
        .anyMatch(name -> name.contains("---"))
        .anyMatch(name -> name.endsWith("-"));
    final Set<String> names = JOBS.stream().map(Job::jobName).collect(Collectors.toSet());
    final Set<String> lower =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    assertThat(lower).as("some differ in case only").hasSizeLessThan(names.size());
    assertThat(names).as("some come again").hasSizeLessThan(JOBS.size());
  }

  @Test
  void everyStatusInItsShare() {
    final Map<String, Long> shares =
        JOBS.stream().collect(Collectors.groupingBy(Job::status, Collectors.counting()));
    assertThat(shares).containsOnlyKeys(JobStatus.ALL.stream().map(JobStatus::wire).toList());
    assertThat(shares.get("Completed")).isBetween(1200L, 1500L);
    assertThat(shares.get("Failed")).isBetween(180L, 320L);
    assertThat(JobFixture.of(10, 9).stream().map(Job::status).distinct()).hasSize(10);
  }

  @Test
  void onlyRecentJobsAreUnderWay() {
    final Instant recent = FixtureTimes.UNTIL.minus(Duration.ofHours(30));
    assertThat(JOBS)
        .filteredOn(job -> !JobStatus.of(job.status()).orElseThrow().isFinal())
        .allMatch(job -> job.submitTime().isAfter(recent));
  }

  @Test
  void timesAreUnevenAndTie() {
    final Instant first = FixtureTimes.UNTIL.minus(Duration.ofDays(731));
    assertThat(JOBS)
        .allMatch(job -> job.submitTime().isAfter(first))
        .allMatch(job -> job.submitTime().isBefore(FixtureTimes.UNTIL))
        .allMatch(job -> job.submitTime().equals(job.submitTime().truncatedTo(ChronoUnit.MILLIS)));
    assertThat(count(job -> day(job).compareTo(DayOfWeek.SATURDAY) >= 0)).isLessThan(300);
    assertThat(distinct(Job::submitTime)).isLessThan(JOBS.size() - 20);
    assertThat(distinct(job -> job.submitTime().getEpochSecond()))
        .isLessThan(distinct(Job::submitTime) - 20);
  }

  @Test
  void timesAgreeWithTheStatus() {
    assertThat(JOBS)
        .allSatisfy(
            job -> {
              assertThat(job.lastModifiedTime()).isAfterOrEqualTo(job.submitTime());
              assertThat(job.timeoutDurationInHours()).isBetween(24, 168);
              assertThat(job.jobExpirationTime())
                  .isEqualTo(job.submitTime().plus(Duration.ofHours(job.timeoutDurationInHours())));
              assertThat(job.endTime() != null)
                  .as(job.status())
                  .isEqualTo(
                      Set.of("Completed", "PartiallyCompleted", "Failed", "Expired")
                          .contains(job.status()));
            });
  }

  @Test
  void countersAddUp() {
    assertThat(JOBS)
        .filteredOn(job -> !job.counters().equals(Counters.NONE))
        .isNotEmpty()
        .allSatisfy(
            job -> {
              final Counters counters = job.counters();
              assertThat(counters.processed()).isEqualTo(counters.success() + counters.error());
              assertThat(counters.total()).isGreaterThanOrEqualTo(counters.processed());
            });
    assertThat(JOBS)
        .anyMatch(
            job ->
                job.status().equals("Completed")
                    && job.counters().total() != null
                    && job.counters().success() == 0);
    assertThat(count(job -> job.counters().equals(Counters.NONE))).isBetween(600L, 1900L);
  }

  @Test
  void failuresSayWhy() {
    final List<String> messages =
        JOBS.stream()
            .filter(job -> job.status().equals("Failed"))
            .map(Job::message)
            .filter(message -> message != null)
            .toList();
    assertThat(new HashSet<>(messages)).hasSizeGreaterThan(100);
    assertThat(messages)
        .anyMatch(message -> message.contains("\n"))
        .anyMatch(message -> message.contains("\""))
        .anyMatch(message -> message.contains("'"))
        .anyMatch(message -> message.contains("日本語"))
        .noneMatch(message -> message.contains("%"))
        .allMatch(message -> message.length() <= 2048);
    assertThat(count(job -> job.status().equals("Completed") && job.message() != null)).isZero();
  }

  @Test
  void optionalFieldsComeAndGo() {
    assertThat(count(job -> job.vpcConfig() != null)).isBetween(50L, 400L);
    assertThat(count(job -> job.output().kmsKeyId() != null)).isBetween(100L, 600L);
    assertThat(count(job -> job.input().format() == null)).isBetween(300L, 1000L);
    assertThat(distinct(Job::modelInvocationType)).isEqualTo(3);
    assertThat(JOBS.stream().map(Job::modelId))
        .anyMatch(id -> id.contains("::foundation-model/anthropic."))
        .anyMatch(id -> id.contains(":inference-profile/us."))
        .anyMatch(id -> id.contains(":application-inference-profile/"))
        .anyMatch(id -> id.contains(":custom-model/"));
  }

  private static DayOfWeek day(Job job) {
    return job.submitTime().atZone(ZoneOffset.UTC).getDayOfWeek();
  }

  private static long distinct(Function<Job, Object> what) {
    return JOBS.stream().map(what).distinct().count();
  }
}
