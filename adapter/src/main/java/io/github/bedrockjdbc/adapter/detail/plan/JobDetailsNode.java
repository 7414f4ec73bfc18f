package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.detail.DetailLayout;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Input;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Output;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Value;
import io.github.bedrockjdbc.adapter.detail.Details;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.node.PlanStep;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;

/**
 * Rows with details of the jobs in them: one row for each that comes in, in the same order. Logical
 * or physical.
 */
abstract class JobDetailsNode extends SingleRel implements PlanStep {
  private static final double DETAIL_COSTS_AS_ROWS = 100;

  private final Engine engine;
  private final DetailLayout layout;
  private final List<String> names;

  JobDetailsNode(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      Engine engine,
      DetailLayout layout,
      List<String> names) {
    super(cluster, traits, input);
    this.engine = engine;
    this.layout = layout;
    this.names = List.copyOf(names);
  }

  final Engine engine() {
    return engine;
  }

  /** What its rows are made of. */
  public final DetailLayout layout() {
    return layout;
  }

  final List<String> names() {
    return names;
  }

  /** Details of no job, which an outer join may give, are null. */
  @Override
  protected final RelDataType deriveRowType() {
    final RelDataTypeFactory types = getCluster().getTypeFactory();
    final List<RelDataType> inputs = types(getInput());
    final boolean mayLack = inputs.get(layout.needs().get(JobColumn.JOB_ARN)).isNullable();
    return types.createStructType(
        layout.outputs().stream().map(output -> type(output, inputs, mayLack, types)).toList(),
        names);
  }

  private static RelDataType type(
      Output output, List<RelDataType> inputs, boolean mayLack, RelDataTypeFactory types) {
    if (output instanceof Input from) {
      return inputs.get(from.index());
    }
    final TableColumn column = ((Value) output).column();
    return types.createTypeWithNullability(
        types.createSqlType(column.type()), column.isNullable() || mayLack);
  }

  static List<RelDataType> types(RelNode node) {
    return node.getRowType().getFieldList().stream().map(field -> field.getType()).toList();
  }

  /** The place in the rows that come in of one in those that go out, or -1 for a detail. */
  public final int inputOf(int output) {
    return layout.outputs().get(output) instanceof Input from ? from.index() : -1;
  }

  @Override
  public final String words(List<String> columns) {
    return layout.columns().stream()
        .map(DetailColumn::columnName)
        .collect(Collectors.joining(", ", "Details: ", ""));
  }

  /** None for details that are made. */
  @Override
  public final List<String> requests(OptionalLong rows, Duration maxAge) {
    return Details.costs(layout.columns(), rows);
  }

  @Override
  public final RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("needs", new TreeMap<>(layout.needs()))
        .item("outputs", layout.outputs())
        .item("names", names);
  }

  @Override
  public final double estimateRowCount(RelMetadataQuery metadata) {
    return metadata.getRowCount(getInput());
  }

  /** A planner compares nothing but rows. */
  @Override
  public final RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    final double rows = metadata.getRowCount(getInput());
    final double factor =
        Details.costs(layout.columns(), OptionalLong.empty()).isEmpty() ? 1 : DETAIL_COSTS_AS_ROWS;
    return planner.getCostFactory().makeCost(rows * factor, rows, rows * factor);
  }

  /** Whether an expression over the rows that go out needs no detail. */
  final boolean needsNone(RexNode expression) {
    return References.of(expression).stream().allMatch(output -> inputOf(output) >= 0);
  }
}
