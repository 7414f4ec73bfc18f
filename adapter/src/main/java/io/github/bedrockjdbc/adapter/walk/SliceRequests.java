package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.engine.TimeHistogram;
import io.github.bedrockjdbc.adapter.engine.TimeHistograms;
import io.github.bedrockjdbc.adapter.pushdown.Requests;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The walks that slices of one walk make.
 *
 * @param request of the whole walk; as it is sent unless that would tell the order
 * @param walks makes a walk of a request
 * @param times makes a walk of a request that reads nothing but the hint
 * @param histograms what the source told before
 * @param asker in whose name it is asked
 * @param isFree whether a request more would be sent at once
 */
record SliceRequests(
    ListRequest request,
    Function<ListRequest, Paginator> walks,
    Function<ListRequest, Paginator> times,
    int hint,
    TimeHistograms histograms,
    long asker,
    BooleanSupplier isFree) {

  /** Without an order the newest job comes first. */
  boolean isDescending() {
    return request.isDescending();
  }

  WalkScale scale() {
    return new WalkScale(isDescending() ? -1 : 1, histograms.known(request, asker));
  }

  /** Remembers where the jobs of a walk are that was read to its end, in these slices. */
  void read(List<TimeSlice> slices, WalkScale scale) {
    final int pages = slices.stream().mapToInt(TimeSlice::pages).sum();
    final long[] times = new long[pages + 1];
    final long[] jobs = new long[pages + 1];
    times[0] = scale.place(slices.get(0).begin());
    int i = 0;
    for (TimeSlice slice : slices) {
      for (TimeSlice.PageEnd end : slice.ends()) {
        i++;
        times[i] = scale.place(end.place());
        jobs[i] = jobs[i - 1] + end.jobs();
      }
    }
    histograms.note(request, asker, TimeHistogram.of(times, jobs));
  }

  int pageSize() {
    return Integer.parseInt(request.parameters().get(RequestParameter.MAX_RESULTS));
  }

  /** Whether a request that need not be is worth it: it costs nothing but itself. */
  boolean mayAskMore() {
    return isFree.getAsBoolean();
  }

  Paginator whole() {
    return walks.apply(request);
  }

  /**
   * Of the jobs between two places, counted in the walk's direction, both in it; an open end leaves
   * the walk's own bound.
   */
  Paginator between(long first, long last) {
    final TimeRange range =
        isDescending() ? new TimeRange(negative(last), -first) : new TimeRange(first, last);
    return walks.apply(Requests.withTimes(request.sorted(isDescending()), range));
  }

  private static long negative(long last) {
    return last == Long.MAX_VALUE ? Long.MIN_VALUE : -last;
  }

  /** The same as {@link #end}, without a call; empty if nobody has asked yet. */
  Optional<Long> knownEnd() {
    return histograms.last(request, asker);
  }

  /** When the walk's last job was submitted; empty if it is not to be seen at once. */
  Optional<Long> end() {
    return isDescending() ? histograms.asked(request, asker, this::askedEnd) : askedEnd();
  }

  private Optional<Long> askedEnd() {
    final Paginator walk =
        times.apply(request.sorted(!isDescending()).with(RequestParameter.MAX_RESULTS, "1"));
    final List<Object[]> rows = walk.next();
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable((Long) rows.get(0)[hint]);
  }
}
