package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.Check.And;
import io.github.bedrockjdbc.adapter.Check.Comparator;
import io.github.bedrockjdbc.adapter.Check.Comparison;
import io.github.bedrockjdbc.adapter.Check.Contains;
import io.github.bedrockjdbc.adapter.Check.Like;
import io.github.bedrockjdbc.adapter.Check.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Derives, from a check and the values of an execution, what can be required of the jobs that are
 * asked for. A job that passes the check meets one of the constraints; none means no job passes.
 * Pure.
 */
final class Constraints {
  /** Branches, and walks, of one query; more are asked for as one. */
  static final int MOST = 8;

  private final Binding binding;
  private final SourceFacts source;

  Constraints(Binding binding, SourceFacts source) {
    this.binding = binding;
    this.source = source;
  }

  /** At most eight, none of which covers another. */
  List<Constraint> of(Check check) {
    return limited(disjoint(derive(check)));
  }

  private List<Constraint> derive(Check check) {
    if (check instanceof And and) {
      List<Constraint> all = List.of(Constraint.EVERYTHING);
      for (Check one : Bounds.joined(and.all(), binding)) {
        all = product(all, derive(one));
      }
      return all;
    }
    if (check instanceof Or or) {
      final List<Constraint> any = new ArrayList<>();
      or.any().forEach(one -> any.addAll(derive(one)));
      return any.size() <= MOST ? any : disjoint(any);
    }
    final Optional<String> fact = fact(check);
    if (fact.isPresent()) {
      return ofFact(check, fact.get());
    }
    if (check instanceof Comparison comparison) {
      return ofComparison(comparison);
    }
    if (check instanceof Like like && like.column() == JobColumn.JOB_NAME && !like.negated()) {
      return ofText(NameFragment.ofPattern(text(like.pattern()), like.escape()));
    }
    if (check instanceof Contains contains
        && contains.column() == JobColumn.JOB_NAME
        && !contains.negated()) {
      return ofText(NameFragment.ofText(text(contains.text())));
    }
    return List.of(Constraint.ANYTHING);
  }

  private String text(Operand operand) {
    return (String) operand.bind(binding);
  }

  private static List<Constraint> ofText(Optional<String> fragment) {
    return List.of(fragment.map(Constraint::ofFragment).orElse(Constraint.ANYTHING));
  }

  private List<Constraint> ofComparison(Comparison comparison) {
    final Object value = comparison.operand().bind(binding);
    if (value == null) {
      return List.of(); // unknown for every row
    }
    if (comparison.column() == JobColumn.SUBMIT_TIME) {
      return ofTime(comparison.comparator(), ((Number) value).longValue());
    }
    if (comparison.comparator() != Comparator.EQUAL) {
      return List.of(Constraint.ANYTHING);
    }
    return switch (comparison.column()) {
      case STATUS -> List.of(Constraint.ofStatuses(Set.of((String) value)));
      case JOB_NAME -> ofText(NameFragment.ofText((String) value));
      case JOB_ARN -> List.of(Constraint.ofArn((String) value));
      case JOB_ID -> ofJobId((String) value);
      default -> List.of(Constraint.ANYTHING);
    };
  }

  /** What is the same for every job of the source, if it is known. */
  private Optional<String> fact(Check check) {
    return switch (RowTest.column(check)) {
      case REGION -> source.region();
      case ACCOUNT_ID -> source.account();
      default -> Optional.empty();
    };
  }

  /** It decides at once, whatever is asked of it. */
  private List<Constraint> ofFact(Check check, String fact) {
    final RowLayout layout = new RowLayout(List.of(RowTest.column(check)));
    final Boolean holds = RowTest.of(check, layout, binding).test(new Object[] {fact});
    return Boolean.TRUE.equals(holds) ? List.of(Constraint.EVERYTHING) : List.of();
  }

  private List<Constraint> ofJobId(String id) {
    return source
        .arnPrefix()
        .map(prefix -> List.of(Constraint.ofArn(prefix + id)))
        .orElse(List.of(Constraint.ANYTHING));
  }

  private static List<Constraint> ofTime(Comparator comparator, long millis) {
    final boolean isFirst = millis == Long.MIN_VALUE;
    final boolean isLast = millis == Long.MAX_VALUE;
    return switch (comparator) {
      case EQUAL -> List.of(Constraint.ofTimes(new TimeRange(millis, millis)));
      case NOT_EQUAL -> List.of(Constraint.ANYTHING);
      case LESS ->
          isFirst
              ? List.of()
              : List.of(Constraint.ofTimes(new TimeRange(Long.MIN_VALUE, millis - 1)));
      case LESS_OR_EQUAL -> List.of(Constraint.ofTimes(new TimeRange(Long.MIN_VALUE, millis)));
      case GREATER ->
          isLast
              ? List.of()
              : List.of(Constraint.ofTimes(new TimeRange(millis + 1, Long.MAX_VALUE)));
      case GREATER_OR_EQUAL -> List.of(Constraint.ofTimes(new TimeRange(millis, Long.MAX_VALUE)));
    };
  }

  private static List<Constraint> product(List<Constraint> left, List<Constraint> right) {
    final List<Constraint> product = new ArrayList<>();
    for (Constraint one : left) {
      for (Constraint other : right) {
        one.and(other).ifPresent(product::add);
      }
    }
    return product.size() <= MOST ? product : limited(disjoint(product));
  }

  /** Leaves out what another covers, and joins ranges that overlap. */
  private static List<Constraint> disjoint(List<Constraint> constraints) {
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
    final boolean isSameButStatuses = one.withStatuses(other.statuses()).equals(other);
    return isSameButStatuses && one.statuses().isPresent() && other.statuses().isPresent()
        ? Optional.of(one.withStatuses(one.hull(other).statuses()))
        : Optional.empty();
  }

  private static List<Constraint> limited(List<Constraint> constraints) {
    return constraints.size() <= MOST
        ? constraints
        : List.of(constraints.stream().reduce(Constraint::hull).orElseThrow());
  }
}
