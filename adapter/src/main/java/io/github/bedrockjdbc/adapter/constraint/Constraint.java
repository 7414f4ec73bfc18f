package io.github.bedrockjdbc.adapter.constraint;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the parameters of requests, or lookups, can require of a job: at least what a query
 * requires.
 *
 * @param values for a parameter that takes one value, those of which the job has one, as written in
 *     the query; where the parameter is absent: any
 * @param fragment the name contains this legal value of {@code nameContains}; empty: anything
 * @param times when it was submitted
 * @param arns the ARN is one of these; empty: any
 * @param isExact whether every job that meets it is wanted, unless a bound is not sharp
 */
public record Constraint(
    Map<RequestParameter, Set<String>> values,
    Optional<String> fragment,
    TimeRange times,
    Optional<Set<String>> arns,
    boolean isExact) {

  /** Every job is wanted. */
  public static final Constraint EVERYTHING =
      new Constraint(Map.of(), Optional.empty(), TimeRange.ALWAYS, Optional.empty(), true);

  /** Any job may be wanted. */
  public static final Constraint ANYTHING = EVERYTHING.inexact();

  public Constraint {
    values = Map.copyOf(values);
  }

  /** A parameter's value, exactly. */
  public static Constraint ofValue(RequestParameter parameter, String value) {
    return EVERYTHING.withValues(parameter, Optional.of(Set.of(value)));
  }

  /** Submitted then, exactly. */
  public static Constraint ofTimes(TimeRange times) {
    return EVERYTHING.withTimes(times);
  }

  /** A part of the name, which other names may have, too. */
  public static Constraint ofFragment(String fragment) {
    return new Constraint(
        Map.of(), Optional.of(fragment), TimeRange.ALWAYS, Optional.empty(), false);
  }

  /** The job of this ARN. */
  public static Constraint ofArn(String arn) {
    return EVERYTHING.withArns(Optional.of(Set.of(arn)));
  }

  /** The same, although jobs that meet it may not be wanted. */
  public Constraint inexact() {
    return new Constraint(values, fragment, times, arns, false);
  }

  /** The values of a parameter; empty: any. */
  public Optional<Set<String>> values(RequestParameter parameter) {
    return Optional.ofNullable(values.get(parameter));
  }

  Constraint withValues(RequestParameter parameter, Optional<Set<String>> others) {
    final Map<RequestParameter, Set<String>> all = new EnumMap<>(RequestParameter.class);
    all.putAll(values);
    all.remove(parameter);
    others.ifPresent(some -> all.put(parameter, some));
    return new Constraint(all, fragment, times, arns, isExact);
  }

  Constraint withTimes(TimeRange others) {
    return new Constraint(values, fragment, others, arns, isExact);
  }

  Constraint withArns(Optional<Set<String>> others) {
    return new Constraint(values, fragment, times, others, isExact);
  }

  /** What can be asked of a list instead of a lookup. */
  public Constraint withoutArns() {
    return withArns(Optional.empty()).inexact();
  }

  /** Both; empty if no job can meet both. */
  public Optional<Constraint> and(Constraint other) {
    final Map<RequestParameter, Set<String>> both = common(values, other.values);
    final Optional<Set<String>> bothArns = common(arns, other.arns);
    final TimeRange bothTimes = times.intersect(other.times);
    final boolean isImpossible =
        bothTimes.isEmpty()
            || both.values().stream().anyMatch(Set::isEmpty)
            || bothArns.filter(Set::isEmpty).isPresent();
    return isImpossible
        ? Optional.empty()
        : Optional.of(
            new Constraint(
                both,
                longer(fragment, other.fragment),
                bothTimes,
                bothArns,
                isExact && other.isExact));
  }

  /** One that jobs of any of them meet; there is at least one. */
  public static Constraint hull(List<Constraint> any) {
    final Constraint first = any.get(0);
    TimeRange times = first.times;
    boolean isSameFragment = true;
    for (Constraint one : any) {
      times = times.hull(one.times);
      isSameFragment &= one.fragment.equals(first.fragment);
    }
    final Map<RequestParameter, Set<String>> values = new EnumMap<>(RequestParameter.class);
    for (RequestParameter parameter : parameters(any)) {
      union(any, one -> one.values(parameter)).ifPresent(all -> values.put(parameter, all));
    }
    return new Constraint(
        values,
        isSameFragment ? first.fragment : Optional.empty(),
        times,
        union(any, Constraint::arns),
        first.isExact && any.size() == 1);
  }

  /** Whether the other one differs in the values of parameters alone, not in the parameters. */
  boolean isSameButValues(Constraint other) {
    return isExact == other.isExact
        && times.equals(other.times)
        && fragment.equals(other.fragment)
        && arns.equals(other.arns)
        && values.keySet().equals(other.values.keySet());
  }

  /** The parameters of which some constraint names values. */
  static Set<RequestParameter> parameters(Collection<Constraint> constraints) {
    final Set<RequestParameter> parameters = EnumSet.noneOf(RequestParameter.class);
    constraints.forEach(constraint -> parameters.addAll(constraint.values.keySet()));
    return parameters;
  }

  private static Optional<Set<String>> union(
      List<Constraint> any, Function<Constraint, Optional<Set<String>>> of) {
    final Set<String> all = new TreeSet<>();
    for (Constraint one : any) {
      if (of.apply(one).isEmpty()) {
        return Optional.empty();
      }
      all.addAll(of.apply(one).get());
    }
    return Optional.of(all);
  }

  /** Whether every job that meets the other one meets this one. */
  boolean covers(Constraint other) {
    return contains(values, other.values)
        && (fragment.isEmpty() || fragment.equals(other.fragment))
        && times.covers(other.times)
        && contains(arns, other.arns);
  }

  private static boolean contains(
      Map<RequestParameter, Set<String>> one, Map<RequestParameter, Set<String>> other) {
    for (Map.Entry<RequestParameter, Set<String>> entry : one.entrySet()) {
      final Set<String> others = other.get(entry.getKey());
      if (others == null || !entry.getValue().containsAll(others)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Optional<Set<String>> one, Optional<Set<String>> other) {
    return one.isEmpty() || (other.isPresent() && one.get().containsAll(other.get()));
  }

  private static Map<RequestParameter, Set<String>> common(
      Map<RequestParameter, Set<String>> one, Map<RequestParameter, Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    final Map<RequestParameter, Set<String>> both = new EnumMap<>(one);
    other.forEach((parameter, values) -> both.merge(parameter, values, Constraint::common));
    return both;
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    final Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Optional<Set<String>> common(
      Optional<Set<String>> one, Optional<Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return Optional.of(common(one.get(), other.get()));
  }

  private static Optional<String> longer(Optional<String> one, Optional<String> other) {
    return one.map(String::length).orElse(-1) >= other.map(String::length).orElse(-1) ? one : other;
  }
}
