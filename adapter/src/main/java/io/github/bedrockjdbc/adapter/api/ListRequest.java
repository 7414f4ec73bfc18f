package io.github.bedrockjdbc.adapter.api;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One call of {@code ListModelInvocationJobs}: a parameter that is not in the map is not sent.
 *
 * @param parameters values as they are sent, before percent-encoding
 */
public record ListRequest(Map<RequestParameter, String> parameters) {

  /** Asks for everything, in pages of the service's own size. */
  public static final ListRequest EVERYTHING = new ListRequest(Map.of());

  private static final Set<RequestParameter> OF_ORDER_AND_PAGES =
      Set.of(
          RequestParameter.MAX_RESULTS,
          RequestParameter.NEXT_TOKEN,
          RequestParameter.SORT_BY,
          RequestParameter.SORT_ORDER);

  /** Copies the values and throws where the service would refuse one. */
  public ListRequest {
    final Map<RequestParameter, String> copy = new EnumMap<>(RequestParameter.class);
    parameters.forEach(
        (parameter, value) -> {
          if (!parameter.accepts(value)) {
            throw new IllegalArgumentException(
                parameter.wireName() + " does not take '" + value + "'");
          }
          copy.put(parameter, value);
        });
    parameters = Collections.unmodifiableMap(copy);
  }

  /** This request with one parameter more, or with another value of it. */
  public ListRequest with(RequestParameter parameter, String value) {
    final Map<RequestParameter, String> more = new EnumMap<>(RequestParameter.class);
    more.putAll(parameters);
    more.put(parameter, value);
    return new ListRequest(more);
  }

  /** This request without a parameter, whether it has it or not. */
  public ListRequest without(RequestParameter parameter) {
    final Map<RequestParameter, String> fewer = new EnumMap<>(RequestParameter.class);
    fewer.putAll(parameters);
    fewer.remove(parameter);
    return new ListRequest(fewer);
  }

  /** The same jobs, sorted by the time of their submission. */
  public ListRequest sorted(boolean isDescending) {
    return with(RequestParameter.SORT_BY, RequestParameter.CREATION_TIME)
        .with(
            RequestParameter.SORT_ORDER,
            isDescending ? RequestParameter.DESCENDING : RequestParameter.ASCENDING);
  }

  /** What decides which jobs are asked for: everything but their order and pages. */
  public ListRequest ofSelection() {
    final Map<RequestParameter, String> which = new EnumMap<>(RequestParameter.class);
    which.putAll(parameters);
    which.keySet().removeAll(OF_ORDER_AND_PAGES);
    return new ListRequest(which);
  }

  /** Whether the newest job comes first, as it does without an order. */
  public boolean isDescending() {
    return !RequestParameter.ASCENDING.equals(parameters.get(RequestParameter.SORT_ORDER));
  }

  /** Name and value of each parameter, by name, as {@code EXPLAIN} and logs show them. */
  @Override
  public String toString() {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey().wireName() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
