package io.github.bedrockjdbc.spark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run: reads what is new and what was not final, and puts it into the history.
 *
 * @param output folder of the history
 * @param from where to begin if nothing is known yet, or if {@code isFull}
 * @param to jobs submitted then or later are left to the next run
 * @param partitions into how many parts the time is cut at the most
 * @param isFull whether to read from the beginning, whatever is known
 */
record Export(String url, String output, Instant from, Instant to, int partitions, boolean isFull) {
  /** A job may show up in the service's list a while after the time that it is given. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  /** The service ends jobs after seven days; one that is not final long after that is gone. */
  private static final Duration LIFE = Duration.ofDays(30);

  /**
   * What a run did.
   *
   * @param read jobs that the service was asked for, known ones among them
   * @param changed how many of them were new or had changed
   */
  record Outcome(Plan plan, long read, long changed) {}

  /**
   * Does it.
   *
   * @throws IllegalArgumentException if the URL allows for rows that are left out
   * @throws IOException if the folder cannot be read or written
   */
  Outcome run(SparkSession spark) throws IOException {
    final JobsTable table = new JobsTable(spark, url);
    table.requireAllSources();
    final History history = new History(spark, output, table.schema());
    history.finish();
    final Optional<Instant> newest = isFull ? Optional.empty() : history.newest();
    final TimeRange range = new TimeRange(newest.map(time -> time.minus(OVERLAP)).orElse(from), to);
    final Plan plan =
        Plan.of(range, partitions, history.open(new TimeRange(to.minus(LIFE), range.from())));
    if (plan.predicates().isEmpty()) {
      return new Outcome(plan, 0, 0);
    }
    final Dataset<Row> jobs = history.keep(table.read(plan.predicates()));
    final Dataset<Row> changed = history.changed(jobs);
    final Outcome outcome = new Outcome(plan, jobs.count(), changed.count());
    if (outcome.changed() > 0) {
      history.prepare(changed);
    }
    history.finish();
    return outcome;
  }
}
