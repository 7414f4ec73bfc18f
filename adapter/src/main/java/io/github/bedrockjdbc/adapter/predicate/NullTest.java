package io.github.bedrockjdbc.adapter.predicate;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.constraint.Constraint;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Set;

/** Whether a column is, or is not, null. */
public record NullTest(JobColumn column, boolean isNull) implements ColumnPredicate {
  @Override
  public CompiledPredicate compile(RowLayout layout, Binding binding) {
    final int place = layout.indexOf(column);
    return row -> (row[place] == null) == isNull;
  }

  @Override
  public List<Constraint> require(ConstraintDerivation derivation) {
    return List.of(Constraint.ANYTHING);
  }

  @Override
  public Set<RequestParameter> parameters() {
    return Set.of();
  }

  @Override
  public String reason(boolean isSent) {
    return NO_PARAMETER;
  }

  @Override
  public String toString() {
    return column.columnName() + (isNull ? " IS NULL" : " IS NOT NULL");
  }
}
