package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.emulator.data.FixtureTags;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.Manifest;
import io.github.bedrockjdbc.emulator.data.ManifestFate;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Set;

/** What the queries need of a job, worked out in Java. */
record Facts(Job job) {
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

  static final Set<String> WAITING = Set.of("Submitted", "Validating", "Scheduled");
  static final Set<String> UNFINISHED =
      Set.of("Submitted", "Validating", "Scheduled", "InProgress", "Stopping");
  static final Set<String> ENDED_BY_THEMSELVES =
      Set.of("Completed", "PartiallyCompleted", "Failed", "Expired");

  static final Comparator<Facts> BY_ARN = Comparator.comparing(each -> each.job().jobArn());

  /** The driver shows a missing text as an empty one where the service promises one. */
  String name() {
    return job.jobName() == null ? "" : job.jobName();
  }

  String model() {
    final String id = job.modelId() == null ? "" : job.modelId();
    return id.substring(id.lastIndexOf('/') + 1);
  }

  boolean is(String... statuses) {
    return job.status() != null && Set.of(statuses).contains(job.status());
  }

  boolean isOf(Set<String> statuses) {
    return job.status() != null && statuses.contains(job.status());
  }

  boolean isWithin(Duration last) {
    return !job.submitTime().isBefore(NOW.minus(last));
  }

  boolean isWithinDays(int days) {
    return isWithin(Duration.ofDays(days));
  }

  LocalDate day() {
    return LocalDate.ofInstant(job.submitTime(), ZoneOffset.UTC);
  }

  LocalDate month() {
    return day().withDayOfMonth(1);
  }

  LocalDate week() {
    return monday(day());
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Of this ISO week or one of the twelve before it. */
  boolean isOfThirteenWeeks() {
    return !week().isBefore(monday(TODAY).minusWeeks(12));
  }

  /** From submission to end; null where there is no end. */
  Long minutes() {
    return job.endTime() == null ? null : minutesBetween(job.submitTime(), job.endTime());
  }

  long minutesSoFar() {
    return minutesBetween(job.submitTime(), NOW);
  }

  static long minutesBetween(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 60_000;
  }

  Long total() {
    return job.counters().total();
  }

  Long processed() {
    return job.counters().processed();
  }

  Long errors() {
    return job.counters().error();
  }

  boolean hasProcessed() {
    return processed() != null && processed() > 0;
  }

  String inputBucket() {
    return part(job.input().uri());
  }

  String outputBucket() {
    return part(job.output().uri());
  }

  String role() {
    final String arn = job.roleArn();
    return arn == null ? null : arn.substring(arn.lastIndexOf('/') + 1);
  }

  String team() {
    return FixtureTags.of(job).get("team");
  }

  /** Whether its manifest can be read. */
  boolean isCounted() {
    return Set.of(ManifestFate.READABLE, ManifestFate.UNKNOWN_FIELDS, ManifestFate.WITHOUT_TOKENS)
        .contains(ManifestFate.of(job));
  }

  Long inputTokens() {
    return hasTokens() ? Manifest.of(job).inputTokens() : null;
  }

  Long outputTokens() {
    return hasTokens() ? Manifest.of(job).outputTokens() : null;
  }

  private boolean hasTokens() {
    return isCounted()
        && ManifestFate.of(job) != ManifestFate.WITHOUT_TOKENS
        && Manifest.of(job).counters().success() > 0;
  }

  private static String part(String uri) {
    final String[] parts = uri == null ? null : uri.split("/", -1);
    return parts == null ? null : parts.length < 3 ? "" : parts[2];
  }
}
