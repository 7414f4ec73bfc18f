package io.github.bedrockjdbc.emulator.world;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.FixtureTimes;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The jobs of one account in one region, and what has happened to them since the start. */
public final class Shelf {
  private static final long ARRIVALS_SEED = 4711;

  private final Home home;
  private final Life life;
  private final List<Job> source;
  private final Entry[] byKey;
  private final Map<JobOrder, Entry[]> sorted = new EnumMap<>(JobOrder.class);
  private final List<Arrival> arrivals = new ArrayList<>();
  private long chances;
  private long submitted;

  /** Where jobs are. */
  public record Home(String account, String region) {
    /** Any number, the same one for the same place. */
    int number() {
      return account.hashCode() * 31 + region.hashCode();
    }
  }

  /**
   * What is kept of each job, since the job itself may be made only when it is asked for.
   *
   * @param index in the source
   * @param time of submission, milliseconds
   * @param status null if unknown to the service's model
   * @param key the job's id as a number
   */
  record Entry(int index, long time, JobStatus status, long key) {
    static Entry of(int index, Job job, JobArn arn) {
      return new Entry(
          index,
          job.submitTime().toEpochMilli(),
          JobStatus.of(job.status()).orElse(null),
          arn.key());
    }

    long second() {
      return Math.floorDiv(time, 1000L);
    }

    long scrambled() {
      return (key ^ 0x5deece66dL) * 0x9e3779b97f4a7c15L;
    }
  }

  /**
   * A job that came after the start.
   *
   * @param born how many chances to move on it has missed
   */
  record Arrival(Job job, long born) {}

  Shelf(Home home, List<Job> source, List<Entry> entries, Life life) {
    this.home = home;
    this.life = life;
    this.source = source;
    this.byKey = sorted(entries.toArray(Entry[]::new), Comparator.comparingLong(Entry::key));
    for (int i = 1; i < byKey.length; i++) {
      if (byKey[i - 1].key() == byKey[i].key()) {
        throw new IllegalArgumentException("two jobs: " + source.get(byKey[i].index()).jobArn());
      }
    }
  }

  /** The jobs as they are now, after what the behavior lets happen between two requests. */
  public synchronized Moment nextMoment(Behavior behavior) {
    if (behavior.get(Knob.ADVANCING)) {
      chances++;
    }
    for (int i = 0; i < behavior.get(Knob.ARRIVALS); i++) {
      // A second apart, so that all orders agree on them.
      arrivals.add(arrival(newest() + 1000));
    }
    return moment(behavior);
  }

  /** The jobs as they are now. */
  public synchronized Moment moment(Behavior behavior) {
    final Instant now = life.now();
    while (byKey.length > 0 && life.submissions(home, now) > submitted) {
      submitted++;
      arrivals.add(arrival(life.submission(home, submitted)));
    }
    return new Moment(
        source,
        entries(behavior.get(Knob.ORDER)),
        byKey,
        arrivals,
        job -> life.at(job, now),
        chances,
        behavior);
  }

  private long newest() {
    if (!arrivals.isEmpty()) {
      return arrivals.get(arrivals.size() - 1).job().submitTime().toEpochMilli();
    }
    final Entry[] entries = entries(JobOrder.MILLISECONDS);
    return entries.length == 0
        ? FixtureTimes.UNTIL.toEpochMilli()
        : entries[entries.length - 1].time();
  }

  private Arrival arrival(long time) {
    final Job job =
        JobFixture.of(Integer.MAX_VALUE, ARRIVALS_SEED + Math.floorMod(home.number(), 1000))
            .in(home.region(), home.account())
            .get(arrivals.size());
    return new Arrival(job.resubmitted(job.jobArn(), Instant.ofEpochMilli(time)), chances);
  }

  private Entry[] entries(JobOrder order) {
    return sorted.computeIfAbsent(order, each -> sorted(byKey, ascending(each)));
  }

  private static Comparator<Entry> ascending(JobOrder order) {
    return switch (order) {
      case MILLISECONDS -> Comparator.comparingLong(Entry::time).thenComparing(Entry::index);
      case SECONDS -> Comparator.comparingLong(Entry::second).thenComparing(Entry::scrambled);
      case SHUFFLED -> Comparator.comparingLong(Entry::scrambled);
    };
  }

  private static Entry[] sorted(Entry[] entries, Comparator<Entry> comparator) {
    final Entry[] sorted = entries.clone();
    Arrays.sort(sorted, comparator);
    return sorted;
  }
}
