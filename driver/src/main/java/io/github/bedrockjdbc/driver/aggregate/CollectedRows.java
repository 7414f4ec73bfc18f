package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function2;

/** Rows that are known only after all others were read; those are read when somebody asks. */
public abstract class CollectedRows
    implements Function2<DataContext, Enumerable<Object[]>, Enumerable<Object[]>> {
  /** Reads all rows. */
  protected abstract List<Object[]> collected(Enumerable<Object[]> rows, ExecutionState state);

  @Override
  public final Enumerable<Object[]> apply(DataContext execution, Enumerable<Object[]> rows) {
    final ExecutionState state = ExecutionState.of(execution);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object[]> enumerator() {
        return Linq4j.enumerator(collected(rows, state));
      }
    };
  }
}
