package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** What the parts of a plan keep during one execution. Not for several threads. */
public final class ExecutionState {
  /** Name under which a {@link DataContext} holds it. */
  public static final String NAME = "bedrock.state";

  private static final int ROWS_BETWEEN_CHECKS = 64;
  private static final int STEPS_BETWEEN_CHECKS = 15; // a mask: few, as each may take long

  private final Cancellation cancellation;
  private final Map<Object, Object> kept = new HashMap<>();
  private int steps;

  public ExecutionState(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  public static ExecutionState of(DataContext execution) {
    return (ExecutionState) execution.get(NAME);
  }

  /** Ends what computes for long when the execution is cancelled; nothing outside of one. */
  static void check(DataContext execution) {
    final ExecutionState state = of(execution);
    if (state != null) {
      state.cancellation.check();
    }
  }

  /** One of many steps; now and then it ends the execution that is cancelled. */
  public void step() {
    if ((++steps & STEPS_BETWEEN_CHECKS) == 0) {
      cancellation.check();
    }
  }

  /** The same order; what sorts by it ends when the execution is cancelled. */
  public <T> Comparator<T> ending(Comparator<T> order) {
    return (left, right) -> {
      step();
      return order.compare(left, right);
    };
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  /** What a part of the plan keeps, made where it is asked for first; parts differ by identity. */
  @SuppressWarnings("unchecked")
  public // each part asks for what it made itself
  <T> T get(Object part, Supplier<T> make) {
    final Object known = kept.get(part);
    if (known != null) {
      return (T) known;
    }
    final T made = make.get();
    kept.put(part, made);
    return made;
  }

  /** Rows that are kept; a loop over them ends when the execution is cancelled. */
  public Enumerable<Object> rows(List<Object> rows) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object> enumerator() {
        return new Rows(rows);
      }
    };
  }

  private final class Rows implements Enumerator<Object> {
    private final List<Object> rows;
    private int at = -1;

    Rows(List<Object> rows) {
      this.rows = rows;
    }

    @Override
    public Object current() {
      return rows.get(at);
    }

    @Override
    public boolean moveNext() {
      at++;
      if (at % ROWS_BETWEEN_CHECKS == 0) {
        cancellation.check();
      }
      return at < rows.size();
    }

    @Override
    public void reset() {
      at = -1;
    }

    @Override
    public void close() {}
  }
}
