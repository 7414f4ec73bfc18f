package io.github.bedrockjdbc.emulator;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Jobs move on as the clock does, and new ones are submitted. */
class LivingTest {
  private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final Hand hand = new Hand();

  private BedrockEmulator emulator() {
    return BedrockEmulator.builder()
        .jobs(JobFixture.of(200, 1).until(START))
        .jobs(JobFixture.of(20, 2).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT).until(START))
        .living(hand, EVERY)
        .start();
  }

  @Test
  void nothingHappensWhileTheClockStands() {
    try (BedrockEmulator emulator = emulator()) {
      assertThat(emulator.jobs())
          .hasSize(220)
          .containsAll(JobFixture.of(200, 1).until(START))
          .containsAll(
              JobFixture.of(20, 2).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT).until(START));
    }
  }

  @Test
  void eachPlaceGetsAJobEveryFiveMinutes() {
    try (BedrockEmulator emulator = emulator()) {
      hand.passed = Duration.ofHours(10);
      final List<Job> added =
          emulator.jobs().stream().filter(job -> !job.submitTime().isBefore(START)).toList();
      assertThat(added).hasSizeBetween(238, 240);
      assertThat(added).extracting(Job::jobId).doesNotHaveDuplicates();
      assertThat(added).allMatch(job -> !job.submitTime().isAfter(hand.instant()));
      assertThat(added)
          .filteredOn(job -> job.submitTime().isAfter(hand.instant().minus(EVERY)))
          .hasSize(2);
    }
  }

  /** No step back, no time in the future, counters that grow, and an end at last. */
  @Test
  void jobsMoveOnAndEnd() {
    final Set<String> seen = new HashSet<>();
    try (BedrockEmulator emulator = emulator()) {
      Map<String, Job> before = byArn(emulator);
      for (int minutes = 1; minutes <= 180; minutes += 2) {
        hand.passed = Duration.ofMinutes(minutes);
        final Map<String, Job> now = byArn(emulator);
        for (final Job job : before.values()) {
          moved(job, now.get(job.jobArn()));
        }
        now.values().forEach(job -> seen.add(job.status()));
        before = now;
      }
      assertThat(before.values())
          .filteredOn(job -> job.submitTime().isBefore(START.plus(Duration.ofMinutes(60))))
          .filteredOn(job -> job.arn().key() % 11 > 0)
          .allMatch(job -> JobStatus.of(job.status()).orElseThrow().isFinal());
    }
    assertThat(seen).hasSize(JobStatus.ALL.size());
  }

  /** So that there is always a job that nothing happens to. */
  @Test
  void fewJobsWaitUntilTheyExpire() {
    try (BedrockEmulator emulator = emulator()) {
      hand.passed = Duration.ofHours(6);
      assertThat(emulator.jobs())
          .filteredOn(job -> job.status().equals("Scheduled"))
          .isNotEmpty()
          .allMatch(job -> job.jobExpirationTime().isAfter(hand.instant()));
      hand.passed = Duration.ofDays(8);
      assertThat(emulator.jobs())
          .filteredOn(job -> job.submitTime().isBefore(START.plus(Duration.ofHours(20))))
          .allMatch(job -> JobStatus.of(job.status()).orElseThrow().isFinal());
    }
  }

  private void moved(Job before, Job after) {
    assertThat(order(after)).isGreaterThanOrEqualTo(order(before));
    assertThat(after.submitTime()).isEqualTo(before.submitTime());
    assertThat(after.lastModifiedTime())
        .isAfterOrEqualTo(before.lastModifiedTime())
        .isBeforeOrEqualTo(hand.instant());
    if (before.counters().processed() != null) {
      assertThat(after.counters().processed())
          .isBetween(before.counters().processed(), after.counters().total());
      assertThat(after.counters().success() + after.counters().error())
          .isEqualTo(after.counters().processed());
    }
    if (!after.status().equals(before.status()) && after.endTime() != null) {
      assertThat(after.endTime())
          .isAfter(
              after.status().equals("Expired") ? before.submitTime() : before.lastModifiedTime());
    }
  }

  private static int order(Job job) {
    return JobStatus.ALL.indexOf(JobStatus.of(job.status()).orElseThrow());
  }

  private static Map<String, Job> byArn(BedrockEmulator emulator) {
    return byArn(emulator.jobs());
  }

  private static Map<String, Job> byArn(List<Job> jobs) {
    return jobs.stream().collect(toMap(Job::jobArn, Function.identity()));
  }

  /** A clock that is turned by hand. */
  private static final class Hand extends Clock {
    private Duration passed = Duration.ZERO;

    @Override
    public Instant instant() {
      return START.plus(passed);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
