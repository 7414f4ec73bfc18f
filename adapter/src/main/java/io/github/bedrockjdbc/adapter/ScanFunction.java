package io.github.bedrockjdbc.adapter;

import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;

/** Opens a scan of a plan in an execution, where it stays the same scan however often opened. */
final class ScanFunction implements Function1<DataContext, Enumerable<Object[]>> {
  private final Engine engine;
  private final JobQuery query;
  private final boolean isRepeated;

  /**
   * @param isRepeated whether the plan reads the scan more than once
   */
  ScanFunction(Engine engine, JobQuery query, boolean isRepeated) {
    this.engine = engine;
    this.query = query;
    this.isRepeated = isRepeated;
  }

  @Override
  public Enumerable<Object[]> apply(DataContext context) {
    return context.get(RowScan.OPENED) instanceof OpenedScans opened
        ? opened.rows(this, () -> rows(context))
        : rows(context);
  }

  private JobRows rows(DataContext context) {
    return new JobRows(engine, query, context, isRepeated);
  }
}
