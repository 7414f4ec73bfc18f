package io.github.bedrockjdbc.report;

import io.github.bedrockjdbc.emulator.data.Job;
import java.util.ArrayList;
import java.util.List;

/** Jobs of which half failed, with the longest names and messages that there may be. */
final class ManyFailures {
  private static final String URI = "s3://" + "bucket".repeat(10) + "/" + "folder/".repeat(60);
  private static final String PROSE = "A message of many words that goes on. ".repeat(50);

  private ManyFailures() {}

  /** Filled once for all tests. */
  static Filled filled() {
    return Once.FILLED;
  }

  static List<Job> jobs() {
    final List<Job> jobs = new ArrayList<>();
    for (Job job : Filled.demoJobs()) {
      if (job.submitTime().isAfter(Filled.PERIOD.from())
          && job.submitTime().isBefore(Filled.PERIOD.until())) {
        jobs.add(changed(job, jobs.size()));
      }
    }
    return jobs;
  }

  private static Job changed(Job job, int number) {
    final String name = number % 3 == 0 ? "W".repeat(63) : number % 3 == 1 ? "日本語".repeat(20) : "i";
    return number % 2 == 0
        ? job.withName(name)
        : job.withName(name).withStatus("Failed").withMessage(number % 4 == 1 ? URI : PROSE);
  }

  private static final class Once {
    static final Filled FILLED = Filled.once(jobs());
  }
}
