package io.github.bedrockjdbc.driver.spool;

import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** Rows that end when the execution is cancelled. Public because generated code calls it. */
public final class CancellableRows {
  private CancellableRows() {}

  /** The same rows, until then. */
  public static Enumerable<Object> of(DataContext execution, Enumerable<Object> rows) {
    final ExecutionState state = ExecutionState.of(execution);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object> enumerator() {
        return new Guarded(rows.enumerator(), state);
      }
    };
  }

  /** True while the execution does; part of a condition. */
  public static boolean goesOn(DataContext execution) {
    ExecutionState.of(execution).step();
    return true;
  }

  private static final class Guarded implements Enumerator<Object> {
    private final Enumerator<Object> rows;
    private final ExecutionState state;

    Guarded(Enumerator<Object> rows, ExecutionState state) {
      this.rows = rows;
      this.state = state;
    }

    @Override
    public boolean moveNext() {
      state.step();
      return rows.moveNext();
    }

    @Override
    public Object current() {
      return rows.current();
    }

    @Override
    public void reset() {
      rows.reset();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
