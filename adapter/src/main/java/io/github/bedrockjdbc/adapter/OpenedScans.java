package io.github.bedrockjdbc.adapter;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.linq4j.Enumerable;

/**
 * The scans that an execution has opened. Generated code opens a scan anew for each row of a nested
 * loop; it must find the rows that were read for the row before. Not for several threads.
 */
public final class OpenedScans {
  private final Map<Object, Enumerable<Object[]>> opened = new IdentityHashMap<>();

  /** The rows of a scan, opened once. */
  Enumerable<Object[]> rows(Object scan, Supplier<Enumerable<Object[]>> open) {
    return opened.computeIfAbsent(scan, any -> open.get());
  }
}
