package io.github.bedrockjdbc.driver.spool;

import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function0;

/**
 * Rows that were read once for each key. Public because generated code calls it.
 *
 * <p>What is kept for keys is bounded: further keys are computed whenever they come.
 */
public final class SpooledRows {
  private static final int MOST_ROWS = 500_000;

  /** The rows for a key, read by {@code open} where they are not kept yet. */
  public Enumerable<Object> rows(
      DataContext execution, Function0<Enumerable<Object>> open, Object[] key) {
    final ExecutionState state = ExecutionState.of(execution);
    return state.rows(state.get(this, Kept::new).get(Arrays.asList(key), open));
  }

  private static final class Kept {
    private final Map<List<Object>, List<Object>> rows = new HashMap<>();
    private int size;

    List<Object> get(List<Object> key, Function0<Enumerable<Object>> open) {
      final List<Object> known = rows.get(key);
      if (known != null) {
        return known;
      }
      final List<Object> read = new ArrayList<>();
      try (Enumerator<Object> enumerator = open.apply().enumerator()) {
        while (enumerator.moveNext()) {
          read.add(enumerator.current());
        }
      }
      if (key.isEmpty() || size + read.size() < MOST_ROWS) {
        rows.put(key, read);
        size += read.size() + 1;
      }
      return read;
    }
  }
}
