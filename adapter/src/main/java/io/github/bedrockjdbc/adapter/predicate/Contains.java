package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.constraint.NameFragment;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Set;

/** Whether a column contains, or does not contain, a text; unknown if one of them is null. */
public record Contains(JobColumn column, Operand text, boolean negated) implements ColumnPredicate {
  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    final String value = (String) text.bind(binding);
    return CompiledPredicate.strict(
        layout.indexOf(column), value, cell -> negated != ((String) cell).contains(value));
  }

  @Override
  public List<Constraint> require(ConstraintDerivation derivation) {
    return List.of(
        NamePart.isIn(column, negated)
            ? NamePart.require(NameFragment.ofText((String) text.bind(derivation.binding())))
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
    return column.columnName() + (negated ? " does not contain " : " contains ") + text;
  }
}
