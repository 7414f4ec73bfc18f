package io.github.bedrockjdbc.adapter.plan;

import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;

/**
 * A plan node that gives its rows by itself: a plan that is nothing else needs no generated code.
 */
public interface RowScan {
  /**
   * Opens the scan in an execution: each call walks anew, lazily. Rows are arrays of Calcite's
   * internal values, also where there is one column. Failures are {@code ApiException}s.
   */
  Function1<DataContext, Enumerable<Object[]>> rows();
}
