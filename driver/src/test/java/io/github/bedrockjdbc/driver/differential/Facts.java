package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.data.Job;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What a world holds, for predicates that hit something.
 *
 * @param jobs those that the connection sees
 * @param elsewhere those that it does not see
 */
record Facts(List<Job> jobs, List<Job> elsewhere) {
  static final List<String> STATUSES =
      List.of(
          "Submitted",
          "Validating",
          "Scheduled",
          "InProgress",
          "Stopping",
          "Completed",
          "PartiallyCompleted",
          "Failed",
          "Stopped",
          "Expired");

  Facts {
    jobs = List.copyOf(jobs);
    elsewhere = List.copyOf(elsewhere);
  }

  List<String> names() {
    return jobs.stream().map(Job::jobName).toList();
  }

  List<String> models() {
    return jobs.stream().map(job -> JobValues.afterLastSlash(job.modelId())).distinct().toList();
  }

  List<String> messages() {
    return jobs.stream()
        .map(Job::message)
        .filter(Objects::nonNull)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  List<LocalDateTime> times() {
    return jobs.stream().map(job -> JobValues.utc(job.submitTime())).toList();
  }
}
