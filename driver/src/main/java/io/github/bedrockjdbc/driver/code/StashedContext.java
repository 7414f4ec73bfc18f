package io.github.bedrockjdbc.driver.code;

import java.util.Map;
import org.apache.calcite.DataContext;

/** An execution's context, with the objects that a plan's generated code was made with. */
record StashedContext(DataContext execution, Map<String, Object> stash)
    implements DelegatingContext {
  @Override
  public Object get(String name) {
    final Object stashed = stash.get(name);
    return stashed == null ? execution.get(name) : stashed;
  }
}
