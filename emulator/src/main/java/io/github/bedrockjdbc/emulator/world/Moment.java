package io.github.bedrockjdbc.emulator.world;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.data.JobStatus;
import io.github.bedrockjdbc.emulator.data.LifeCycle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A shelf's jobs as they are at one instant, oldest first as far as the behavior sorts them. */
public final class Moment {
  private final List<Job> source;
  private final Shelf.Entry[] entries;
  private final Shelf.Entry[] byKey;
  private final List<Shelf.Arrival> arrivals;
  private final UnaryOperator<Job> aged;
  private final long chances;
  private final Behavior behavior;

  Moment(
      List<Job> source,
      Shelf.Entry[] entries,
      Shelf.Entry[] byKey,
      List<Shelf.Arrival> arrivals,
      UnaryOperator<Job> aged,
      long chances,
      Behavior behavior) {
    this.source = source;
    this.entries = entries;
    this.byKey = byKey;
    this.arrivals = List.copyOf(arrivals);
    this.aged = aged;
    this.chances = chances;
    this.behavior = behavior;
  }

  public int size() {
    return entries.length + arrivals.size();
  }

  /** Submission, in milliseconds; cheap. */
  public long time(int position) {
    return position < entries.length
        ? entries[position].time()
        : arrival(position).job().submitTime().toEpochMilli();
  }

  /** False if the job can be known not to have the status without making it; cheap. */
  public boolean mayBe(int position, JobStatus status) {
    if (position >= entries.length) {
      return true;
    }
    final JobStatus first = entries[position].status();
    return first == status || first == null || !first.isFinal();
  }

  public Job job(int position) {
    return position < entries.length
        ? seen(source.get(entries[position].index()), chances)
        : seen(arrival(position).job(), chances - arrival(position).born());
  }

  public Optional<Job> find(String arn) {
    return find(JobArn.of(arn).orElseThrow().key()).filter(job -> job.jobArn().equals(arn));
  }

  /** The job with that id, as a number. */
  public Optional<Job> find(long key) {
    final int found =
        Arrays.binarySearch(
            byKey, new Shelf.Entry(0, 0, null, key), Comparator.comparingLong(Shelf.Entry::key));
    if (found >= 0) {
      return Optional.of(seen(source.get(byKey[found].index()), chances));
    }
    return arrivals.stream()
        .filter(each -> each.job().arn().key() == key)
        .map(each -> seen(each.job(), chances - each.born()))
        .findFirst();
  }

  private Shelf.Arrival arrival(int position) {
    return arrivals.get(position - entries.length);
  }

  private Job seen(Job job, long itsChances) {
    final Job now = LifeCycle.after(aged.apply(job), itsChances);
    final Optional<String> odd = behavior.get(Knob.ODD_STATUS);
    return odd.isPresent() && behavior.isOdd(now) ? now.withStatus(odd.get()) : now;
  }
}
