package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A walk that is read ahead of who takes its rows: one page, or, once there are more, in slices of
 * time side by side. Whoever is free takes half of the largest slice that is left. The rows come in
 * the walk's order, whichever arrive first. Safe for several threads.
 */
final class TimeSlices {
  private final SliceRequests requests;
  private final RowLayout layout;
  private final WalkScale scale;
  private final int parallelism;
  private final Executor threads;
  private final Execution execution;
  private final WalksOfScan all;
  private final long mostWaiting;
  private final SliceSequence slices;
  private CompletableFuture<Void> change = new CompletableFuture<>();
  private Throwable failure;
  private int underWay;
  private boolean hasAskedForEnd;
  private boolean isAwaited;
  private boolean isNoted;
  private Optional<Long> end = Optional.empty();

  /**
   * Calls nothing yet.
   *
   * @param layout has the hint if there may be slices
   * @param parallelism how many pages may be under way at once
   * @param all those of the scan
   */
  TimeSlices(
      SliceRequests requests,
      RowLayout layout,
      int parallelism,
      Executor threads,
      Execution execution,
      WalksOfScan all) {
    this.execution = execution;
    this.all = all;
    this.requests = requests;
    this.layout = layout;
    this.scale = requests.scale();
    this.parallelism = parallelism;
    this.threads = threads;
    this.mostWaiting = all.mostValues() / layout.width() / requests.pageSize();
    this.slices = new SliceSequence(TimeSlice.whole(requests.whole(), layout, scale));
  }

  /** Reads the first page in the caller's own thread. */
  void begin() {
    final TimeSlice whole = slices.first();
    final List<Object[]> rows = whole.walk().next();
    synchronized (this) {
      whole.arrived(rows);
    }
  }

  /** Whether there are pages that were not asked for. */
  synchronized boolean hasMore() {
    return slices.hasMore();
  }

  /** Done when something has changed from now on. */
  synchronized CompletableFuture<Void> change() {
    return change;
  }

  /** Rows that are here; none at the end, or if one has to wait. Throws what a call threw. */
  synchronized Optional<List<Object[]>> poll() {
    while (!isAtEnd()) {
      final TimeSlice slice = slices.current();
      final Optional<List<Object[]>> rows = slice.poll();
      if (rows.isPresent() || !slice.isDone()) {
        if (rows.isEmpty() && slice.ahead() == 0) {
          throwFailure();
        }
        isAwaited &= rows.isEmpty();
        return rows;
      }
      slices.goOn();
    }
    noteRead();
    return Optional.empty();
  }

  /** So that later walks are divided evenly from the beginning. */
  private void noteRead() {
    if (!isNoted && slices.first().isSorted() && slices.first().pages() > 1) {
      isNoted = true;
      requests.read(slices.all(), scale);
    }
  }

  private void throwFailure() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  synchronized boolean isAtEnd() {
    return slices.isAtEnd();
  }

  /** Asks for what comes next, which the reader waits for. */
  synchronized void askAndAwait() {
    isAwaited = true;
    ask();
  }

  /** Asks for what comes next, and for as much beside it as is allowed. */
  synchronized void ask() {
    for (Optional<Runnable> work = next(); work.isPresent(); work = next()) {
      underWay++;
      threads.execute(work.get());
    }
  }

  /** What is worth doing now, most wanted first. */
  private Optional<Runnable> next() {
    if (isAtEnd() || failure != null || underWay == parallelism) {
      return Optional.empty();
    }
    final TimeSlice read = slices.current();
    if (read.isIdle() && read.ahead() < (isAwaited ? 2 : 1)) {
      return Optional.of(reading(read));
    }
    final TimeSlice whole = slices.first();
    if (layout.hasHint() && !hasAskedForEnd && whole.isSorted() && !whole.isDone()) {
      end = requests.knownEnd().map(scale::place);
      hasAskedForEnd = end.isPresent() || isEndWorthACall();
      if (hasAskedForEnd && end.isEmpty()) {
        return Optional.of(new Work().doing(this::askForEnd));
      }
    }
    if ((!slices.isCut() && end.isEmpty()) || !hasRoom()) {
      return Optional.empty();
    }
    return slices.idle().or(this::cut).map(this::reading);
  }

