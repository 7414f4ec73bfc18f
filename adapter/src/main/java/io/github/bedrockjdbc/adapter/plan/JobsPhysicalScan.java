package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.EnumerableScan;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;

/** The scan as a source of rows for generated code. */
final class JobsPhysicalScan extends JobsTableScan implements EnumerableScan {
  JobsPhysicalScan(RelOptCluster cluster, RelOptTable table, JobsTable jobs, JobQuery query) {
    super(cluster, EnumerableConvention.INSTANCE, table, jobs, query);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    jobs().noteScan(implementor.map, query());
    return EnumerableScan.super.implement(implementor, prefer);
  }
}
