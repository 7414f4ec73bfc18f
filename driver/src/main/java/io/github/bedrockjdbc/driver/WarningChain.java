package io.github.bedrockjdbc.driver;

import java.sql.SQLWarning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The warnings that one JDBC object shows: those of its source, until they are cleared. */
final class WarningChain {
  private final Supplier<List<SQLWarning>> source;
  private final Set<String> cleared = new HashSet<>();

  /**
   * @param source makes the warnings anew each time; the list may grow
   */
  WarningChain(Supplier<List<SQLWarning>> source) {
    this.source = source;
  }

  /** The first, which leads to the others; null if there is none. */
  synchronized SQLWarning head() {
    SQLWarning head = null;
    for (SQLWarning warning : source.get()) {
      if (cleared.contains(warning.getMessage())) {
        continue;
      }
      if (head == null) {
        head = warning;
      } else {
        head.setNextWarning(warning);
      }
    }
    return head;
  }

  /** Shows none of the present ones again. */
  synchronized void clear() {
    source.get().forEach(warning -> cleared.add(warning.getMessage()));
  }
}
