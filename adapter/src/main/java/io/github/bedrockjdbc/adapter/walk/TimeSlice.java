package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.OrderCheck;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A range of time, walked beside others. Places in time are milliseconds in the direction of the
 * walk, so that every walk goes upwards. A row outside of the range is another slice's. For one
 * thread at a time.
 */
final class TimeSlice {
  /** So many jobs, each later than all before, and none much earlier, are no accident. */
  private static final int SORTED_STEPS = 12;

  /** Fewer pages than this are not worth another walk. */
  private static final double FEWEST_TO_CUT = 2;

  /** How well pages are known in advance. */
  private static final double MARGIN_OF_A_PAGE = 0.1;

  private final Paginator walk;
  private final RowLayout layout;
  private final WalkScale scale;
  private final long first;
  private final Queue<List<Object[]>> waiting = new ArrayDeque<>();
  private final List<PageEnd> ends = new ArrayList<>();
  private long last;
  private boolean isUnderWay;
  private boolean isBeingRead;
  private boolean isCut;
  private boolean isDone;
  private CompletableFuture<Void> previous = CompletableFuture.completedFuture(null);

  private int pages;
  private long jobs;
  private boolean isInOrder = true;
  private int steps;
  private boolean hasBegun;
  private long begin;
  private long reached;
  private double pagesPerJob;

  /**
   * @param walk of every job in the range, and maybe others
   * @param layout has the hint
   * @param pagesPerJob what to expect, by the scale
   */
  TimeSlice(
      Paginator walk,
      RowLayout layout,
      WalkScale scale,
      long first,
      long last,
      double pagesPerJob) {
    this.walk = walk;
    this.layout = layout;
    this.scale = scale;
    this.first = first;
    this.last = last;
    this.begin = first;
    this.reached = first;
    this.pagesPerJob = pagesPerJob;
  }

  /** Of everything that a walk gives. */
  static TimeSlice whole(Paginator walk, RowLayout layout, WalkScale scale) {
    return new TimeSlice(walk, layout, scale, Long.MIN_VALUE, Long.MAX_VALUE, 0);
  }

  /** The pages; one thread may ask for the next. */
  Paginator walk() {
    return walk;
  }

  /**
   * Whether its next page can be asked for and is not. One that was cut may end with the page whose
   * rows are being made: then that has to be seen first.
   */
  boolean isIdle() {
    final boolean mayEnd = isCut && pagesLeftFrom((double) reached, last) < FEWEST_TO_CUT;
    return !isUnderWay && !isDone && !(isBeingRead && mayEnd);
  }

  /** Pages that are here and were not taken. */
  int ahead() {
    return waiting.size() + (isBeingRead ? 1 : 0);
  }

  /** How many have arrived. */
  int pages() {
    return pages;
  }

  /**
   * A page is asked for.
   *
   * @param end done when its rows are there
   * @return done when those of the page before it are
   */
  CompletableFuture<Void> asked(CompletableFuture<Void> end) {
    final CompletableFuture<Void> before = previous;
    previous = end;
    isUnderWay = true;
    return before;
  }

  /** The answer is here, and with it where the next page begins. */
  void nextKnown() {
    isUnderWay = false;
    isBeingRead = true;
  }

  /** The rows of that answer cannot be made. */
  void failed() {
    isBeingRead = false;
  }

  /** A page is there: what of it is this slice's waits to be read. */
  void arrived(List<Object[]> rows) {
    isUnderWay &= isBeingRead; // it is the next page then
    isBeingRead = false;
    pages++;
    final List<Object[]> own = layout.hasHint() ? own(rows) : rows;
    if (!own.isEmpty()) {
      waiting.add(own);
    }
    isDone = !walk.hasNext() || (isSorted() && reached - OrderCheck.SORTED_TO_MILLIS > last);
    jobs += rows.size();
    if (reached > begin) {
      final double passed =
          scale.countsJobs() ? (double) jobs : scale.jobs(reached) - scale.jobs(begin);
      pagesPerJob = pages / passed;
    }
    ends.add(new PageEnd(Math.min(reached, last), own.size()));
  }

  private List<Object[]> own(List<Object[]> rows) {
    final List<Object[]> own = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      final Object time = row[layout.hint()];
      if (time == null || isOwn(scale.place((Long) time))) {
        own.add(row); // one without a time is given by whoever comes first
      }
    }
    return own;
  }

  private boolean isOwn(long place) {
    if (!hasBegun) {
      hasBegun = true;
      begin = place;
      reached = place;
    }
    isInOrder &= place >= reached - OrderCheck.SORTED_TO_MILLIS;
    steps += place > reached ? 1 : 0;
    reached = Math.max(reached, place);
    return place >= first && place <= last;
  }

  /** Rows that are here. */
  Optional<List<Object[]>> poll() {
    return Optional.ofNullable(waiting.poll());
  }

  /** Whether there is nothing more to ask for. */
  boolean isDone() {
    return isDone;
  }

  /** Whether the walk goes in its direction, as far as it was seen: else it must be read whole. */
  boolean isSorted() {
    return isInOrder && steps >= SORTED_STEPS;
  }

  /**
   * Pages that are neither here nor under way, as far as one can tell.
   *
   * @param end where the last job is
   */
  double pagesLeft(long end) {
    return isDone || !isInOrder ? 0 : pagesLeftFrom(next(), Math.min(last, end));
  }

  private double pagesLeftFrom(double place, long until) {
    return Math.max(0, scale.jobs(until) - scale.jobs(place)) * pagesPerJob;
  }

  /** Where the page after those under way may begin. */
  private double next() {
    final int pagesAhead = (isUnderWay ? 1 : 0) + (isBeingRead ? 1 : 0);
    final double jobs = scale.jobs((double) Math.max(first, reached));
    return scale.placeAfter(jobs + (pagesPerJob > 0 ? pagesAhead / pagesPerJob : 0));
  }

  /**
   * Where to cut this slice in two, so that both take as long; empty if it is not worth it. What it
   * keeps are whole pages, as the one in which it ends is read by both.
   *
   * @param end where the last job is
   */
  Optional<Long> middle(long end) {
    final double left = pagesLeft(end);
    if (left < FEWEST_TO_CUT) {
      return Optional.empty();
    }
    final double half = (left + MARGIN_OF_A_PAGE - (isUnderWay ? 1 : 0)) / 2;
    final double kept = Math.max(1, Math.round(half)) - MARGIN_OF_A_PAGE;
    final long middle = (long) scale.placeAfter(scale.jobs(next()) + kept / pagesPerJob);
    final boolean isWorthIt =
        middle > Math.max(first, reached) + 2 * OrderCheck.SORTED_TO_MILLIS
            && middle < Math.min(last, end) - 2 * OrderCheck.SORTED_TO_MILLIS;
    return isWorthIt ? Optional.of(middle) : Optional.empty();
  }

  /** Leaves what begins there to another slice. */
  TimeSlice cut(long at, Paginator rest) {
    final TimeSlice other = new TimeSlice(rest, layout, scale, at, last, pagesPerJob);
    last = at - 1;
    isCut = true;
    return other;
  }

  /** The times after which this slice ends, from its first one on. */
  long last() {
    return last;
  }

  /** Where its first job is, once a page has arrived. */
  long begin() {
    return begin;
  }

  /** Where its pages end, in order. */
  List<PageEnd> ends() {
    return ends;
  }

  /**
   * How far a page leads.
   *
   * @param jobs how many of its jobs are the slice's own
   */
  record PageEnd(long place, int jobs) {}
}
