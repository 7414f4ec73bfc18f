package io.github.bedrockjdbc.adapter.node;

import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.rel.RelNode;

/**
 * A plan node that gives its rows by itself: a plan that is nothing else needs no generated code.
 */
public interface RowScan {
  /**
   * Opens the scan in an execution: each call walks anew, lazily. Rows are arrays of Calcite's
   * internal values, also where there is one column. Failures are {@code ApiException}s.
   */
  Function1<DataContext, Enumerable<Object[]>> rows();

  /** Whether what is below gives its rows by itself, too. */
  default boolean isWhole() {
    return true;
  }

  /** A plan that gives its rows by itself; empty if it needs generated code. */
  static Optional<RowScan> in(RelNode plan) {
    return plan instanceof RowScan scan && scan.isWhole() ? Optional.of(scan) : Optional.empty();
  }
}
