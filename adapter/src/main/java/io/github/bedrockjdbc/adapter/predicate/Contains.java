package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.constraint.NameFragment;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.Optional;

/** Whether a column contains, or does not contain, a text; unknown if one of them is null. */
public record Contains(JobColumn column, Operand text, boolean negated) implements TextPredicate {
  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    final String value = (String) text.bind(binding);
    return CompiledPredicate.strict(
        layout.indexOf(column), value, cell -> negated != ((String) cell).contains(value));
  }

  @Override
  public Optional<String> fragment(Binding binding) {
    return NameFragment.ofText((String) text.bind(binding));
  }

  @Override
  public String toString() {
    return column.columnName() + (negated ? " does not contain " : " contains ") + text;
  }
}
