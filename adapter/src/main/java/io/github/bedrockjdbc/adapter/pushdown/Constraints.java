package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.pushdown.Check.And;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Check.Contains;
import io.github.bedrockjdbc.adapter.pushdown.Check.Like;
import io.github.bedrockjdbc.adapter.pushdown.Check.Or;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Derives, from a check and the values of an execution, what can be required of the jobs that are
 * asked for. A job that passes the check meets one of the constraints; none means no job passes.
 * For one derivation.
 */
public final class Constraints {
  /** Branches, and walks, of one query; more are asked for as one. */
  public static final int MOST = 8;

  /** Alternatives that are multiplied one by one; more are taken together before. */
  private static final int MOST_MULTIPLIED = 5_000;

  private final Binding binding;
  private final SourceFacts source;
  private int multiplied;

  Constraints(Binding binding, SourceFacts source) {
    this.binding = binding;
    this.source = source;
  }

  /** At most eight, none of which covers another. */
  List<Constraint> of(Check check) {
    return Alternatives.limited(Alternatives.disjoint(Alternatives.of(derive(check))));
  }

  private List<Constraint> derive(Check check) {
    if (check instanceof And and) {
      List<Constraint> all = List.of(Constraint.EVERYTHING);
      for (Check one : Bounds.joined(and.all(), binding)) {
        all = both(all, derive(one));
      }
      return all;
    }
    if (check instanceof Or or) {
      final List<Constraint> any = new ArrayList<>();
      or.any().forEach(one -> any.addAll(derive(one)));
      return Alternatives.of(any);
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

  private List<Constraint> both(List<Constraint> left, List<Constraint> right) {
    final int size = left.size() * right.size();
    multiplied += size > MOST ? size : 0;
    return multiplied > MOST_MULTIPLIED && right.size() > 1
        ? Alternatives.product(left, List.of(Constraint.hull(right)))
        : Alternatives.product(left, right);
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
}
