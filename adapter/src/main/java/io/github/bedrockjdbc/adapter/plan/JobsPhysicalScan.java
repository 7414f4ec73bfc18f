package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
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

/** The scan as a source of rows for generated code. */
final class JobsPhysicalScan extends TableScan implements EnumerableRel {
  private final JobsTable jobs;
  private final JobQuery query;

  JobsPhysicalScan(RelOptCluster cluster, RelOptTable table, JobsTable jobs, JobQuery query) {
    super(
        cluster, ScanTerms.traits(cluster, EnumerableConvention.INSTANCE, query), List.of(), table);
    this.jobs = jobs;
    this.query = query;
  }

  JobsTable jobs() {
    return jobs;
  }

  JobQuery query() {
    return query;
  }

  /** Generated code sees public classes only, so it gets the rows as a plain function. */
  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    final PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    final Function1<DataContext, Enumerable<Object[]>> arrays = jobs.rows(query);
    final Function1<DataContext, ?> rows =
        physType.getFormat() == JavaRowFormat.SCALAR
            ? context -> arrays.apply(context).select(row -> row[0])
            : arrays;
    final Expression opened =
        Expressions.call(
            implementor.stash(rows, Function1.class),
            Types.lookupMethod(Function1.class, "apply", Object.class),
            implementor.getRootExpression());
    return implementor.result(
        physType, Blocks.toBlock(Expressions.convert_(opened, Enumerable.class)));
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
}
