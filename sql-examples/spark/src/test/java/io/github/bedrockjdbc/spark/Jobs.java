package io.github.bedrockjdbc.spark;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What there is at the service. */
final class Jobs {
  /** No job is older. */
  static final Instant FROM = Instant.parse("2026-10-26T00:00:00Z");

  private Jobs() {}

  /** The demo's jobs of those days, by ARN: 30 hours of them are under way at the end. */
  static Map<String, Job> demo() {
    return JobFixture.of(BedrockEmulator.DEMO_JOBS, BedrockEmulator.DEMO_SEED).stream()
        .filter(job -> !job.submitTime().isBefore(FROM))
        .collect(
            Collectors.toMap(
                Job::jobArn, UnaryOperator.identity(), (one, two) -> one, LinkedHashMap::new));
  }

  static List<String> arns(Collection<Job> jobs, Predicate<Job> which) {
    return jobs.stream().filter(which).map(Job::jobArn).sorted().toList();
  }

  static boolean isFailed(Job job) {
    return job.status().equals("Failed");
  }

  static boolean isOpen(Job job) {
    return List.of("Submitted", "Validating", "Scheduled", "InProgress", "Stopping")
        .contains(job.status());
  }

  static List<Job> until(Collection<Job> jobs, Instant end) {
    return jobs.stream().filter(job -> job.submitTime().isBefore(end)).toList();
  }

  static Instant newest(Collection<Job> jobs) {
    return jobs.stream().map(Job::submitTime).max(Comparator.naturalOrder()).orElseThrow();
  }

  static Job resubmitted(Job job, String id, String time) {
    return job.resubmitted(
        "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/" + id, Instant.parse(time));
  }
}
