package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All jobs that some requests gave, from the first page of each to the last.
 *
 * @param begun when the first of them was sent, or that of the last renewal, in nanoseconds
 * @param complete when jobs that were final before were last read, in nanoseconds
 * @param jobs the newest first
 */
record KeptWalk(Wanted asked, long begun, long complete, KeptJobs jobs) {
  /**
   * How long final jobs are believed to be as they were. They do not change and are not deleted, as
   * far as is known; if they did, it would be seen the next day.
   */
  private static final Duration BELIEVED = Duration.ofDays(1);

  /** A job may be listed that long after it was submitted, at the latest. */
  private static final Duration LISTED_LATE = Duration.ofMinutes(5);

  /**
   * When the oldest job was submitted that may be another one now, or be new, in milliseconds since
   * 1970; empty if that cannot be told, as jobs come into a state and leave it.
   */
  OptionalLong changedSince(long now) {
    final OptionalLong newest = jobs.newest();
    if (newest.isEmpty()
        || now - complete > BELIEVED.toNanos()
        || asked.requests().size() != 1
        || asked.requests().get(0).parameters().containsKey(RequestParameter.STATUS_EQUALS)) {
      return OptionalLong.empty();
    }
    final long late = newest.getAsLong() - LISTED_LATE.toMillis();
    return OptionalLong.of(Math.min(late, jobs.oldestThatMayChange().orElse(late)));
  }

  /**
   * The same with what was read anew; empty if a job is gone, as then nothing is as was believed.
   *
   * @param since what {@link #changedSince} gave
   * @param begunAnew when that was asked for
   * @param read all jobs submitted since then, and perhaps some before
   */
  Optional<KeptWalk> renewed(long since, long begunAnew, KeptJobs read) {
    final int before = jobs.since(since);
    final KeptJobs newer = read.newestFirst();
    final int after = newer.since(since);
    return newer.arns(after).containsAll(jobs.arns(before))
        ? Optional.of(
            new KeptWalk(asked, begunAnew, complete, jobs.renewed(newer.first(after), before)))
        : Optional.empty();
  }

  /** Only jobs submitted since then, of all that were asked for. */
  ListRequest since(long millis) {
    final ListRequest whole = asked.requests().get(0);
    final String bound =
        Instant.ofEpochMilli(millis - RequestParameter.TIMES_ARE_SHARP_TO).toString();
    final String present = whole.parameters().get(RequestParameter.SUBMIT_TIME_AFTER);
    return present != null && Instant.parse(present).isAfter(Instant.parse(bound))
        ? whole
        : whole.with(RequestParameter.SUBMIT_TIME_AFTER, bound);
  }
}
