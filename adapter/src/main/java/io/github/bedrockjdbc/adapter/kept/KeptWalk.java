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
 * @param begun when the first of them was sent, or that of the last renewal
 * @param took how long it was from there to the last response
 * @param complete when jobs that were final before were last read
 * @param jobs the newest first
 */
record KeptWalk(Wanted asked, Moment begun, Duration took, Moment complete, KeptJobs jobs) {
  /**
   * How long final jobs are believed to be as they were. They do not change and are not deleted, as
   * far as is known; if they did, it would be seen the next day.
   */
  private static final Duration BELIEVED = Duration.ofDays(1);

  /** A job may be listed that long after it was submitted, at the latest. */
  static final Duration LISTED_LATE = Duration.ofMinutes(5);

  /**
   * When the oldest job was submitted that may be another one now, or be new, in milliseconds since
   * 1970; empty if that cannot be told, as jobs come into a state and leave it.
   *
   * <p>A job that was not listed yet when its page was read was submitted at most {@link
   * #LISTED_LATE} before the first request. The service's clock then showed no less than the
   * submission time of the newest job, minus the time that all of it took.
   */
  OptionalLong changedSince(AgeClock clock) {
    final OptionalLong newest = jobs.newest();
    if (newest.isEmpty()
        || clock.since(complete).compareTo(BELIEVED) > 0
        || asked.requests().size() != 1
        || asked.requests().get(0).parameters().containsKey(RequestParameter.STATUS_EQUALS)) {
      return OptionalLong.empty();
    }
    final long late = newest.getAsLong() - took.toMillis() - LISTED_LATE.toMillis();
    return OptionalLong.of(Math.min(late, jobs.oldestThatMayChange().orElse(late)));
  }

  /**
   * The same with what was read anew; empty if a job is gone, as then nothing is as was believed.
   *
   * @param since what {@link #changedSince} gave
   * @param begunAnew when that was asked for
   * @param tookAnew how long that took
   * @param read all jobs submitted since then, and perhaps some before
   */
  Optional<KeptWalk> renewed(long since, Moment begunAnew, Duration tookAnew, KeptJobs read) {
    final int before = jobs.since(since);
    final KeptJobs newer = read.newestFirst();
    final int after = newer.since(since);
    return newer.arns(after).containsAll(jobs.arns(before))
        ? Optional.of(
            new KeptWalk(
                asked, begunAnew, tookAnew, complete, jobs.renewed(newer.first(after), before)))
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
