package io.github.bedrockjdbc.emulator.world;

import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.LifeCycle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What happens as time goes by.
 *
 * @param clock tells the time; one that stands still lets nothing happen
 * @param since when jobs were what they were made as
 * @param every how often a job is submitted in each place that has jobs
 */
public record Life(Clock clock, Instant since, Duration every) {
  /** Nothing happens. */
  public static final Life STILL =
      by(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofDays(1));

  /** Begins now. */
  public static Life by(Clock clock, Duration every) {
    return new Life(clock, clock.instant(), every);
  }

  Instant now() {
    return clock.instant();
  }

  /** The job as it is at that time. */
  Job at(Job job, Instant now) {
    return now.isAfter(since) ? LifeCycle.at(job, since, now) : job;
  }

  /** How many jobs have been submitted there by that time. */
  long submissions(Shelf.Home home, Instant now) {
    return Math.max(
        0, Math.floorDiv(now.toEpochMilli() - since.toEpochMilli() - lag(home), every.toMillis()));
  }

  /** When the n-th of them was, counted from 1. */
  long submission(Shelf.Home home, long n) {
    return since.toEpochMilli() + n * every.toMillis() + lag(home);
  }

  /** Places do not submit in step. */
  private long lag(Shelf.Home home) {
    return Math.floorMod(home.number(), every.toMillis());
  }
}
