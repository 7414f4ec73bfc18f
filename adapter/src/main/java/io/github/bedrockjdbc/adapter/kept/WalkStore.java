package io.github.bedrockjdbc.adapter.kept;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks that were made to their end. Not for several threads. */
final class WalkStore {
  /** Rows that nobody has wanted for so long, and that are too old, are dropped. */
  private static final Duration UNUSED = Duration.ofHours(1);

  private static final int MOST = 1_000;

  private final AgeClock clock;

  /** What was used last is behind the others. */
  private final List<Entry> entries = new ArrayList<>();

  /** How many scans have rows just now, whether they are kept or not. */
  private final Map<KeptJobs, Integer> held = new HashMap<>();

  /** The longest age that anybody accepted. */
  private Duration longest = Duration.ZERO;

  WalkStore(AgeClock clock) {
    this.clock = clock;
  }

  /**
   * A walk whose rows are gone where nobody uses them and there is no other room.
   *
   * @param used when rows were last given
   */
  private record Entry(
      Wanted asked,
      Moment begun,
      Duration took,
      Moment complete,
      SoftReference<KeptJobs> jobs,
      Moment used) {
    static Entry of(KeptWalk walk, Moment used) {
      return new Entry(
          walk.asked(),
          walk.begun(),
          walk.took(),
          walk.complete(),
          new SoftReference<>(walk.jobs()),
          used);
    }

    Optional<KeptWalk> walk() {
      return Optional.ofNullable(jobs.get())
          .map(rows -> new KeptWalk(asked, begun, took, complete, rows));
    }

    long bytes() {
      return Optional.ofNullable(jobs.get()).map(KeptJobs::bytes).orElse(0L);
    }
  }

  /** The youngest that holds all that is wanted, however old it is. */
  Optional<KeptWalk> covering(Wanted wanted) {
    return all().stream()
        .filter(walk -> walk.asked().covers(wanted))
        .reduce((one, other) -> other.begun().isAfter(one.begun()) ? other : one);
  }

  private List<KeptWalk> all() {
    return entries.stream().flatMap(entry -> entry.walk().stream()).toList();
  }

  /** Those of a source. */
  List<KeptWalk> of(Object source) {
    return all().stream().filter(walk -> walk.asked().source().equals(source)).toList();
  }

  /** Puts rows behind the others, whether they are there or new. */
  void use(KeptWalk walk) {
    entries.removeIf(other -> other.jobs.refersTo(walk.jobs()));
    if (entries.size() == MOST) {
      entries.remove(0);
    }
    entries.add(Entry.of(walk, clock.now()));
  }

  /** Drops what another one makes needless. */
  void dropNeedless(KeptWalk walk) {
    entries.removeIf(
        other -> !other.begun.isAfter(walk.begun()) && walk.asked().covers(other.asked));
  }

  /** A scan has these rows. */
  void hold(KeptJobs jobs) {
    held.merge(jobs, 1, Integer::sum);
  }

  /** A scan has them no longer. */
  void release(KeptJobs jobs) {
    held.computeIfPresent(jobs, (same, scans) -> scans == 1 ? null : scans - 1);
  }

  /** Whether all that such a walk holds was asked for since. */
  boolean isOutdated(KeptWalk walk) {
    return entries.stream()
        .anyMatch(other -> other.begun.isAfter(walk.begun()) && other.asked.covers(walk.asked()));
  }

  /** Bytes that all of them take, and what else scans have. */
  long bytes() {
    final Set<KeptJobs> all = new HashSet<>(held.keySet());
    entries.forEach(entry -> Optional.ofNullable(entry.jobs.get()).ifPresent(all::add));
    return all.stream().mapToLong(KeptJobs::bytes).sum();
  }

  /** Drops what takes so many bytes and was not used since; drops nothing if that is not enough. */
  boolean dropUnused(long bytes, Moment since) {
    final List<Entry> unused = new ArrayList<>();
    long needed = bytes;
    for (Entry entry : entries) {
      if (needed > 0 && since.isAfter(entry.used) && !held.containsKey(entry.jobs.get())) {
        needed -= entry.bytes();
        unused.add(entry);
      }
    }
    if (needed <= 0) {
      entries.removeAll(unused);
    }
    return needed <= 0;
  }

  /**
   * Drops what can answer nothing any more, or most probably will not.
   *
   * @param wanted what is wanted now, and by whom
   * @param maxAge how old it may be
   */
  void dropDead(Wanted wanted, Duration maxAge) {
    longest = longest.compareTo(maxAge) > 0 ? longest : maxAge;
    entries.removeIf(
        entry -> entry.walk().map(walk -> isDead(walk, entry.used, wanted)).orElse(true));
  }

  private boolean isDead(KeptWalk walk, Moment used, Wanted wanted) {
    if (walk.asked().isOfAnother(wanted)) {
      return true;
    }
    final boolean isTooOld = clock.since(walk.begun()).compareTo(longest) > 0;
    final boolean isUnused =
        clock.since(used).compareTo(UNUSED) > 0 && !walk.asked().covers(wanted);
    return isTooOld && (isUnused || walk.changedSince(clock).isEmpty());
  }
}
