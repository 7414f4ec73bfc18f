package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.Optional;
import java.util.Set;

/** What predicates have in common of which a part of the name can be asked for. */
final class NamePart {
  static final String UNSENT = "no part of it is valid in nameContains";

  private NamePart() {}

  /** Whether a part of a predicate over this column can be asked for. */
  static boolean isIn(JobColumn column, boolean negated) {
    return column == JobColumn.JOB_NAME && !negated;
  }

  static Set<RequestParameter> parameters(JobColumn column, boolean negated) {
    return isIn(column, negated) ? Set.of(RequestParameter.NAME_CONTAINS) : Set.of();
  }

  static Constraint require(Optional<String> fragment) {
    return fragment.map(Constraint::ofFragment).orElse(Constraint.ANYTHING);
  }

  static String reason(boolean isSent) {
    return isSent ? "nameContains matches more names" : UNSENT;
  }
}
