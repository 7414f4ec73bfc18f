package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.engine.OldestJobs;
import io.github.bedrockjdbc.adapter.pushdown.Requests;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The walks that slices of one walk make.
 *
 * @param request of the whole walk; as it is sent unless that would tell the order
 * @param walks makes a walk of a request
 * @param times makes a walk of a request that reads nothing but the hint
 * @param oldest what the source told before
 * @param asker in whose name it is asked
 */
record SliceRequests(
    ListRequest request,
    Function<ListRequest, Paginator> walks,
    Function<ListRequest, Paginator> times,
    int hint,
    OldestJobs oldest,
    long asker) {

  /** Without an order the newest job comes first. */
  boolean isDescending() {
    return request.isDescending();
  }

  int pageSize() {
    return Integer.parseInt(request.parameters().get(RequestParameter.MAX_RESULTS));
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
    return isDescending() ? oldest.known(request, asker) : Optional.empty();
  }

  /** When the walk's last job was submitted; empty if it is not to be seen at once. */
  Optional<Long> end() {
    return isDescending() ? oldest.asked(request, asker, this::askedEnd) : askedEnd();
  }

  private Optional<Long> askedEnd() {
    final Paginator walk =
        times.apply(request.sorted(!isDescending()).with(RequestParameter.MAX_RESULTS, "1"));
    final List<Object[]> rows = walk.next();
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable((Long) rows.get(0)[hint]);
  }
}
