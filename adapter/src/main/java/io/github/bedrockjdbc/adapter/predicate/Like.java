package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.constraint.NameFragment;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.Optional;

/**
 * A column against a pattern of {@code LIKE}; unknown if one of them is null.
 *
 * @param escape one character, or null
 */
public record Like(JobColumn column, Operand pattern, String escape, boolean negated)
    implements TextPredicate {
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
  public Optional<String> fragment(Binding binding) {
    return NameFragment.ofPattern((String) pattern.bind(binding), escape);
  }

  @Override
  public String toString() {
    return column.columnName()
        + (negated ? " NOT LIKE " : " LIKE ")
        + pattern
        + (escape == null ? "" : " ESCAPE '" + escape + "'");
  }
}
