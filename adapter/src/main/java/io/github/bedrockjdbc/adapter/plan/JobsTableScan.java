package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RowScan;
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

/** A scan of the table with all that was pushed down, logical or physical. */
abstract class JobsTableScan extends TableScan implements RowScan {
  private final JobsTable jobs;
  private final JobQuery query;

  JobsTableScan(
      RelOptCluster cluster,
      Convention convention,
      RelOptTable table,
      JobsTable jobs,
      JobQuery query) {
    super(cluster, ScanTerms.traits(cluster, convention, query), List.of(), table);
    this.jobs = jobs;
    this.query = query;
  }

  final JobsTable jobs() {
    return jobs;
  }

  final JobQuery query() {
    return query;
  }

  @Override
  public final Function1<DataContext, Enumerable<Object[]>> rows() {
    return jobs.rows(query);
  }

  @Override
  public final RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return this;
  }

  @Override
  public final RelDataType deriveRowType() {
    return jobs.rowType(getCluster().getTypeFactory(), query.projection());
  }

  @Override
  public final RelWriter explainTerms(RelWriter writer) {
    return ScanTerms.explain(super.explainTerms(writer), query, jobs);
  }

  @Override
  public final double estimateRowCount(RelMetadataQuery metadata) {
    return ScanTerms.rowCount(query);
  }

  @Override
  public final RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    return ScanTerms.cost(planner, query);
  }
}
