package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All of these. */
public record And(List<Predicate> all) implements Predicate {
  /** Holds for every row. */
  public static final Predicate TRUE = new And(List.of());

  public And {
    all = List.copyOf(all);
  }

  @Override
  public Set<JobColumn> columns() {
    final Set<JobColumn> columns = new TreeSet<>();
    all.forEach(one -> columns.addAll(one.columns()));
    return columns;
  }

  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    return CompiledPredicate.all(
        ValueLookups.of(all, ComparisonOperator.NOT_EQUAL, layout, binding));
  }

  @Override
  public List<Constraint> derive(ConstraintDerivation derivation) {
    List<Constraint> both = List.of(Constraint.EVERYTHING);
    for (Predicate one : Bounds.joined(all, derivation.binding())) {
      both = derivation.both(both, one.derive(derivation));
    }
    return both;
  }

  @Override
  public <T> T accept(Visitor<T> visitor) {
    return visitor.visit(this);
  }

  @Override
  public List<Predicate> conjuncts() {
    return all;
  }

  @Override
  public String toString() {
    return all.isEmpty() ? "TRUE" : joined(all, " AND ");
  }

  static String joined(List<Predicate> predicates, String between) {
    return predicates.stream()
        .map(each -> each instanceof ColumnPredicate ? each.toString() : "(" + each + ")")
        .collect(Collectors.joining(between));
  }
}
