package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What one execution of a query asks for, with its values.
 *
 * @param requests first call of each walk, in the order in which they are walked
 * @param check which statuses are wanted; the service's word for it is not taken
 * @param offset rows to leave out
 * @param fetch rows to give, {@code Long.MAX_VALUE} for all
 */
record Walks(List<ListRequest> requests, Predicate<String> check, long offset, long fetch) {
  Walks {
    requests = List.copyOf(requests);
  }

  /** Binds a query's values. Pure but for warnings. */
  static Walks open(
      JobQuery query, IntFunction<Object> parameters, int pageSize, Execution execution) {
    final List<Optional<Set<String>>> branches =
        query.branches().stream().map(branch -> statuses(branch, parameters)).toList();
    final Predicate<String> check =
        status -> branches.stream().anyMatch(wanted -> allows(wanted, status));
    final long offset = count(query.limit().flatMap(Limit::offset), parameters, 0, "OFFSET");
    final long fetch =
        count(query.limit().flatMap(Limit::fetch), parameters, Long.MAX_VALUE, "LIMIT");
    if (fetch == 0) {
      return new Walks(List.of(), check, offset, fetch);
    }
    final Optional<Set<JobStatus>> sendable = sendable(branches, execution);
    final boolean isExact =
        sendable.isPresent() || branches.contains(Optional.<Set<String>>empty());
    final long wanted = offset + fetch < 0 ? Long.MAX_VALUE : offset + fetch;
    final ListRequest page =
        ListRequest.EVERYTHING.with(
            RequestParameter.MAX_RESULTS,
            Long.toString(isExact ? Math.min(wanted, pageSize) : pageSize));
    // Jobs move forward, so earlier states are walked first: no job slips through between walks.
    return new Walks(
        sendable
            .map(
                all ->
                    all.stream()
                        .map(s -> page.with(RequestParameter.STATUS_EQUALS, s.wireName()))
                        .toList())
            .orElse(List.of(page)),
        check,
        offset,
        fetch);
  }

  private static boolean allows(Optional<Set<String>> wanted, String status) {
    return wanted.isEmpty() || (status != null && wanted.get().contains(status));
  }

  /** Whether a request asks for every job there is. */
  static boolean isUnconstrained(ListRequest request) {
    return !request.parameters().containsKey(RequestParameter.STATUS_EQUALS);
  }

  private static Optional<Set<String>> statuses(Branch branch, IntFunction<Object> parameters) {
    return branch.statuses().stream()
        .map(constraint -> constraint.bind(parameters))
        .reduce(
            (one, other) -> {
              final Set<String> both = new TreeSet<>(one);
              both.retainAll(other);
              return both;
            });
  }

  /** The statuses to ask for, in life-cycle order; empty if only a walk over everything will do. */
  private static Optional<Set<JobStatus>> sendable(
      List<Optional<Set<String>>> branches, Execution execution) {
    final Set<JobStatus> all = new TreeSet<>();
    boolean isComplete = true;
    for (Optional<Set<String>> branch : branches) {
      if (branch.isEmpty()) {
        return Optional.empty();
      }
      for (String name : branch.get()) {
        final Optional<JobStatus> status = JobStatus.ofWireName(name);
        status.ifPresent(all::add);
        if (status.isEmpty()) {
          isComplete = false;
          execution.warn(unknown(name));
        }
      }
    }
    return isComplete ? Optional.of(all) : Optional.empty();
  }

  private static String unknown(String name) {
    final List<String> names = Arrays.stream(JobStatus.values()).map(JobStatus::wireName).toList();
    return "'"
        + name
        + "' is no status that the service can be asked for, so every job was read"
        + Nearest.to(name, names).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private static long count(
      Optional<Operand> operand, IntFunction<Object> parameters, long none, String clause) {
    final Optional<Object> value = operand.map(o -> o.bind(parameters));
    if (value.isEmpty()) {
      return none;
    }
    final long count = ((Number) value.get()).longValue();
    if (count < 0) {
      throw new ApiException(Kind.INVALID, clause + " must not be negative: " + count);
    }
    return count;
  }
}
