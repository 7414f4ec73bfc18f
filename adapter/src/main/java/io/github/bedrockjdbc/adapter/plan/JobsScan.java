package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** The leaf of a plan: carries what was pushed down. */
final class JobsScan extends TableScan implements RowScan {
  private final JobsTable jobs;
  private final JobQuery query;

  JobsScan(RelOptCluster cluster, RelOptTable table, JobsTable jobs, JobQuery query) {
    super(cluster, ScanTerms.traits(cluster, Convention.NONE, query), List.of(), table);
    this.jobs = jobs;
    this.query = query;
  }

  JobsTable jobs() {
    return jobs;
  }

  JobQuery query() {
    return query;
  }

  /** The same scan, asked for something else. */
  JobsScan with(JobQuery newQuery) {
    return new JobsScan(getCluster(), table, jobs, newQuery);
  }

  @Override
  public Function1<DataContext, Enumerable<Object[]>> rows() {
    return jobs.rows(query);
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return this;
  }

  @Override
  public RelDataType deriveRowType() {
    return jobs.rowType(getCluster().getTypeFactory(), query.projection());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return ScanTerms.explain(super.explainTerms(writer), query, jobs);
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return ScanTerms.rowCount(query);
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    return ScanTerms.cost(planner, query);
  }

  @Override
  public void register(RelOptPlanner planner) {
    JobsRules.ALL.forEach(planner::addRule);
  }
}
