package io.github.bedrockjdbc.driver.code;

import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.schema.impl.ListTransientTable;

/**
 * An execution's context, with the objects that a plan's generated code was made with. The rows of
 * a recursion are the execution's own: others may run the same code meanwhile.
 */
record StashedContext(DataContext execution, Map<String, Object> stash)
    implements DelegatingContext {
  @Override
  public Object get(String name) {
    final Object stashed = stash.get(name);
    if (stashed instanceof ListTransientTable rows) {
      return new ListTransientTable(name, rows.getRowType(execution.getTypeFactory()));
    }
    return stashed == null ? execution.get(name) : stashed;
  }
}
