package io.github.bedrockjdbc.adapter.constraint;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lists of constraints of which a job that is wanted meets one. Long ones are shortened: what is
 * asked for then may be more than what is wanted, but never less. Pure.
 */
public final class Alternatives {
  /** Branches, and requests, of one query; more are asked for as one. */
  public static final int MOST = 8;

  /** As many are compared each with each. */
  private static final int MOST_COMPARED = 32;

  private Alternatives() {}

  /** The same, shorter if it is long. */
  public static List<Constraint> of(List<Constraint> any) {
    if (any.size() <= MOST) {
      return any;
    }
    List<Constraint> some = List.copyOf(new LinkedHashSet<>(any));
    some = grouped(some, Constraint::withoutArns, Alternatives::withArnsOfAll);
    some = grouped(some, c -> c.withTimes(TimeRange.ALWAYS), Alternatives::withTimesJoined);
    for (RequestParameter parameter : Constraint.parameters(some)) {
      some =
          grouped(
              some,
              c -> c.withValues(parameter, Optional.empty()),
              same -> withValuesOfAll(parameter, same));
    }
    return some.size() <= MOST_COMPARED ? disjoint(some) : List.of(Constraint.hull(some));
  }

  /** Of two lists both of which must hold, at most {@link #MOST}. */
  public static List<Constraint> product(List<Constraint> left, List<Constraint> right) {
    final List<Constraint> product = new ArrayList<>();
    for (Constraint one : left) {
      for (Constraint other : right) {
        one.and(other).ifPresent(product::add);
      }
    }
    return product.size() <= MOST ? product : limited(disjoint(product));
  }

  public static List<Constraint> limited(List<Constraint> constraints) {
    return constraints.size() <= MOST ? constraints : List.of(Constraint.hull(constraints));
  }

  /** Leaves out what another covers, and joins ranges that overlap. */
  public static List<Constraint> disjoint(List<Constraint> constraints) {
    final List<Constraint> result = new ArrayList<>();
    for (Constraint next : constraints) {
      Constraint grown = next;
      for (int i = 0; i < result.size(); i++) {
        final Optional<Constraint> joined = joined(result.get(i), grown);
        if (joined.isPresent()) {
          grown = joined.get();
          result.remove(i);
          i = -1; // what has grown may touch one that was passed already
        }
      }
      result.add(grown);
    }
    return result;
  }

  private static Optional<Constraint> joined(Constraint one, Constraint other) {
    if (one.covers(other)) {
      return Optional.of(one);
    }
    if (other.covers(one)) {
      return Optional.of(other);
    }
    final boolean isSameButTimes = one.withTimes(other.times()).equals(other);
    if (isSameButTimes && one.times().overlaps(other.times())) {
      return Optional.of(one.withTimes(one.times().hull(other.times())));
    }
    return one.isSameButValues(other) ? withJoinedValues(one, other) : Optional.empty();
  }

  /** Two that differ in the values of one parameter are one with the values of both. */
  private static Optional<Constraint> withJoinedValues(Constraint one, Constraint other) {
    final List<RequestParameter> different =
        one.values().keySet().stream()
            .filter(each -> !one.values(each).equals(other.values(each)))
            .toList();
    return different.size() == 1
        ? Optional.of(
            one.withValues(
                different.get(0), all(List.of(one, other), c -> c.values(different.get(0)))))
        : Optional.empty();
  }

  private static List<Constraint> grouped(
      List<Constraint> any,
      Function<Constraint, Constraint> rest,
      Function<List<Constraint>, List<Constraint>> merged) {
    final Map<List<Object>, List<Constraint>> groups = new LinkedHashMap<>();
    for (Constraint one : any) {
      final List<Object> key =
          List.of(rest.apply(one), one.arns().isPresent(), one.values().keySet(), one.isExact());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return groups.values().stream()
        .flatMap(group -> group.size() == 1 ? group.stream() : merged.apply(group).stream())
        .toList();
  }

  private static List<Constraint> withArnsOfAll(List<Constraint> same) {
    return same.get(0).arns().isEmpty()
        ? same
        : List.of(same.get(0).withArns(all(same, Constraint::arns)));
  }

  private static List<Constraint> withValuesOfAll(
      RequestParameter parameter, List<Constraint> same) {
    return same.get(0).values(parameter).isEmpty()
        ? same
        : List.of(same.get(0).withValues(parameter, all(same, c -> c.values(parameter))));
  }

  private static Optional<Set<String>> all(
      List<Constraint> constraints, Function<Constraint, Optional<Set<String>>> of) {
    final Set<String> all = new TreeSet<>();
    constraints.forEach(constraint -> all.addAll(of.apply(constraint).orElseThrow()));
    return Optional.of(all);
  }

  private static List<Constraint> withTimesJoined(List<Constraint> same) {
    final List<Constraint> sorted = new ArrayList<>(same);
    sorted.sort(Comparator.comparingLong(constraint -> constraint.times().first()));
    final List<Constraint> joined = new ArrayList<>();
    for (Constraint next : sorted) {
      final int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).times().overlaps(next.times())) {
        joined.set(last, next.withTimes(joined.get(last).times().hull(next.times())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
