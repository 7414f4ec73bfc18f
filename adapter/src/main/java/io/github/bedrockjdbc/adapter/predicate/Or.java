package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.constraint.Alternatives;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One of these. */
public record Or(List<Predicate> any) implements Predicate {
  /** Holds for no row. */
  public static final Predicate FALSE = new Or(List.of());

  public Or {
    any = List.copyOf(any);
  }

  @Override
  public boolean isFalse() {
    return any.isEmpty();
  }

  @Override
  public Set<JobColumn> columns() {
    final Set<JobColumn> columns = new TreeSet<>();
    any.forEach(one -> columns.addAll(one.columns()));
    return columns;
  }

  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    return CompiledPredicate.any(ValueLookups.of(any, ComparisonOperator.EQUAL, layout, binding));
  }

  @Override
  public List<Constraint> derive(ConstraintDerivation derivation) {
    final List<Constraint> alternatives = new ArrayList<>();
    any.forEach(one -> alternatives.addAll(one.derive(derivation)));
    return Alternatives.of(alternatives);
  }

  @Override
  public <T> T accept(Visitor<T> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return any.isEmpty() ? "FALSE" : And.joined(any, " OR ");
  }
}
