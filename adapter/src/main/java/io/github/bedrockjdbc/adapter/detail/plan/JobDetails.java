package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.detail.DetailLayout;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Input;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Output;
import io.github.bedrockjdbc.adapter.detail.DetailLayout.Value;
import io.github.bedrockjdbc.adapter.detail.Details;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.node.RowScan;
import io.github.bedrockjdbc.adapter.table.DetailColumn;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;

/** The logical operator. */
public final class JobDetails extends JobDetailsNode implements RowScan {
  private JobDetails(RelNode input, Engine engine, DetailLayout layout, List<String> names) {
    super(input.getCluster(), traits(input, layout), input, engine, layout, names);
  }

  /**
   * All columns of jobs, and some details behind them.
   *
   * @param jobs whose columns are these
   * @param columns names and order of the details
   */
  public static JobDetails of(
      RelNode jobs, List<JobColumn> jobColumns, List<DetailColumn> columns, Engine engine) {
    final Map<JobColumn, Integer> needs = new EnumMap<>(JobColumn.class);
    Details.needs(columns).forEach(column -> needs.put(column, jobColumns.indexOf(column)));
    final List<Output> outputs = new ArrayList<>();
    IntStream.range(0, jobColumns.size()).forEach(i -> outputs.add(new Input(i)));
    columns.forEach(column -> outputs.add(new Value(column)));
    final List<String> names = new ArrayList<>(jobs.getRowType().getFieldNames());
    columns.forEach(column -> names.add(column.columnName()));
    return new JobDetails(jobs, engine, new DetailLayout(needs, outputs), names);
  }

  /**
   * The same over another input; a mere projection where no detail is left.
   *
   * @param needs where the columns of the job stand in it; more than are needed do no harm
   */
  RelNode over(
      RelNode input, Map<JobColumn, Integer> needs, List<Output> outputs, List<String> names) {
    final Set<DetailColumn> columns = columns(outputs);
    if (columns.isEmpty()) {
      final List<RexNode> refs =
          outputs.stream()
              .<RexNode>map(
                  output ->
                      getCluster().getRexBuilder().makeInputRef(input, ((Input) output).index()))
              .toList();
      return LogicalProject.create(input, List.of(), refs, names, Set.of());
    }
    final Map<JobColumn, Integer> needed = new EnumMap<>(JobColumn.class);
    Details.needs(columns).forEach(column -> needed.put(column, needs.get(column)));
    return narrowedBelow(input, new DetailLayout(needed, outputs), names);
  }

  /** Of the input no more columns are read than go out or are needed. */
  private JobDetails narrowedBelow(RelNode input, DetailLayout layout, List<String> names) {
    final List<Integer> used = layout.inputs();
    if (used.size() == input.getRowType().getFieldCount()) {
      return new JobDetails(input, engine(), layout, names);
    }
    final List<RexNode> refs =
        used.stream()
            .<RexNode>map(place -> getCluster().getRexBuilder().makeInputRef(input, place))
            .toList();
    return new JobDetails(
        LogicalProject.create(input, List.of(), refs, (List<String>) null, Set.of()),
        engine(),
        layout.moved(used::indexOf),
        names);
  }

  private static Set<DetailColumn> columns(Collection<Output> outputs) {
    return Set.copyOf(new DetailLayout(Map.of(), List.copyOf(outputs)).columns());
  }

  /** A place in the rows that go out which costs as little as any. */
  public int cheapest() {
    return IntStream.range(0, names().size()).filter(i -> inputOf(i) >= 0).findFirst().orElse(0);
  }

  /** The same rows, of which only some columns are needed; the others are left out. */
  public RelNode narrowed(List<Integer> kept) {
    return over(
        getInput(),
        layout().needs(),
        kept.stream().map(layout().outputs()::get).toList(),
        kept.stream().map(names()::get).toList());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new JobDetails(inputs.get(0), engine(), layout(), names());
  }

  @Override
  public void register(RelOptPlanner planner) {
    DetailRules.ALL.forEach(planner::addRule);
  }

  @Override
  public boolean isWhole() {
    return RowScan.in(getInput()).isPresent();
  }

  @Override
  public Function1<DataContext, Enumerable<Object[]>> rows() {
    final Function1<DataContext, Enumerable<Object[]>> input =
        RowScan.in(getInput()).orElseThrow().rows();
    return context -> new DetailedEnumerable(this, input.apply(context), context);
  }

  /**
   * The order of the rows that come in, as far as its columns are among those that go out. No rows
   * are in several orders.
   */
  private static RelTraitSet traits(RelNode input, DetailLayout layout) {
    final List<RelCollation> orders = input.getTraitSet().getTraits(RelCollationTraitDef.INSTANCE);
    return input
        .getCluster()
        .traitSetOf(Convention.NONE)
        .replaceIf(
            RelCollationTraitDef.INSTANCE,
            () ->
                orders == null || orders.isEmpty()
                    ? RelCollations.EMPTY
                    : order(orders.get(0), layout));
  }

  private static RelCollation order(RelCollation order, DetailLayout layout) {
    final List<RelFieldCollation> fields = new ArrayList<>();
    for (RelFieldCollation field : order.getFieldCollations()) {
      final int place = layout.outputs().indexOf(new Input(field.getFieldIndex()));
      if (place < 0) {
        break;
      }
      fields.add(field.withFieldIndex(place));
    }
    return RelCollations.of(fields);
  }
}
