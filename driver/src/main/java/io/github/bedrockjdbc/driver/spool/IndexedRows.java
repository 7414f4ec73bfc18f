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
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Function1;

/**
 * Rows that were read once and are found by their columns. Public because generated code calls it.
 */
public final class IndexedRows {

  /**
   * The rows whose columns equal the key; none if one of them is null, as null equals nothing.
   *
   * @param open reads all rows
   * @param columns of a row: the value, or a list if there are several
   */
  public Enumerable<Object> rows(
      DataContext execution,
      Function0<Enumerable<Object>> open,
      Function1<Object, Object> columns,
      Object[] key) {
    final ExecutionState state = ExecutionState.of(execution);
    final Map<Object, List<Object>> index = state.get(this, () -> index(open.apply(), columns));
    final Object value = key.length == 1 ? key[0] : Arrays.asList(key);
    return value == null || (key.length > 1 && Arrays.asList(key).contains(null))
        ? Linq4j.emptyEnumerable()
        : state.rows(index.getOrDefault(value, List.of()));
  }

  private static Map<Object, List<Object>> index(
      Enumerable<Object> rows, Function1<Object, Object> columns) {
    final Map<Object, List<Object>> index = new HashMap<>();
    try (Enumerator<Object> enumerator = rows.enumerator()) {
      while (enumerator.moveNext()) {
        final Object row = enumerator.current();
        index.computeIfAbsent(columns.apply(row), any -> new ArrayList<>()).add(row);
      }
    }
    return index;
  }
}
