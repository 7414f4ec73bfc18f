package io.github.bedrockjdbc.emulator.world;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobArn;
import io.github.bedrockjdbc.emulator.data.KeptJobs;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** All jobs of all accounts and regions. */
public final class World {
  private final Map<Shelf.Home, Shelf> shelves = new ConcurrentHashMap<>();
  private final Buckets buckets = new Buckets();

  /**
   * Sorts jobs by where they are.
   *
   * @param life what happens as time goes by
   * @throws IllegalArgumentException if two have one ARN
   */
  public World(List<List<Job>> sources, Life life) {
    final List<Job> all = KeptJobs.of(concatenated(sources));
    final Map<Shelf.Home, List<Shelf.Entry>> entries = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      final Job job = all.get(i);
      final JobArn arn = job.arn();
      entries
          .computeIfAbsent(new Shelf.Home(arn.account(), arn.region()), home -> new ArrayList<>())
          .add(Shelf.Entry.of(i, job, arn));
      buckets.add(new Shelf.Home(arn.account(), arn.region()), job.output());
    }
    entries.forEach((home, here) -> shelves.put(home, new Shelf(home, all, here, life)));
  }

  /** The jobs that a caller sees; none where nobody put any. */
  public Shelf shelf(Caller caller) {
    return shelf(new Shelf.Home(caller.account(), caller.region()));
  }

  /** Every place with jobs. */
  public Set<Shelf.Home> homes() {
    return Set.copyOf(shelves.keySet());
  }

  /** The jobs of a place; none where nobody put any. */
  public Shelf shelf(Shelf.Home home) {
    return shelves.computeIfAbsent(home, each -> new Shelf(each, List.of(), List.of(), Life.STILL));
  }

  /** The buckets that jobs write to. */
  public Buckets buckets() {
    return buckets;
  }

  /** Every job as it is now; each is made when it is asked for. */
  public List<Job> jobs(Behavior behavior) {
    final List<List<Job>> lists = new ArrayList<>();
    for (final Shelf shelf : shelves.values()) {
      final Moment moment = shelf.moment(behavior);
      lists.add(list(moment.size(), moment::job));
    }
    return concatenated(lists);
  }

  private static List<Job> concatenated(List<List<Job>> lists) {
    if (lists.size() == 1) {
      return lists.get(0);
    }
    final int[] ends = new int[lists.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += lists.get(i).size();
      ends[i] = end;
    }
    return list(
        end,
        index -> {
          final int list =
              IntStream.range(0, ends.length)
                  .filter(i -> index < ends[i])
                  .findFirst()
                  .orElseThrow();
          return lists.get(list).get(index - ends[list] + lists.get(list).size());
        });
  }

  private static List<Job> list(int size, IntFunction<Job> job) {
    return new AbstractList<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Job get(int index) {
        return job.apply(Objects.checkIndex(index, size));
      }
    };
  }
}
