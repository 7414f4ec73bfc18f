package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** One who reads what is to be kept. Others may wait for the end, so it must come. */
public final class Reading {
  private final KeptWalks walks;
  private final Wanted wanted;
  private final Moment asked;
  private final Moment begun;
  private final Optional<KeptWalk> stale;
  private final OptionalLong changedSince;
  private final CompletableFuture<Optional<KeptWalk>> end = new CompletableFuture<>();
  private long bytes;
  private volatile boolean isRefused;

  /**
   * @param asked when the statement began
   * @param stale rows that were read too long ago
   */
  Reading(KeptWalks walks, Wanted wanted, Moment asked, Moment begun, Optional<KeptWalk> stale) {
    this.walks = walks;
    this.wanted = wanted;
    this.asked = asked;
    this.begun = begun;
    this.stale = stale;
    this.changedSince =
        stale.map(walk -> walk.changedSince(walks.clock())).orElse(OptionalLong.empty());
  }

  Wanted wanted() {
    return wanted;
  }

  Moment asked() {
    return asked;
  }

  Moment begun() {
    return begun;
  }

  /** Bytes that its rows take so far. Guarded by the walks. */
  long bytes() {
    return bytes;
  }

  void grown(long newBytes) {
    bytes = newBytes;
  }

  /** What it will probably give: more than is wanted, if more is renewed. */
  Wanted expected() {
    return renewal().flatMap(request -> stale).map(KeptWalk::asked).orElse(wanted);
  }

  /** What it ended with; empty if others have to read for themselves. */
  CompletableFuture<Optional<KeptWalk>> end() {
    return end;
  }

  /** Whether nobody waits for it any more. */
  public boolean isEnded() {
    return end.isDone();
  }

  /** What is to be read. */
  public List<ListRequest> requests() {
    return wanted.requests();
  }

  /**
   * Rows that others have read since this one began, or are reading: waits for these. Empty if
   * there are none: then others wait for this one from now on.
   */
  public Optional<KeptJobs> others(Duration maxAge, Cancellation cancellation) {
    return walks.others(this, maxAge, cancellation);
  }

  /** Whether there is room for so many bytes of rows, beside what else is read and kept. */
  public boolean fits(long newBytes) {
    return newBytes == bytes || walks.fits(this, newBytes);
  }

  /** Bytes that all rows may take. */
  public long mostBytes() {
    return walks.mostBytes();
  }

  /**
   * A request that makes rows young again which are too old; empty if there are none, or if it
   * would take more than reading what is wanted.
   */
  public Optional<ListRequest> renewal() {
    return changedSince.isPresent() && (isCheap() || isLessThanAll())
        ? Optional.of(stale.orElseThrow().since(changedSince.getAsLong()))
        : Optional.empty();
  }

  /** Whether rows that are too old are renewed with one request, which others wait for. */
  public boolean isRenewedAtOnce() {
    return changedSince.isPresent() && isCheap();
  }

  private boolean isCheap() {
    return stale.orElseThrow().jobs().since(changedSince.getAsLong()) < walks.pageSize();
  }

  private boolean isLessThanAll() {
    return wanted.covers(stale.orElseThrow().asked().beginningAt(changedSince.getAsLong()));
  }

  /**
   * Ends it with what that request gave. Empty if the old rows cannot be relied on: then all is to
   * be read, and it has not ended.
   */
  public Optional<KeptJobs> renewed(KeptJobs read) {
    final Optional<KeptWalk> renewed =
        stale
            .orElseThrow()
            .renewed(changedSince.orElseThrow(), begun, walks.clock().since(begun), read);
    renewed.ifPresent(this::keep);
    return renewed.map(KeptWalk::jobs);
  }

  /** Ends it with all that is wanted. */
  public KeptJobs read(KeptJobs jobs) {
    final KeptJobs sorted = jobs.newestFirst();
    keep(new KeptWalk(wanted, begun, walks.clock().since(begun), begun, sorted));
    return sorted;
  }

  private void keep(KeptWalk walk) {
    walks.keep(walk, this);
    end.complete(Optional.of(walk));
  }

  /** Ends it, as there is no room for so many, or a value cannot be read: the next time, too. */
  public void unfit() {
    walks.noteUnfit(wanted);
    failed();
  }

  /** Ends it without rows: of those who waited, one reads and the others wait for that. */
  public void failed() {
    walks.ended(this);
    end.complete(Optional.empty());
  }

  /** Ends it, as the service refused it: who waited asks for itself, and does not wait again. */
  public void refused() {
    isRefused = true;
    failed();
  }

  boolean isRefused() {
    return isRefused;
  }

  /** Ends it, and begins anew from nothing; nobody waits for that one yet. */
  public Reading again() {
    failed();
    return new Reading(walks, wanted, asked, walks.clock().now(), Optional.empty());
  }
}
