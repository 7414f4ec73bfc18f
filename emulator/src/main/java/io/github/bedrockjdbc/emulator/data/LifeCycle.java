package io.github.bedrockjdbc.emulator.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a job looks like in each state, and how it moves on; decided by the job alone. */
public final class LifeCycle {
  private LifeCycle() {}

  /** The job after that many chances to move on; a state that is not known never moves. */
  public static Job after(Job job, long chances) {
    final Optional<JobStatus> now = JobStatus.of(job.status());
    if (now.isEmpty() || now.get().isFinal()) {
      return job;
    }
    final long key = job.arn().key();
    // Some jobs move between any two requests, some take two or three.
    final long steps = chances / (1 + key % 3);
    JobStatus status = now.get();
    for (long step = 0; step < steps && !status.isFinal(); step++) {
      status = next(status, key);
    }
    return status == now.get() ? job : in(job, status);
  }

  private static JobStatus next(JobStatus status, long key) {
    return switch (status) {
      case SUBMITTED -> JobStatus.VALIDATING;
      case VALIDATING -> key % 8 == 0 ? JobStatus.FAILED : JobStatus.SCHEDULED;
      case SCHEDULED -> key % 11 == 0 ? JobStatus.EXPIRED : JobStatus.IN_PROGRESS;
      case IN_PROGRESS -> afterProgress(key % 7);
      case STOPPING -> JobStatus.STOPPED;
      default -> status;
    };
  }

  private static JobStatus afterProgress(long fate) {
    if (fate == 0) {
      return JobStatus.STOPPING;
    }
    if (fate == 1) {
      return JobStatus.PARTIALLY_COMPLETED;
    }
    return fate == 2 ? JobStatus.FAILED : JobStatus.COMPLETED;
  }

  /** The job as it is in that state: times, counters and message agree with it. */
  static Job in(Job job, JobStatus status) {
    final SplittableRandom random = new SplittableRandom(job.arn().key());
    final Instant submitted = job.submitTime();
    final Instant validated = submitted.plusMillis(random.nextInt(30_000, 150_000));
    final Instant started = validated.plusMillis(random.nextInt(60_000, 21_600_000));
    final Instant ended = started.plusMillis(random.nextInt(300_000, 60_000_000));
    // The service notes a change some milliseconds after what it is about.
    final long lag = random.nextInt(20, 130);
    final boolean early = random.nextInt(3) > 0;
    final Instant failed = early ? validated : ended;
    final Instant modified =
        switch (status) {
          case SUBMITTED -> submitted;
          case VALIDATING -> submitted.plusMillis(40 * lag);
          case SCHEDULED -> validated.plusMillis(lag);
          case IN_PROGRESS -> started;
          case STOPPING -> started.plusSeconds(2 * lag);
          case STOPPED -> started.plusSeconds(3 * lag);
          case COMPLETED, PARTIALLY_COMPLETED -> ended.plusMillis(lag);
          case FAILED -> failed.plusMillis(lag);
          case EXPIRED -> expiration(job).plusMillis(lag);
        };
    final Instant end =
        switch (status) {
          case COMPLETED, PARTIALLY_COMPLETED -> ended;
          case FAILED -> failed;
          // The service gives the end of the validation here.
          case EXPIRED -> validated;
          default -> null;
        };
    return job.withState(
        status.wire(),
        FixtureMessages.of(job, status, early, random),
        modified,
        end,
        job.counters().equals(Counters.NONE) ? Counters.NONE : counters(status, early, random));
  }

  private static Instant expiration(Job job) {
    return job.jobExpirationTime() == null
        ? job.submitTime().plus(Duration.ofHours(24))
        : job.jobExpirationTime();
  }

  private static Counters counters(JobStatus status, boolean early, SplittableRandom random) {
    final long total = (long) (100 * Math.pow(500, random.nextDouble()));
    final long part = random.nextLong(total);
    final long processed =
        switch (status) {
          case COMPLETED -> total;
          case PARTIALLY_COMPLETED, IN_PROGRESS, STOPPING, STOPPED -> part;
          case FAILED -> early ? 0 : part;
          default -> 0;
        };
    if (processed == 0) {
      return Counters.ZERO;
    }
    // Now and then a job completes without one success.
    final boolean hopeless = random.nextInt(40) == 0;
    final long errors =
        hopeless ? processed : random.nextInt(3) == 0 ? random.nextLong(1 + processed / 20) : 0;
    return new Counters(total, processed, processed - errors, errors);
  }
}
