package io.github.bedrockjdbc.adapter.kept;

import com.google.common.base.Ticker;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Walks that were made to their end, for statements that may be answered from them. Who wants what
 * another one is just reading waits for it. Safe for several threads.
 */
public final class KeptWalks {
  private static final Duration SAME_PERIOD = Duration.ofDays(1);
  private static final int MOST_NOTED = 100;

  private final long mostBytes;
  private final Ticker clock;

  /** What was used last is behind the others. Gone where there is no other room on the heap. */
  private final List<SoftReference<KeptWalk>> walks = new ArrayList<>();

  private final List<Reading> readings = new ArrayList<>();
  private final List<Wanted> tooLarge = new ArrayList<>();

  /**
   * @param mostBytes of the heap, for all walks
   */
  public KeptWalks(long mostBytes, Ticker clock) {
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** Either rows, or leave to read them. */
  public record Claim(Optional<KeptJobs> jobs, Optional<Reading> reading) {}

  /**
   * The youngest rows that hold all that is wanted; waits where somebody reads them already.
   *
   * @param isShared whether others may wait for the caller, if it is one to read
   */
  public Claim claim(Wanted wanted, Duration maxAge, boolean isShared, Cancellation cancellation) {
    while (true) {
      final CompletableFuture<Void> other;
      synchronized (this) {
        final Optional<KeptWalk> young = young(wanted, maxAge);
        if (young.isPresent()) {
          return new Claim(young.map(KeptWalk::jobs), Optional.empty());
        }
        final Optional<Reading> sameNow =
            readings.stream()
                .filter(each -> each.wanted().covers(wanted) && isYoung(each.begun(), maxAge))
                .findFirst();
        if (sameNow.isEmpty()) {
          final Reading mine = new Reading(this, wanted, clock.read(), stale(wanted));
          if (isShared) {
            readings.add(mine);
          }
          return new Claim(Optional.empty(), Optional.of(mine));
        }
        other = sameNow.get().end();
      }
      cancellation.await(other.copy());
    }
  }

  /** The youngest rows that hold all that is wanted, if any are young enough. */
  public synchronized Optional<KeptJobs> find(Wanted wanted, Duration maxAge) {
    return young(wanted, maxAge).map(KeptWalk::jobs);
  }

  /** Rows that are here and young enough; marks them as used. */
  private Optional<KeptWalk> young(Wanted wanted, Duration maxAge) {
    final Optional<KeptWalk> young = peek(wanted, maxAge);
    young.ifPresent(
        walk -> {
          walks.removeIf(other -> other.refersTo(walk));
          walks.add(new SoftReference<>(walk));
        });
    return young;
  }

  private Optional<KeptWalk> peek(Wanted wanted, Duration maxAge) {
    return here().stream()
        .filter(walk -> walk.asked().covers(wanted) && isYoung(walk.begun(), maxAge))
        .max(Comparator.comparingLong(KeptWalk::begun));
  }

  private boolean isYoung(long begun, Duration maxAge) {
    return clock.read() - begun <= maxAge.toNanos();
  }

  /** The age of the rows that would answer now; empty if none would. */
  public synchronized Optional<Duration> age(Wanted wanted, Duration maxAge) {
    if (wanted.requests().isEmpty()) {
      return Optional.of(Duration.ZERO);
    }
    return peek(wanted, maxAge).map(walk -> Duration.ofNanos(clock.read() - walk.begun()));
  }

  private List<KeptWalk> here() {
    return walks.stream().map(SoftReference::get).filter(Objects::nonNull).toList();
  }

  private Optional<KeptWalk> stale(Wanted wanted) {
    return here().stream()
        .filter(walk -> walk.asked().covers(wanted))
        .max(Comparator.comparingLong(KeptWalk::begun));
  }

  /** Whether such a walk did not fit when it was last made. */
  public synchronized boolean isTooLarge(Wanted wanted) {
    return tooLarge.stream().anyMatch(wanted::covers);
  }

  /** Periods move on with the clock: one that begins a little later will not fit either. */
  synchronized void noteTooLarge(Wanted wanted) {
    final Wanted later = wanted.beginningLater(SAME_PERIOD);
    tooLarge.removeIf(later::covers);
    tooLarge.add(later);
    if (tooLarge.size() > MOST_NOTED) {
      tooLarge.remove(0);
    }
  }

  /** Bytes that one walk may take. */
  public long mostBytes() {
    return mostBytes;
  }

  synchronized void share(Reading reading) {
    if (!readings.contains(reading)) {
      readings.add(reading);
    }
  }

  synchronized void ended(Reading reading) {
    readings.remove(reading);
  }

  /** Takes the place of what it makes needless, and of what was not used for longest. */
  synchronized void keep(KeptWalk walk) {
    final Deque<KeptWalk> others = new ArrayDeque<>(here());
    others.removeIf(other -> walk.asked().covers(other.asked()));
    long bytes = walk.jobs().bytes() + bytes(others);
    while (bytes > mostBytes) {
      bytes -= others.remove().jobs().bytes();
    }
    others.add(walk);
    walks.clear();
    others.forEach(each -> walks.add(new SoftReference<>(each)));
  }

  private static long bytes(Collection<KeptWalk> walks) {
    return walks.stream().mapToLong(walk -> walk.jobs().bytes()).sum();
  }

  /** What is kept of a source. */
  public synchronized Kept kept(Object source) {
    final List<KeptWalk> of =
        here().stream().filter(walk -> walk.asked().source().equals(source)).toList();
    return new Kept(
        of.stream().mapToLong(walk -> walk.jobs().size()).sum(),
        bytes(of),
        of.stream()
            .map(walk -> Duration.ofNanos(clock.read() - walk.begun()))
            .min(Comparator.naturalOrder()));
  }

  /**
   * How much is kept of a source.
   *
   * @param jobs a job counts once for each walk that found it
   * @param bytes about what they take of the heap
   * @param age of the youngest walk; empty if there is none
   */
  public record Kept(long jobs, long bytes, Optional<Duration> age) {}
}
