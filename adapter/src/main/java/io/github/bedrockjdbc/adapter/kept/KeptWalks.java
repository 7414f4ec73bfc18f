package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Walks that were made to their end, for statements that may be answered from them. Who wants what
 * another one is just reading waits for it. Safe for several threads.
 */
public final class KeptWalks {
  private final long mostBytes;
  private final int pageSize;
  private final AgeClock clock;
  private final UnfitWalks unfit;
  private final WalkStore walks;

  /** Those that others wait for. */
  private final List<Reading> readings = new ArrayList<>();

  /**
   * @param mostBytes of the heap, for all walks, those being read included
   * @param pageSize jobs of a page
   */
  public KeptWalks(long mostBytes, int pageSize, AgeClock clock) {
    this.mostBytes = mostBytes;
    this.pageSize = pageSize;
    this.clock = clock;
    this.unfit = new UnfitWalks(clock);
    this.walks = new WalkStore(clock);
  }

  /**
   * The youngest rows that hold all that is wanted; waits where somebody reads them already.
   *
   * @param asked when the statement began: this is when the age of the rows counts, and what was
   *     used since does not give way to what is read
   * @param isShared whether others may wait for the caller, if it is one to read, and it for them;
   *     where one request renews old rows, they do in any case
   */
  public Claim claim(
      Wanted wanted, Duration maxAge, Moment asked, boolean isShared, Cancellation cancellation) {
    return claim(
        wanted,
        maxAge,
        asked,
        each -> isShared || each.isRenewedAtOnce(),
        () -> begun(wanted, asked, isShared),
        cancellation);
  }

  private Claim begun(Wanted wanted, Moment asked, boolean isShared) {
    if (unfit.contains(wanted)) {
      return Claim.NONE;
    }
    final Reading mine = new Reading(this, wanted, asked, clock.now(), walks.covering(wanted));
    if (isShared || mine.isRenewedAtOnce()) {
      readings.add(mine);
    }
    return Claim.of(mine);
  }

  /** See {@link Reading#others}. */
  Optional<KeptJobs> others(Reading mine, Duration maxAge, Cancellation cancellation) {
    return isShared(mine)
        ? Optional.empty()
        : claim(mine.wanted(), maxAge, mine.asked(), each -> true, () -> shared(mine), cancellation)
            .jobs();
  }

  private Claim shared(Reading mine) {
    if (unfit.contains(mine.wanted())) {
      mine.failed();
    } else {
      readings.add(mine);
    }
    return Claim.NONE;
  }

  private synchronized boolean isShared(Reading reading) {
    return readings.contains(reading);
  }

  /**
   * @param isAwaited whether to wait for one who reads
   * @param none what to do where nobody has the rows, nor reads them
   */
  private Claim claim(
      Wanted wanted,
      Duration maxAge,
      Moment asked,
      Predicate<Reading> isAwaited,
      Supplier<Claim> none,
      Cancellation cancellation) {
    boolean isRefused = false;
    while (true) {
      final Reading other;
      synchronized (this) {
        walks.dropDead(wanted, maxAge);
        final Optional<KeptWalk> young = used(peek(wanted, maxAge, asked));
        if (young.isPresent()) {
          return Claim.of(young.get().jobs());
        }
        final Optional<Reading> sameNow =
            (isRefused ? Stream.<Reading>empty() : readings.stream().filter(isAwaited))
                .filter(each -> each.expected().covers(wanted))
                .filter(each -> isYoung(each.begun(), maxAge, asked))
                .findFirst();
        if (sameNow.isEmpty()) {
          return none.get();
        }
        other = sameNow.get();
      }
      final Optional<KeptWalk> read =
          cancellation.await(other.end().copy()).filter(walk -> walk.asked().covers(wanted));
      if (read.isPresent()) {
        return Claim.of(read.get().jobs());
      }
      isRefused = other.isRefused();
    }
  }

  /** The youngest rows that hold all that is wanted, if any are young enough. */
  public synchronized Claim find(Wanted wanted, Duration maxAge, Moment asked) {
    walks.dropDead(wanted, maxAge);
    return used(peek(wanted, maxAge, asked)).map(walk -> Claim.of(walk.jobs())).orElse(Claim.NONE);
  }

  private Optional<KeptWalk> used(Optional<KeptWalk> found) {
    found.ifPresent(walks::use);
    return found;
  }

  private Optional<KeptWalk> peek(Wanted wanted, Duration maxAge, Moment asked) {
    return walks.covering(wanted).filter(walk -> isYoung(walk.begun(), maxAge, asked));
  }

  private boolean isYoung(Moment begun, Duration maxAge, Moment asked) {
    return clock.between(begun, asked).compareTo(maxAge) <= 0;
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
    final Optional<KeptWalk> stale = walks.covering(wanted);
    return new Reading(this, wanted, now, now, stale)
        .renewal()
        .map(
            request ->
                new Answer(clock.between(stale.orElseThrow().begun(), now), Optional.of(request)));
  }

  synchronized void noteUnfit(Wanted wanted) {
    unfit.add(wanted);
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
   * Whether there is room for so many bytes. Rows that no scan has, and nobody has used since the
   * statement began, give way.
   */
  synchronized boolean fits(Reading reading, long bytes) {
    reading.grown(bytes);
    final long read =
        readings.stream().filter(other -> other != reading).mapToLong(Reading::bytes).sum();
    final long needed = bytes + read + walks.bytes() - mostBytes;
    return needed <= 0 || walks.dropUnused(needed, reading.asked());
  }

  /** Takes the place of what it makes needless, unless others have read the same since. */
  synchronized void keep(KeptWalk walk, Reading reading) {
    readings.remove(reading);
    if (walks.isOutdated(walk)) {
      return;
    }
    walks.dropNeedless(walk);
    if (fits(reading, walk.jobs().bytes())) {
      walks.use(walk);
    } else {
      unfit.add(reading.wanted());
    }
  }

  /** Counts rows as long as a scan has them, whether they are kept or not. */
  public void hold(KeptJobs jobs, Cancellation scan) {
    synchronized (this) {
      walks.hold(jobs);
    }
    scan.whenCancelled(new Release(jobs));
  }

  /** Once, however often it is run. */
  private final class Release implements Runnable {
    private KeptJobs jobs;

    Release(KeptJobs jobs) {
      this.jobs = jobs;
    }

    @Override
    public void run() {
      synchronized (KeptWalks.this) {
        if (jobs != null) {
          walks.release(jobs);
          jobs = null;
        }
      }
    }
  }

  /** What is kept of a source. */
  public synchronized Kept kept(Object source) {
    final List<KeptWalk> of = walks.of(source);
    return new Kept(
        of.stream().mapToLong(walk -> walk.jobs().size()).sum(),
        of.stream().mapToLong(walk -> walk.jobs().bytes()).sum(),
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