  /** Where nobody knows it, not before a third page is needed: the call would be lost on two. */
  private boolean isEndWorthACall() {
    return slices.first().pages() > 1 && requests.mayAskMore();
  }

  private boolean hasRoom() {
    return slices.ahead() + underWay < mostWaiting;
  }

  /** A cut costs a call at the most, as the page in which it falls is read by both. */
  private Optional<TimeSlice> cut() {
    if (end.isEmpty() || !all.mayCut() || !requests.mayAskMore()) {
      return Optional.empty();
    }
    final TimeSlice largest = slices.largest(end.get());
    final Optional<Long> middle = largest.middle(end.get());
    return middle.map(
        at -> {
          all.cut();
          final TimeSlice rest = largest.cut(at, requests.between(at, largest.last()));
          slices.addAfter(largest, rest);
          return rest;
        });
  }

  private Runnable reading(TimeSlice slice) {
    final Work work = new Work();
    final CompletableFuture<Void> before = slice.asked(work.end);
    final Arriving arrival = new Arriving(slice, work, before);
    return work.doing(arrival::read);
  }

  private void askForEnd() {
    final Optional<Long> place = requests.end().map(scale::place);
    synchronized (this) {
      end = place;
    }
  }

  private synchronized void askOn(Throwable failed) {
    failure = failure == null ? failed : failure;
    try {
      ask();
    } catch (RuntimeException | Error e) { // the engine was closed, or there are no more threads
      failure = failure == null ? e : failure;
    }
  }

  /** A request, from when it is asked for until what came of it is there. */
  private final class Work {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private boolean isHere;

    Runnable doing(Runnable task) {
      return () -> {
        Throwable failed = null;
        try {
          task.run();
        } catch (RuntimeException | Error e) { // the reader's to throw
          failed = e;
        }
        done(failed);
      };
    }

    private void done(Throwable failed) {
      synchronized (TimeSlices.this) {
        here();
        if (failed == null) {
          end.complete(null);
        } else {
          end.completeExceptionally(new ApiException(Kind.CANCELLED, "An earlier page failed"));
        }
        askOn(failed);
        change.complete(null);
        change = new CompletableFuture<>();
      }
    }

    /** The answer is here: another one can be asked for. */
    void here() {
      synchronized (TimeSlices.this) {
        underWay -= isHere ? 0 : 1;
        isHere = true;
      }
    }
  }

  /** Rows of a slice are made one page after the other, while the next one is under way. */
  private final class Arriving {
    private final TimeSlice slice;
    private final Work work;
    private final CompletableFuture<Void> before;
    private boolean isNextKnown;

    Arriving(TimeSlice slice, Work work, CompletableFuture<Void> before) {
      this.slice = slice;
      this.work = work;
      this.before = before;
    }

    void read() {
      List<Object[]> rows = null;
      try {
        rows = slice.walk().next(this::here);
      } catch (RuntimeException | Error e) {
        awaitBefore(); // what is wrong with the page before is told first
        throw e;
      } finally {
        ended(rows);
      }
    }

    private void ended(List<Object[]> rows) {
      synchronized (TimeSlices.this) {
        if (rows != null) {
          slice.arrived(rows);
        } else if (isNextKnown) {
          slice.failed();
        }
      }
    }

    private void awaitBefore() {
      execution.cancellation().await(before.copy());
    }

    /** Nobody else gets this request's turn where this slice can go on. */
    private void here(boolean isKnown) {
      awaitBefore();
      synchronized (TimeSlices.this) {
        work.here();
        isNextKnown = isKnown;
        if (isKnown) {
          slice.nextKnown();
        }
        askOn(null);
      }
    }
  }
}
