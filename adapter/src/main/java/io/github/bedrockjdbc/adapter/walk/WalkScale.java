package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.engine.TimeHistogram;

/**
 * Places of a walk, which goes upwards in them, and how many jobs it passes on its way there: from
 * anywhere, and only in proportion while nothing is known of the jobs.
 *
 * @param direction 1, or -1 for a walk that begins with the newest job
 * @param histogram of the walk's jobs
 */
record WalkScale(long direction, TimeHistogram histogram) {
  /** The place of a time in milliseconds, and the time of a place. */
  long place(long millis) {
    return direction * millis;
  }

  /** Whether jobs are known; else these are milliseconds. */
  boolean countsJobs() {
    return histogram.newest().isPresent();
  }

  double jobs(long place) {
    return jobs((double) place);
  }

  double jobs(double place) {
    return direction * histogram.jobs(direction * place);
  }

  double placeAfter(double jobs) {
    return direction * histogram.time(direction * jobs);
  }
}
