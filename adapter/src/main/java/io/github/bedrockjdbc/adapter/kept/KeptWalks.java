package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Walks that were made to their end, for statements that may be answered from them. Who wants what
 * another one is just reading waits for it. Safe for several threads.
 */
public final class KeptWalks {
  /** Rows that nobody has wanted for so long, and that are too old, are dropped. */
  private static final Duration UNUSED = Duration.ofHours(1);

  private final long mostBytes;
  private final int pageSize;
  private final AgeClock clock;
  private final LargeWalks large;

  /** What was used last is behind the others. */
  private final List<Entry> walks = new ArrayList<>();

  /** Those that others wait for. */
  private final List<Reading> readings = new ArrayList<>();

  /** The longest age that anybody accepted. */
  private Duration longest = Duration.ZERO;

  /**
   * @param mostBytes of the heap, for all walks, those being read included
   * @param pageSize jobs of a page
   */
  public KeptWalks(long mostBytes, int pageSize, AgeClock clock) {
    this.mostBytes = mostBytes;
    this.pageSize = pageSize;
    this.clock = clock;
    this.large = new LargeWalks(clock);
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
      return walk().map(walk -> walk.jobs().bytes()).orElse(0L);
    }
  }

  /**
   * The youngest rows that hold all that is wanted; waits where somebody reads them already.
   *
   * @param asked when the statement began: this is when the age of the rows counts, and what was
   *     used since does not give way to what is read
   * @param isShared whether others may wait for the caller, if it is one to read; where one request
   *     renews old rows, they may in any case
   */
  public Claim claim(
      Wanted wanted, Duration maxAge, Moment asked, boolean isShared, Cancellation cancellation) {
    return claim(wanted, maxAge, asked, () -> begun(wanted, asked, isShared), cancellation);
  }

  private Claim begun(Wanted wanted, Moment asked, boolean isShared) {
    if (large.contains(wanted)) {
      return Claim.NONE;
    }
    final Reading mine = new Reading(this, wanted, asked, clock.now(), covering(wanted));
    if (isShared || mine.isRenewedAtOnce()) {
      readings.add(mine);
    }
    return Claim.of(mine);
  }

  /** See {@link Reading#others}. */
  Optional<KeptJobs> others(Reading mine, Duration maxAge, Cancellation cancellation) {
    final Supplier<Claim> share =
        () -> {
          readings.add(mine);
          return Claim.NONE;
        };
    return isShared(mine)
        ? Optional.empty()
        : claim(mine.wanted(), maxAge, mine.asked(), share, cancellation).jobs();
  }

  private synchronized boolean isShared(Reading reading) {
    return readings.contains(reading);
  }

  /**
   * @param none what to do where nobody has the rows, nor reads them
   */
  private Claim claim(
      Wanted wanted,
      Duration maxAge,
      Moment asked,
      Supplier<Claim> none,
      Cancellation cancellation) {
    while (true) {
      final CompletableFuture<Optional<KeptWalk>> other;
      synchronized (this) {
        dropDead(wanted, maxAge);
        final Optional<KeptWalk> young = used(peek(wanted, maxAge, asked));
        if (young.isPresent()) {
          return Claim.of(young.get().jobs());
        }
        final Optional<Reading> sameNow =
            readings.stream()
                .filter(each -> each.expected().covers(wanted))
                .filter(each -> isYoung(each.begun(), maxAge, asked))
                .findFirst();
        if (sameNow.isEmpty()) {
          return none.get();
        }
        other = sameNow.get().end();
      }
      final Optional<KeptWalk> read =
          cancellation.await(other.copy()).filter(walk -> walk.asked().covers(wanted));
      if (read.isPresent()) {
        return Claim.of(read.get().jobs());
      }
    }
  }

  /** The youngest rows that hold all that is wanted, if any are young enough. */
  public synchronized Claim find(Wanted wanted, Duration maxAge, Moment asked) {
    dropDead(wanted, maxAge);
    return used(peek(wanted, maxAge, asked))
        .map(walk -> Claim.of(walk.jobs()))
        .orElse(Claim.NONE);
  }

  /** Marks rows as used. */
  private Optional<KeptWalk> used(Optional<KeptWalk> found) {
    found.ifPresent(
        walk -> {
          walks.removeIf(other -> other.jobs.refersTo(walk.jobs()));
          walks.add(Entry.of(walk, clock.now()));
        });
    return found;
  }

  private Optional<KeptWalk> peek(Wanted wanted, Duration maxAge, Moment asked) {
    return covering(wanted).filter(walk -> isYoung(walk.begun(), maxAge, asked));
  }

  /** The youngest, however old it is. */
  private Optional<KeptWalk> covering(Wanted wanted) {
    return here().stream()
        .filter(walk -> walk.asked().covers(wanted))
        .reduce((one, other) -> other.begun().isAfter(one.begun()) ? other : one);
  }

  private boolean isYoung(Moment begun, Duration maxAge, Moment asked) {
    return clock.between(begun, asked).compareTo(maxAge) <= 0;
  }

  private List<KeptWalk> here() {
    return walks.stream().flatMap(entry -> entry.walk().stream()).toList();
  }

  /** Drops what can answer nothing any more, or most probably will not. */
  private void dropDead(Wanted wanted, Duration maxAge) {
    longest = longest.compareTo(maxAge) > 0 ? longest : maxAge;
    walks.removeIf(
        entry -> entry.walk().map(walk -> isDead(walk, entry.used, wanted)).orElse(true));
  }

  private boolean isDead(KeptWalk walk, Moment used, Wanted wanted) {
    if (walk.asked().isOfAnother(wanted)) {
      return true;
    }
    final boolean isTooOld = clock.since(walk.begun()).compareTo(longest) > 0;
    final boolean isUnused =
        clock.since(used).compareTo(UNUSED) > 0 && !walk.asked().covers(wanted);
    return isTooOld && (isUnused || changedSince(walk).isEmpty());
  }

  OptionalLong changedSince(KeptWalk walk) {
    return walk.changedSince(clock);
  }

  /** How a query would be answered now, without marking anything as used. */
  public synchronized Optional<Answer> answer(Wanted wanted, Duration maxAge) {
    if (wanted.requests().isEmpty()) {
      return Optional.of(new Answer(Duration.ZERO, Optional.empty()));
    }
    final Moment now = clock.now();
    final Optional<KeptWalk> young = peek(wanted, maxAge, now);
    if (young.isPresent()) {
      return young.map(walk -> new Answer(clock.between(walk.begun(), now), Optional.empty()));
    }
    final Optional<KeptWalk> stale = covering(wanted);
    return new Reading(this, wanted, now, now, stale)
        .renewal()
        .map(
            request ->
                new Answer(
                    clock.between(stale.orElseThrow().begun(), now), Optional.of(request)));
  }

  synchronized void noteTooLarge(Wanted wanted) {
    large.add(wanted);
  }

  /** Bytes that all walks may take. */
  public long mostBytes() {
    return mostBytes;
  }

  int pageSize() {
    return pageSize;
  }

  /** Now, as ages are measured. */
  public Moment now() {
    return clock.now();
  }

  AgeClock clock() {
    return clock;
  }

  synchronized void ended(Reading reading) {
    readings.remove(reading);
  }

  /**
   * Whether there is room for so many bytes. Rows that nobody has used since the statement began
   * give way; those that it uses itself take their room, kept or not.
   */
  synchronized boolean fits(Reading reading, long bytes) {
    reading.grown(bytes);
    final long read =
        readings.stream().filter(other -> other != reading).mapToLong(Reading::bytes).sum();
    final List<Entry> unused = new ArrayList<>();
    long needed = bytes + read + bytes(here()) - mostBytes;
    for (Entry entry : walks) {
      if (needed > 0 && reading.asked().isAfter(entry.used)) {
        needed -= entry.bytes();
        unused.add(entry);
      }
    }
    if (needed <= 0) {
      walks.removeAll(unused);
    }
    return needed <= 0;
  }

  /** Takes the place of what it makes needless, unless others have read the same since. */
  synchronized void keep(KeptWalk walk, Reading reading) {
    readings.remove(reading);
    final boolean isOutdated =
        here().stream()
            .filter(other -> other.begun().isAfter(walk.begun()))
            .anyMatch(other -> other.asked().covers(walk.asked()));
    if (isOutdated) {
      return;
    }
    if (!fits(reading, walk.jobs().bytes())) {
      large.add(reading.wanted());
      return;
    }
    walks.removeIf(entry -> isNeedless(entry, walk));
    walks.add(Entry.of(walk, clock.now()));
  }

  private static boolean isNeedless(Entry other, KeptWalk walk) {
    return !other.begun.isAfter(walk.begun()) && walk.asked().covers(other.asked);
  }

  private static long bytes(List<KeptWalk> walks) {
    return walks.stream().mapToLong(walk -> walk.jobs().bytes()).sum();
  }

  /** What is kept of a source. */
  public synchronized Kept kept(Object source) {
    final List<KeptWalk> of =
        here().stream().filter(walk -> walk.asked().source().equals(source)).toList();
    return new Kept(
        of.stream().mapToLong(walk -> walk.jobs().size()).sum(),
        bytes(of),
        of.stream().map(walk -> clock.since(walk.begun())).min(Comparator.naturalOrder()));
  }

  /**
   * How much is kept of a source.
   *
   * @param jobs a job counts once for each walk that found it
   * @param bytes about what they take of the heap
   * @param age of the youngest walk; empty if there is none
   */
  public record Kept(long jobs, long bytes, Optional<Duration> age) {}

  /**
   * How kept rows answer.
   *
   * @param age of the rows
   * @param renewal the request that makes them young enough; empty if they are
   */
  public record Answer(Duration age, Optional<ListRequest> renewal) {}
}
