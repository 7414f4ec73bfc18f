package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.ConstraintDerivation;
import io.github.bedrockjdbc.adapter.predicate.Operand;
import java.util.List;
import java.util.Optional;

/**
 * What one execution of a query asks for, with its values.
 *
 * @param requests first call of each walk, in the order in which they are walked
 * @param lookups ARNs of the jobs that are asked for one by one
 * @param insteadOfLookups the walks to make where a lookup is refused; none without lookups
 * @param offset rows to leave out
 * @param fetch rows to give, {@code Long.MAX_VALUE} for all
 * @param warnings of values that the service does not take
 */
public record BoundRequests(
    List<ListRequest> requests,
    List<String> lookups,
    List<ListRequest> insteadOfLookups,
    long offset,
    long fetch,
    List<Warning> warnings) {

  public BoundRequests {
    requests = List.copyOf(requests);
    lookups = List.copyOf(lookups);
    insteadOfLookups = List.copyOf(insteadOfLookups);
    warnings = List.copyOf(warnings);
    if (lookups.isEmpty() && !insteadOfLookups.isEmpty()) {
      throw new IllegalArgumentException("There is no lookup that could be refused");
    }
  }

  /** Binds a query's values. */
  public static BoundRequests open(
      JobQuery query, Binding binding, SourceFacts source, int pageSize) {
    final long offset = count(query.limit().flatMap(Limit::offset), binding, 0, "OFFSET");
    final long fetch = count(query.limit().flatMap(Limit::fetch), binding, Long.MAX_VALUE, "LIMIT");
    if (fetch == 0) {
      return new BoundRequests(List.of(), List.of(), List.of(), offset, fetch, List.of());
    }
    final List<Constraint> constraints =
        new ConstraintDerivation(binding, source).of(query.filter());
    final Requests requests = new Requests(query.order(), offset, fetch, pageSize, source);
    final List<Constraint> byKey = constraints.stream().filter(requests::isLookedUp).toList();
    return new BoundRequests(
        requests.walks(constraints.stream().filter(c -> c.arns().isEmpty()).toList()),
        requests.lookups(byKey),
        requests.walks(byKey.stream().map(Constraint::withoutArns).toList()),
        offset,
        fetch,
        Requests.warnings(constraints));
  }

  public boolean isEmpty() {
    return requests.isEmpty() && lookups.isEmpty();
  }

  /** Rows after which a walk in order has given all that is wanted. */
  public long enough() {
    final long enough = offset + fetch;
    return enough < 0 ? Long.MAX_VALUE : enough;
  }

  /** How many walks may begin before they are needed: none if the rows so far may be enough. */
  public int ahead(int parallelism) {
    return fetch == Long.MAX_VALUE ? parallelism - 1 : 0;
  }

  /** Whether a request asks for every job there is. */
  public static boolean isUnconstrained(ListRequest request) {
    return request.ofSelection().equals(ListRequest.EVERYTHING);
  }

  private static long count(Optional<Operand> operand, Binding binding, long none, String clause) {
    final Optional<Object> value = operand.map(o -> o.bind(binding));
    if (value.isEmpty()) {
      return none;
    }
    final long count = ((Number) value.get()).longValue();
    if (count < 0) {
      throw new ApiException(
          clause.equals("OFFSET") ? Kind.NEGATIVE_OFFSET : Kind.NEGATIVE_LIMIT,
          clause + " must not be negative: " + count);
    }
    return count;
  }
}
