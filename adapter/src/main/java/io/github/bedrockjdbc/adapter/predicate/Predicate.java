package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A predicate that the scan evaluates on each row, with SQL's three truth values. There is no
 * negation: what extracts predicates moves it inwards. Each form answers for itself: what it reads,
 * what it requires of a job, and how it is evaluated; its text is what EXPLAIN shows.
 */
public sealed interface Predicate permits ColumnPredicate, And, Or {
  /** The columns that it reads. */
  Set<JobColumn> columns();

  /** The predicate with the values of one execution, over rows of one layout. */
  CompiledPredicate compile(RowLayout layout, Binding binding);

  /** What can be required of the jobs that it holds for; none if it holds for no job. */
  List<Constraint> derive(ConstraintDerivation derivation);

  /** Calls the visitor's method for this form. */
  <T> T accept(Visitor<T> visitor);

  /** What all must hold. */
  default List<Predicate> conjuncts() {
    return List.of(this);
  }

  /** Whether it holds for no row, whatever is in it. */
  default boolean isFalse() {
    return false;
  }

  /** This and another one, each conjunct once. */
  default Predicate and(Predicate other) {
    return all(List.of(this, other));
  }

  /** All of these, each conjunct once. */
  static Predicate all(Collection<Predicate> predicates) {
    final Set<Predicate> all = new LinkedHashSet<>();
    predicates.forEach(predicate -> all.addAll(predicate.conjuncts()));
    return all.size() == 1 ? all.iterator().next() : new And(List.copyOf(all));
  }

  /**
   * Follows the structure of a predicate.
   *
   * @param <T> what comes of it
   */
  interface Visitor<T> {
    /** All of these. */
    T visit(And and);

    /** One of these. */
    T visit(Or or);

    /** What is not made of others. */
    T visit(ColumnPredicate predicate);
  }
}
