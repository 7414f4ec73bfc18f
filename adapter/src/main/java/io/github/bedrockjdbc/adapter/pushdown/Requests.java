package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.config.Suggestion;
import io.github.bedrockjdbc.adapter.constraint.Alternatives;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.table.JobArn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns constraints into calls.
 *
 * @param offset rows to leave out
 * @param fetch rows to give, {@code Long.MAX_VALUE} for all
 * @param pageSize of a walk that needs every row
 */
public record Requests(
    Optional<Order> order, long offset, long fetch, int pageSize, SourceFacts source) {

  /** Jobs move forward: walks in this order miss none that changes its state meanwhile. */
  public static final Comparator<ListRequest> BY_LIFE_CYCLE =
      Comparator.comparingInt(Requests::lifeCycle);

  private static final RequestParameter STATUS = RequestParameter.STATUS_EQUALS;

  /** The service may leave out or include a bound. */
  private static final long BOUNDS_ARE_SHARP_TO = RequestParameter.TIMES_ARE_SHARP_TO;

  /** Rows more to ask for, so that a bound that is not sharp does not cost a second call. */
  private static final long ROWS_BEYOND_BOUNDS = 2;

  /** No job is older, so that it says nothing to ask for later ones. */
  private static final long EARLIEST = Instant.parse("1970-01-01T00:00:00Z").toEpochMilli();

  /** The last one that a bound can name is some moments later: a year has four digits. */
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

  /** First call of each walk, in the order in which they are walked. */
  List<ListRequest> walks(List<Constraint> constraints) {
    final List<ListRequest> requests = new ArrayList<>();
    constraints.forEach(constraint -> requests.addAll(walks(constraint)));
    if (requests.size() > Alternatives.MOST) { // one over everything that any of them asks for
      return walks(Constraint.hull(constraints).inexact());
    }
    requests.sort(BY_LIFE_CYCLE);
    return requests.stream().distinct().toList();
  }

  private static int lifeCycle(ListRequest request) {
    return Optional.ofNullable(request.parameters().get(STATUS))
        .flatMap(JobStatus::ofWireName)
        .map(List.of(JobStatus.values())::indexOf)
        .orElse(-1);
  }

  private List<ListRequest> walks(Constraint constraint) {
    final Map<RequestParameter, Set<String>> sendable = sendable(constraint.values());
    final boolean isExact = constraint.isExact() && sendable.size() == constraint.values().size();
    ListRequest request =
        ListRequest.EVERYTHING.with(
            RequestParameter.MAX_RESULTS, Long.toString(pageSize(isExact, constraint.times())));
    if (constraint.fragment().isPresent()) {
      request = request.with(RequestParameter.NAME_CONTAINS, constraint.fragment().get());
    }
    if (order.isPresent()) {
      request = request.sorted(order.get().isDescending());
    }
    List<ListRequest> requests = List.of(withTimes(request, constraint.times()));
    for (Map.Entry<RequestParameter, Set<String>> values : sendable.entrySet()) {
      requests = requests.stream().flatMap(each -> withEach(each, values)).toList();
    }
    return requests;
  }

  /** Those that the service takes, as long as a request for each combination is not too many. */
  private static Map<RequestParameter, Set<String>> sendable(
      Map<RequestParameter, Set<String>> values) {
    final Map<RequestParameter, Set<String>> sendable = new EnumMap<>(RequestParameter.class);
    int combinations = 1;
    for (Map.Entry<RequestParameter, Set<String>> each : new TreeMap<>(values).entrySet()) {
      final int more = combinations * each.getValue().size();
      if (more <= Alternatives.MOST && each.getKey().acceptsAll(each.getValue())) {
        sendable.put(each.getKey(), each.getValue());
        combinations = more;
      }
    }
    return sendable;
  }

  private static Stream<ListRequest> withEach(
      ListRequest request, Map.Entry<RequestParameter, Set<String>> values) {
    return values.getValue().stream().sorted().map(value -> request.with(values.getKey(), value));
  }

  /** As small as the answer, if every row that comes back is wanted. */
  private long pageSize(boolean isExact, TimeRange times) {
    if (!isExact || fetch == Long.MAX_VALUE) {
      return pageSize;
    }
    final long beyond =
        (times.equals(TimeRange.ALWAYS) ? 0 : ROWS_BEYOND_BOUNDS)
            + (order.isPresent() ? source.overfetch() : 0);
    return Math.min(Math.min(offset, pageSize) + Math.min(fetch, pageSize) + beyond, pageSize);
  }

  /**
   * With bounds that a job of these times meets, however the service reads them. One that no job
   * can lie beyond is not sent, and one that is out of the service's sight is sent as the last that
   * is not.
   */
  public static ListRequest withTimes(ListRequest request, TimeRange times) {
    ListRequest more = request;
    if (times.first() > EARLIEST + BOUNDS_ARE_SHARP_TO) {
      more =
          more.with(
              RequestParameter.SUBMIT_TIME_AFTER,
              instant(Math.min(times.first(), LATEST) - BOUNDS_ARE_SHARP_TO));
    }
    if (times.last() < LATEST) {
      more =
          more.with(
              RequestParameter.SUBMIT_TIME_BEFORE,
              instant(Math.max(times.last(), EARLIEST) + BOUNDS_ARE_SHARP_TO));
    }
    return more;
  }

  private static String instant(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** What to say of values that the service does not take. */
  static List<Warning> warnings(List<Constraint> constraints) {
    return constraints.stream()
        .flatMap(constraint -> constraint.values().getOrDefault(STATUS, Set.of()).stream())
        .filter(value -> !STATUS.accepts(value))
        .distinct()
        .map(Requests::unknown)
        .toList();
  }

  private static Warning unknown(String status) {
    final List<String> names = Arrays.stream(JobStatus.values()).map(JobStatus::wireName).toList();
    return new Warning(
        "'"
            + status
            + "' is not a valid status"
            + Suggestion.to(status, names)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(""));
  }

  /** The jobs to ask for by their ARN. */
  List<String> lookups(List<Constraint> constraints) {
    return constraints.stream().flatMap(this::lookups).distinct().sorted().toList();
  }

  /** Whether some of its jobs, which it names by their ARNs, are here. */
  boolean isLookedUp(Constraint constraint) {
    return lookups(constraint).findAny().isPresent();
  }

  private Stream<String> lookups(Constraint constraint) {
    return constraint.arns().stream().flatMap(Set::stream).filter(this::isAsked);
  }

  /** A text that is no ARN is no job's; a job of another region or account is not ours to see. */
  private boolean isAsked(String arn) {
    return JobArn.isOne(arn) && source.mayHave(arn);
  }
}
