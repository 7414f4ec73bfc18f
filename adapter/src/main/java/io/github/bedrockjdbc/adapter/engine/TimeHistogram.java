package io.github.bedrockjdbc.adapter.engine;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * When the jobs of a walk were submitted: how many there are up to some of the times. It divides
 * work; jobs that came later are taken to come as evenly as the last ones that are known.
 * Immutable.
 */
public final class TimeHistogram {
  /** Of a walk of which nothing is known. */
  public static final TimeHistogram UNKNOWN = new TimeHistogram(new long[0], new long[0]);

  private static final int MOST_BUCKETS = 64;

  private final long[] times;
  private final long[] jobs;

  private TimeHistogram(long[] times, long[] jobs) {
    this.times = times;
    this.jobs = jobs;
  }

  /** Of jobs of which only the oldest is known. */
  static TimeHistogram since(long oldest) {
    return new TimeHistogram(new long[] {oldest}, new long[1]);
  }

  /**
   * Of what a walk read.
   *
   * @param times in milliseconds, in the walk's order
   * @param jobs how many the walk had passed at each of these times
   */
  public static TimeHistogram of(long[] times, long[] jobs) {
    final int last = times.length - 1;
    final boolean isDescending = times[0] > times[last];
    final long[] ascending = new long[times.length];
    final long[] before = new long[times.length];
    int size = 0;
    for (int i = 0; i <= last; i++) {
      final int from = isDescending ? last - i : i;
      final long count = isDescending ? jobs[last] - jobs[from] : jobs[from];
      final long least = size == 0 ? 0 : before[size - 1] + 1 + jobs[last] / MOST_BUCKETS;
      if (size == 0 || (times[from] > ascending[size - 1] && count >= least)) {
        ascending[size] = times[from];
        before[size] = count;
        size++;
      }
    }
    final int newest = isDescending ? 0 : last;
    if (size > 1 && times[newest] > ascending[size - 1]) {
      ascending[size - 1] = times[newest];
      before[size - 1] = jobs[last];
    }
    return new TimeHistogram(Arrays.copyOf(ascending, size), Arrays.copyOf(before, size));
  }

  /** Whether at least the oldest job is known. */
  boolean isKnown() {
    return times.length > 0;
  }

  /** When the oldest job was submitted. */
  long oldest() {
    return times[0];
  }

  /** When the newest job was that a whole walk read; empty if none has. */
  public OptionalLong newest() {
    return times.length < 2 ? OptionalLong.empty() : OptionalLong.of(times[times.length - 1]);
  }

  /** How many jobs there are up to a time; in milliseconds where nothing tells of jobs. */
  public double jobs(double time) {
    if (times.length < 2) {
      return time;
    }
    final int i = bucket(Arrays.binarySearch(times, (long) time));
    return jobs[i] + (time - times[i]) * (jobs[i + 1] - jobs[i]) / (times[i + 1] - times[i]);
  }

  /** The time up to which there are so many jobs. */
  public double time(double count) {
    if (times.length < 2) {
      return count;
    }
    final int i = bucket(Arrays.binarySearch(jobs, (long) count));
    return times[i] + (count - jobs[i]) * (times[i + 1] - times[i]) / (jobs[i + 1] - jobs[i]);
  }

  /** The first and the last bucket reach further than they are known. */
  private int bucket(int found) {
    final int last = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(last, times.length - 2));
  }
}
