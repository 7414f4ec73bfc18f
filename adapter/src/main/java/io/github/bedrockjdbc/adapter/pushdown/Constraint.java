package io.github.bedrockjdbc.adapter.pushdown;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the parameters of walks, or lookups, can require of a job: at least what a query requires.
 *
 * @param statuses the status is one of these, as written in the query; empty: any
 * @param fragment the name contains this legal value of {@code nameContains}; empty: anything
 * @param times when it was submitted
 * @param arns the ARN is one of these; empty: any
 * @param isExact whether every job that meets it is wanted, unless a bound is not sharp
 */
record Constraint(
    Optional<Set<String>> statuses,
    Optional<String> fragment,
    TimeRange times,
    Optional<Set<String>> arns,
    boolean isExact) {

  /** Every job is wanted. */
  static final Constraint EVERYTHING =
      new Constraint(Optional.empty(), Optional.empty(), TimeRange.ALWAYS, Optional.empty(), true);

  /** Any job may be wanted. */
  static final Constraint ANYTHING = EVERYTHING.inexact();

  Constraint inexact() {
    return new Constraint(statuses, fragment, times, arns, false);
  }

  static Constraint ofStatuses(Set<String> statuses) {
    return new Constraint(
        Optional.of(Set.copyOf(statuses)),
        Optional.empty(),
        TimeRange.ALWAYS,
        Optional.empty(),
        true);
  }

  static Constraint ofTimes(TimeRange times) {
    return new Constraint(Optional.empty(), Optional.empty(), times, Optional.empty(), true);
  }

  static Constraint ofFragment(String fragment) {
    return new Constraint(
        Optional.empty(), Optional.of(fragment), TimeRange.ALWAYS, Optional.empty(), false);
  }

  static Constraint ofArn(String arn) {
    return new Constraint(
        Optional.empty(), Optional.empty(), TimeRange.ALWAYS, Optional.of(Set.of(arn)), true);
  }

  Constraint withStatuses(Optional<Set<String>> others) {
    return new Constraint(others, fragment, times, arns, isExact);
  }

  Constraint withTimes(TimeRange others) {
    return new Constraint(statuses, fragment, others, arns, isExact);
  }

  Constraint withArns(Optional<Set<String>> others) {
    return new Constraint(statuses, fragment, times, others, isExact);
  }

  Constraint withoutArns() {
    return new Constraint(statuses, fragment, times, Optional.empty(), false);
  }

  /** Both; empty if no job can meet both. */
  Optional<Constraint> and(Constraint other) {
    final Optional<Set<String>> bothStatuses = common(statuses, other.statuses);
    final Optional<Set<String>> bothArns = common(arns, other.arns);
    final TimeRange bothTimes = times.intersect(other.times);
    final boolean isImpossible =
        bothTimes.isEmpty()
            || bothStatuses.filter(Set::isEmpty).isPresent()
            || bothArns.filter(Set::isEmpty).isPresent();
    return isImpossible
        ? Optional.empty()
        : Optional.of(
            new Constraint(
                bothStatuses,
                longer(fragment, other.fragment),
                bothTimes,
                bothArns,
                isExact && other.isExact));
  }

  /** One that jobs of any of them meet; there is at least one. */
  static Constraint hull(List<Constraint> any) {
    final Constraint first = any.get(0);
    TimeRange times = first.times;
    boolean isSameFragment = true;
    for (Constraint one : any) {
      times = times.hull(one.times);
      isSameFragment &= one.fragment.equals(first.fragment);
    }
    return new Constraint(
        union(any, Constraint::statuses),
        isSameFragment ? first.fragment : Optional.empty(),
        times,
        union(any, Constraint::arns),
        first.isExact && any.size() == 1);
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
    return contains(statuses, other.statuses)
        && (fragment.isEmpty() || fragment.equals(other.fragment))
        && times.covers(other.times)
        && contains(arns, other.arns);
  }

  private static boolean contains(Optional<Set<String>> one, Optional<Set<String>> other) {
    return one.isEmpty() || (other.isPresent() && one.get().containsAll(other.get()));
  }

  private static Optional<Set<String>> common(
      Optional<Set<String>> one, Optional<Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    final Set<String> both = new TreeSet<>(one.get());
    both.retainAll(other.get());
    return Optional.of(both);
  }

  private static Optional<String> longer(Optional<String> one, Optional<String> other) {
    return one.map(String::length).orElse(-1) >= other.map(String::length).orElse(-1) ? one : other;
  }
}
