package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;

/** The leaf of a plan: carries what was pushed down. */
final class JobsScan extends JobsTableScan {
  JobsScan(RelOptCluster cluster, RelOptTable table, JobsTable jobs, JobQuery query) {
    super(cluster, Convention.NONE, table, jobs, query);
  }

  /** The same scan, asked for something else. */
  JobsScan with(JobQuery newQuery) {
    return new JobsScan(getCluster(), table, jobs(), newQuery);
  }

  @Override
  public void register(RelOptPlanner planner) {
    JobsRules.ALL.forEach(planner::addRule);
  }
}
