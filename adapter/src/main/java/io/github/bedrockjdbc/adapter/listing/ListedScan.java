package io.github.bedrockjdbc.adapter.listing;

import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.node.EnumerableScan;
import io.github.bedrockjdbc.adapter.node.PlanStep;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/** A scan of a listed table, told which values are wanted; what it gives is checked above it. */
final class ListedScan extends TableScan implements EnumerableScan, PlanStep {
  private static final double ROWS = 200;

  private final ListedTable listed;
  private final Map<String, List<RexNode>> wanted;

  /**
   * @param wanted literals and parameters, by the column that must equal one of them
   */
  ListedScan(
      RelOptCluster cluster,
      RelOptTable table,
      ListedTable listed,
      Map<String, List<RexNode>> wanted) {
    super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), List.of(), table);
    this.listed = listed;
    this.wanted = new TreeMap<>(wanted);
  }

  ListedTable listed() {
    return listed;
  }

  Map<String, List<RexNode>> wanted() {
    return wanted;
  }

  ListedScan wanting(Map<String, List<RexNode>> more) {
    return new ListedScan(getCluster(), getTable(), listed, more);
  }

  @Override
  public String words(List<String> columns) {
    return "Scan " + listed.description().name();
  }

  /** Those that would be sent to each region and account. */
  @Override
  public List<String> requests(OptionalLong rows, Duration maxAge) {
    final WantedValues values = values(Map.of());
    return keptAge(values, maxAge)
        .map(age -> List.of("none, as the kept list answers, " + age.toSeconds() + " s old"))
        .orElseGet(() -> listed.listing().requests(values));
  }

  /** The age of the oldest list; empty if any would be asked for. */
  private Optional<Duration> keptAge(WantedValues values, Duration maxAge) {
    final KeptLists kept = new KeptLists(listed.engine(), listed.listing());
    Optional<Duration> oldest = Optional.empty();
    final List<Source> asked =
        listed.engine().sources().stream()
            .filter(
                source ->
                    source
                        .factsWhenPlanned()
                        .region()
                        .map(region -> values.allows("region", region))
                        .orElse(true))
            .toList();
    for (Source source : asked) {
      final Optional<Duration> age = kept.age(source, source.asker(), values, maxAge);
      if (age.isEmpty()) {
        return age;
      }
      oldest = oldest.filter(older -> older.compareTo(age.get()) > 0).or(() -> age);
    }
    return oldest;
  }

  private WantedValues values(Map<Integer, Object> parameters) {
    final Map<String, Set<String>> values = new LinkedHashMap<>();
    wanted.forEach(
        (column, operands) -> {
          final Set<String> texts = new HashSet<>();
          for (RexNode operand : operands) {
            final Object value =
                operand instanceof RexDynamicParam parameter
                    ? parameters.get(parameter.getIndex())
                    : ((RexLiteral) operand).getValueAs(String.class);
            if (!(value instanceof String text)) {
              return; // not known yet, or of another type: any value may be wanted
            }
            texts.add(text);
          }
          values.put(column, texts);
        });
    return new WantedValues(values);
  }

  @Override
  public Function1<DataContext, Enumerable<Object[]>> rows() {
    return context -> {
      final Map<Integer, Object> parameters = new LinkedHashMap<>();
      wanted.values().stream()
          .flatMap(List::stream)
          .filter(RexDynamicParam.class::isInstance)
          .map(operand -> ((RexDynamicParam) operand).getIndex())
          .forEach(index -> parameters.put(index, context.get("?" + index)));
      return new ListedRows(listed, values(parameters), context);
    };
  }

  @Override
  public RelNode copy(RelTraitSet traitSet, List<RelNode> inputs) {
    return this;
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return ROWS;
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("wanted", wanted);
  }

  @Override
  public void register(RelOptPlanner planner) {
    planner.addRule(WantedValuesRule.INSTANCE);
  }
}
