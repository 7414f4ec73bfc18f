package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.TimeRange;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column against a value; unknown if one of them is null. */
public record Comparison(JobColumn column, ComparisonOperator operator, Operand operand)
    implements ColumnPredicate {

  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    final Object value = operand.bind(binding);
    return CompiledPredicate.strict(
        layout.indexOf(column),
        value,
        cell -> operator.holds(CompiledPredicate.compare(cell, value)));
  }

  @Override
  public List<Constraint> require(ConstraintDerivation derivation) {
    final Object value = operand.bind(derivation.binding());
    if (value == null) {
      return List.of(); // unknown for every row
    }
    if (column == JobColumn.SUBMIT_TIME) {
      return ofTime(((Number) value).longValue());
    }
    return List.of(
        equality()
            .map(equality -> equality.require((String) value, derivation.source()))
            .orElse(Constraint.ANYTHING));
  }

  @Override
  public Set<RequestParameter> parameters() {
    return column == JobColumn.SUBMIT_TIME
        ? bounds()
        : equality().flatMap(PushedEquality::parameter).map(Set::of).orElse(Set.of());
  }

  @Override
  public boolean isLookup() {
    return equality().filter(PushedEquality.JOB_ARN::equals).isPresent();
  }

  @Override
  public String reason(boolean isSent) {
    if (column == JobColumn.SUBMIT_TIME) {
      return operator == ComparisonOperator.NOT_EQUAL
          ? NO_PARAMETER
          : "pushed down one second wider, as the service's bounds may be inexact";
    }
    if (operator != ComparisonOperator.EQUAL && column == JobColumn.STATUS) {
      return "a new status must not be hidden";
    }
    return equality().map(equality -> equality.reason(isSent)).orElse(NO_PARAMETER);
  }

  /** What it asks of the service, if it is an equality of which that can be asked. */
  private Optional<PushedEquality> equality() {
    return operator == ComparisonOperator.EQUAL ? PushedEquality.of(column) : Optional.empty();
  }

  private Set<RequestParameter> bounds() {
    return switch (operator) {
      case EQUAL -> Set.of(RequestParameter.SUBMIT_TIME_AFTER, RequestParameter.SUBMIT_TIME_BEFORE);
      case GREATER, GREATER_OR_EQUAL -> Set.of(RequestParameter.SUBMIT_TIME_AFTER);
      case LESS, LESS_OR_EQUAL -> Set.of(RequestParameter.SUBMIT_TIME_BEFORE);
      case NOT_EQUAL -> Set.of();
    };
  }

  private List<Constraint> ofTime(long millis) {
    return switch (operator) {
      case EQUAL -> between(millis, millis);
      case NOT_EQUAL -> List.of(Constraint.ANYTHING);
      case LESS -> millis == Long.MIN_VALUE ? List.of() : between(Long.MIN_VALUE, millis - 1);
      case LESS_OR_EQUAL -> between(Long.MIN_VALUE, millis);
      case GREATER -> millis == Long.MAX_VALUE ? List.of() : between(millis + 1, Long.MAX_VALUE);
      case GREATER_OR_EQUAL -> between(millis, Long.MAX_VALUE);
    };
  }

  private static List<Constraint> between(long first, long last) {
    return List.of(Constraint.ofTimes(new TimeRange(first, last)));
  }

  @Override
  public String toString() {
    return column.columnName() + " " + operator + " " + operand.text(column.type());
  }
}
