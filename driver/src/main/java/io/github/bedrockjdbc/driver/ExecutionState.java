package io.github.bedrockjdbc.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;

/** What the parts of a plan keep during one execution. Not for several threads. */
final class ExecutionState {
  /** Name under which a {@link DataContext} holds it. */
  static final String NAME = "bedrock.state";

  private final Map<Object, Object> kept = new HashMap<>();

  static ExecutionState of(DataContext execution) {
    return (ExecutionState) execution.get(NAME);
  }

  /** What a part of the plan keeps, made where it is asked for first; parts differ by identity. */
  @SuppressWarnings("unchecked") // each part asks for what it made itself
  <T> T get(Object part, Supplier<T> make) {
    final Object known = kept.get(part);
    if (known != null) {
      return (T) known;
    }
    final T made = make.get();
    kept.put(part, made);
    return made;
  }
}
