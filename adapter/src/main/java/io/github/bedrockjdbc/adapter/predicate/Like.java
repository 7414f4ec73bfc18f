package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.NameFragment;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Set;

/**
 * A column against a pattern of {@code LIKE}; unknown if one of them is null.
 *
 * @param escape one character, or null
 */
public record Like(JobColumn column, Operand pattern, String escape, boolean negated)
    implements ColumnPredicate {
  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    final String value = (String) pattern.bind(binding);
    if (value == null) {
      return row -> null;
    }
    final TextPattern matcher = TextPattern.of(value, escape);
    return CompiledPredicate.strict(
        layout.indexOf(column), value, cell -> negated != matcher.matches((String) cell));
  }

  @Override
  public List<Constraint> require(ConstraintDerivation derivation) {
    return List.of(
        NamePart.isIn(column, negated)
            ? NamePart.require(
                NameFragment.ofPattern((String) pattern.bind(derivation.binding()), escape))
            : Constraint.ANYTHING);
  }

  @Override
  public Set<RequestParameter> parameters() {
    return NamePart.parameters(column, negated);
  }

  @Override
  public String reason(boolean isSent) {
    return NamePart.isIn(column, negated) ? NamePart.reason(isSent) : NO_PARAMETER;
  }

  @Override
  public String toString() {
    return column.columnName()
        + (negated ? " NOT LIKE " : " LIKE ")
        + pattern
        + (escape == null ? "" : " ESCAPE '" + escape + "'");
  }
}
