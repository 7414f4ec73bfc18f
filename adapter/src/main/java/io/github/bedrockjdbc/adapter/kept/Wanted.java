package io.github.bedrockjdbc.adapter.kept;

import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which jobs a statement may need of a source.
 *
 * @param source the region and account
 * @param asker in whose name they are read: nobody else sees them
 * @param requests that give them all, each without pages and order
 */
public record Wanted(Object source, long asker, List<ListRequest> requests) {
  /**
   * Drops requests that others make needless, and ends of periods that leave out next to nothing:
   * one that moves on with the clock would be another one each time.
   *
   * @param now by the clock on the wall
   */
  public static Wanted of(Object source, long asker, Collection<ListRequest> requests, Moment now) {
    final Instant recent = Instant.ofEpochMilli(now.millis()).minus(KeptWalk.LISTED_LATE);
    final List<ListRequest> all =
        requests.stream()
            .map(ListRequest::ofSelection)
            .map(request -> withoutRecentEnd(request, recent))
            .distinct()
            .toList();
    final List<ListRequest> needed = new ArrayList<>();
    for (ListRequest one : all) {
      if (all.stream().noneMatch(other -> !other.equals(one) && covers(other, one))) {
        needed.add(one);
      }
    }
    return new Wanted(source, asker, List.copyOf(needed));
  }

  private static ListRequest withoutRecentEnd(ListRequest request, Instant recent) {
    final String end = request.parameters().get(RequestParameter.SUBMIT_TIME_BEFORE);
    return end == null || Instant.parse(end).isBefore(recent)
        ? request
        : request.without(RequestParameter.SUBMIT_TIME_BEFORE);
  }

  /** Whether it is of the same source, but read in another name. */
  boolean isOfAnother(Wanted other) {
    return source.equals(other.source) && asker != other.asker;
  }

  /** The same, where a period begins no earlier than that, in milliseconds since 1970. */
  Wanted beginningAt(long millis) {
    final String begin = Instant.ofEpochMilli(millis).toString();
    return new Wanted(
        source,
        asker,
        requests.stream()
            .map(
                request -> {
                  final String present =
                      request.parameters().get(RequestParameter.SUBMIT_TIME_AFTER);
                  return present != null && Instant.parse(present).toEpochMilli() >= millis
                      ? request
                      : request.with(RequestParameter.SUBMIT_TIME_AFTER, begin);
                })
            .toList());
  }

  /** The same, where a period begins that much later. */
  Wanted beginningLater(Duration time) {
    return new Wanted(
        source, asker, requests.stream().map(request -> beginningLater(request, time)).toList());
  }

  private static ListRequest beginningLater(ListRequest request, Duration time) {
    final String begin = request.parameters().get(RequestParameter.SUBMIT_TIME_AFTER);
    return begin == null
        ? request
        : request.with(
            RequestParameter.SUBMIT_TIME_AFTER, Instant.parse(begin).plus(time).toString());
  }

  /** Whether every job that the other one wants is among these. */
  public boolean covers(Wanted other) {
    return source.equals(other.source)
        && asker == other.asker
        && other.requests.stream()
            .allMatch(narrow -> requests.stream().anyMatch(wide -> covers(wide, narrow)));
  }

  /** Whether every job that meets the narrow one meets the wide one. */
  private static boolean covers(ListRequest wide, ListRequest narrow) {
    return wide.parameters().entrySet().stream()
        .allMatch(
            required -> {
              final String value = narrow.parameters().get(required.getKey());
              return value != null && implies(required.getKey(), value, required.getValue());
            });
  }

  /** Whether what meets the first value meets the second one. */
  private static boolean implies(RequestParameter parameter, String value, String required) {
    return switch (parameter) {
      case NAME_CONTAINS -> value.contains(required);
      case SUBMIT_TIME_AFTER -> !Instant.parse(value).isBefore(Instant.parse(required));
      case SUBMIT_TIME_BEFORE -> !Instant.parse(value).isAfter(Instant.parse(required));
      default -> value.equals(required);
    };
  }
}
