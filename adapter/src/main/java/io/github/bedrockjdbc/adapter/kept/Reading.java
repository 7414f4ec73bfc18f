package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** One who reads what is to be kept. Others may wait for the end, so it must come. */
public final class Reading {
  private final KeptWalks walks;
  private final Wanted wanted;
  private final long begun;
  private final Optional<KeptWalk> stale;
  private final OptionalLong changedSince;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  Reading(KeptWalks walks, Wanted wanted, long begun, Optional<KeptWalk> stale) {
    this.walks = walks;
    this.wanted = wanted;
    this.begun = begun;
    this.stale = stale;
    this.changedSince = stale.map(walk -> walk.changedSince(begun)).orElse(OptionalLong.empty());
  }

  Wanted wanted() {
    return wanted;
  }

  long begun() {
    return begun;
  }

  CompletableFuture<Void> end() {
    return end;
  }

  /** What is to be read. */
  public List<ListRequest> requests() {
    return wanted.requests();
  }

  /** Lets others wait. */
  public void share() {
    walks.share(this);
  }

  /** Bytes that the rows may take. */
  public long mostBytes() {
    return walks.mostBytes();
  }

  /**
   * A request that makes rows young again which are too old; empty if there are none, or if it
   * would take more than reading what is wanted.
   *
   * @param pageSize jobs of a page
   */
  public Optional<ListRequest> renewal(int pageSize) {
    if (changedSince.isEmpty()) {
      return Optional.empty();
    }
    final KeptWalk old = stale.orElseThrow();
    final boolean isWhole = wanted.covers(old.asked());
    return isWhole || old.jobs().since(changedSince.getAsLong()) < pageSize
        ? Optional.of(old.since(changedSince.getAsLong()))
        : Optional.empty();
  }

  /**
   * Ends it with what that request gave. Empty if the old rows cannot be relied on: then all is to
   * be read, and it has not ended.
   */
  public Optional<KeptJobs> renewed(KeptJobs read) {
    final Optional<KeptWalk> renewed =
        stale.orElseThrow().renewed(changedSince.orElseThrow(), begun, read);
    renewed.ifPresent(this::keep);
    return renewed.map(KeptWalk::jobs);
  }

  /** Ends it with all that is wanted. */
  public KeptJobs read(KeptJobs jobs) {
    final KeptJobs sorted = jobs.newestFirst();
    keep(new KeptWalk(wanted, begun, begun, sorted));
    return sorted;
  }

  private void keep(KeptWalk walk) {
    if (walk.jobs().bytes() > walks.mostBytes()) {
      tooLarge();
    } else {
      walks.keep(walk);
      finish();
    }
  }

  /** Ends it, as there is no room for so many. */
  public void tooLarge() {
    walks.noteTooLarge(wanted);
    finish();
  }

  /** Ends it without rows: who waited reads for itself. */
  public void failed() {
    finish();
  }

  private void finish() {
    walks.ended(this);
    end.complete(null);
  }
}
