package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A predicate over a text; of the name, the service can be asked for a part that it requires. */
sealed interface TextPredicate extends ColumnPredicate permits Like, Contains {
  /** Why nothing of it is sent. */
  String UNSENT = "no part of it is valid in nameContains";

  /** Whether it holds where its form does not. */
  boolean negated();

  /** What every text has that passes it, not negated; empty if the service takes no part of it. */
  Optional<String> fragment(Binding binding);

  private boolean isOfName() {
    return column() == JobColumn.JOB_NAME && !negated();
  }

  @Override
  default List<Constraint> require(ConstraintDerivation derivation) {
    return List.of(isOfName() ? require(fragment(derivation.binding())) : Constraint.ANYTHING);
  }

  @Override
  default Set<RequestParameter> parameters() {
    return isOfName() ? Set.of(RequestParameter.NAME_CONTAINS) : Set.of();
  }

  @Override
  default String reason(boolean isSent) {
    return isOfName() ? reasonOfName(isSent) : NO_PARAMETER;
  }

  /** What is required of a name that has this part. */
  static Constraint require(Optional<String> fragment) {
    return fragment.map(Constraint::ofFragment).orElse(Constraint.ANYTHING);
  }

  /** Why a part of the name does not decide. */
  static String reasonOfName(boolean isSent) {
    return isSent ? "nameContains matches more names" : UNSENT;
  }
}
