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

  /**
   * The job as it is at that time. A final or unknown state stays.
   *
   * @param since when the job was as given; a job submitted later begins with its submission
   */
  public static Job at(Job job, Instant since, Instant now) {
    final Optional<JobStatus> known = JobStatus.of(job.status());
    if (known.isEmpty() || known.get().isFinal()) {
      return job;
    }
    JobStatus status = known.get();
    JobStatus before = status;
    Instant changed = job.submitTime().isAfter(since) ? job.submitTime() : since;
    Instant next = until(job, status, changed);
    while (!status.isFinal() && !next.isAfter(now)) {
      before = status;
      status = nextInTime(job, status);
      changed = next;
      next = until(job, status, changed);
    }
    final double part = (now.toEpochMilli() - changed.toEpochMilli()) / (double) stay(job, status);
    if (status != known.get()) {
      return changedAt(job, before, status, changed, part);
    }
    return status == JobStatus.IN_PROGRESS
        ? job.withState(
            job.status(),
            job.message(),
            job.lastModifiedTime(),
            job.endTime(),
            countersAt(job, status, part))
        : job;
  }

  private static JobStatus nextInTime(Job job, JobStatus status) {
    if (status == JobStatus.SCHEDULED) {
      return begins(job) ? JobStatus.IN_PROGRESS : JobStatus.EXPIRED;
    }
    return next(status, job.arn().key());
  }

  /** Few jobs wait in vain. */
  private static boolean begins(Job job) {
    return job.arn().key() % 11 > 0;
  }

  private static Instant until(Job job, JobStatus status, Instant changed) {
    if (status == JobStatus.SCHEDULED && !begins(job)) {
      return expiration(job).isBefore(changed) ? changed : expiration(job);
    }
    return changed.plusMillis(stay(job, status));
  }

  /** Milliseconds that a job stays in a state. */
  private static long stay(Job job, JobStatus status) {
    final SplittableRandom random =
        new SplittableRandom(job.arn().key() * 31 + status.wire().length());
    return switch (status) {
      case SUBMITTED -> random.nextLong(5_000, 30_000);
      case VALIDATING, STOPPING -> random.nextLong(15_000, 60_000);
      case SCHEDULED -> random.nextLong(30_000, 600_000);
      default -> random.nextLong(300_000, 2_400_000);
    };
  }

  private static Job changedAt(
      Job job, JobStatus before, JobStatus status, Instant changed, double part) {
    final boolean early = before == JobStatus.VALIDATING;
    final SplittableRandom random = new SplittableRandom(job.arn().key());
    final Instant end =
        switch (status) {
          case COMPLETED, PARTIALLY_COMPLETED, FAILED -> changed;
          // The end of the validation, as for other expired jobs.
          case EXPIRED -> job.submitTime().plusSeconds(60);
          default -> null;
        };
    return job.withState(
        status.wire(),
        FixtureMessages.of(job, status, early, random),
        changed,
        end,
        early ? job.counters() : countersAt(job, status, part));
  }

  /** Records are processed from where the job was found on, and up to where its fate ends that. */
  private static Counters countersAt(Job job, JobStatus status, double part) {
    final Counters found = job.counters();
    final boolean hasRun = status.compareTo(JobStatus.IN_PROGRESS) >= 0;
    if (!found.isWhole() || !hasRun || job.status().equals(JobStatus.STOPPING.wire())) {
      return found;
    }
    final Counters whole = in(job, JobStatus.COMPLETED).counters();
    final JobStatus fate = next(JobStatus.IN_PROGRESS, job.arn().key());
    final double reach = fate == JobStatus.COMPLETED ? 1 : fate == JobStatus.FAILED ? 0.5 : 0.8;
    final long goal = Math.max(found.processed(), Math.round(whole.total() * reach));
    final double share = status == JobStatus.IN_PROGRESS ? part : 1;
    final long processed = found.processed() + Math.round((goal - found.processed()) * share);
    final long errors =
        Math.max(found.error(), Math.round(whole.error() * (double) processed / whole.total()));
    return new Counters(whole.total(), processed, processed - errors, errors);
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
