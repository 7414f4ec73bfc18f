package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.constraint.Alternatives;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.SourceFacts;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;

/**
 * Derives, from a predicate and the values of an execution, what can be required of the jobs that
 * are asked for. A job that passes the predicate meets one of the constraints; none means no job
 * passes. For one derivation.
 */
public final class ConstraintDerivation {
  /** Alternatives that are multiplied one by one; more are taken together before. */
  private static final int MOST_MULTIPLIED = 5_000;

  private final Binding binding;
  private final SourceFacts source;
  private int multiplied;

  public ConstraintDerivation(Binding binding, SourceFacts source) {
    this.binding = binding;
    this.source = source;
  }

  /** At most {@link Alternatives#MOST}, none of which covers another. */
  public List<Constraint> of(Predicate predicate) {
    return Alternatives.limited(Alternatives.disjoint(Alternatives.of(predicate.derive(this))));
  }

  Binding binding() {
    return binding;
  }

  SourceFacts source() {
    return source;
  }

  /** What is the same for every job of the source, if it is known. */
  Optional<String> fact(JobColumn column) {
    return switch (column) {
      case REGION -> source.region();
      case ACCOUNT_ID -> source.account();
      default -> Optional.empty();
    };
  }

  /** Of two lists both of which must hold. */
  List<Constraint> both(List<Constraint> left, List<Constraint> right) {
    final int size = left.size() * right.size();
    multiplied += size > Alternatives.MOST ? size : 0;
    return multiplied > MOST_MULTIPLIED && right.size() > 1
        ? Alternatives.product(left, List.of(Constraint.hull(right)))
        : Alternatives.product(left, right);
  }
}
