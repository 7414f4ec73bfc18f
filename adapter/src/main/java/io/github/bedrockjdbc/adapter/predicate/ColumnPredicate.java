package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Set;

/** A predicate over one column, not made of others. */
public sealed interface ColumnPredicate extends Predicate
    permits Comparison, NullTest, TextPredicate {
  /** Why the service does not decide it, where there is nothing more to say. */
  String NO_PARAMETER = "not a parameter of the service";

  /** The column that it reads. */
  JobColumn column();

  /** The parameters that it may set, once its value is known. */
  Set<RequestParameter> parameters();

  /** Whether it is the equality by which a job is looked up. */
  default boolean isLookup() {
    return false;
  }

  /** What can be required of a job, where the column is not the same for every job of a source. */
  List<Constraint> require(ConstraintDerivation derivation);

  /**
   * Why the service does not, or not alone, decide whether a job passes it.
   *
   * @param isSent whether something of it is sent
   */
  String reason(boolean isSent);

  @Override
  default Set<JobColumn> columns() {
    return Set.of(column());
  }

  /** A column that is the same for every job of a source decides at once. */
  @Override
  default List<Constraint> derive(ConstraintDerivation derivation) {
    return derivation
        .fact(column())
        .map(
            fact ->
                Boolean.TRUE.equals(
                        compile(new RowLayout(List.of(column())), derivation.binding())
                            .test(new Object[] {fact}))
                    ? List.of(Constraint.EVERYTHING)
                    : List.<Constraint>of())
        .orElseGet(() -> require(derivation));
  }

  @Override
  default <T> T accept(Visitor<T> visitor) {
    return visitor.visit(this);
  }
}
