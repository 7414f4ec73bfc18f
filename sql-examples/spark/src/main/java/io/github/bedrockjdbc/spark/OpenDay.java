package io.github.bedrockjdbc.spark;

import java.time.LocalDate;
import java.util.List;

/**
 * A day of the history with jobs that were not final when they were read.
 *
 * @param arns those jobs, at least one
 * @param jobs all jobs of the day
 * @param failed those of them whose message costs a request each time that they are read
 */
record OpenDay(LocalDate day, List<String> arns, long jobs, long failed) {
  /** Most jobs in one answer of the service. */
  private static final int PAGE = 1000;

  OpenDay {
    arns = List.copyOf(arns);
  }

  /** Whether it takes fewer requests to read the day again than to ask for each of the jobs. */
  boolean isCheaperAsAWhole() {
    return (jobs + PAGE - 1) / PAGE + failed < arns.size();
  }
}
