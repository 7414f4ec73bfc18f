package io.github.bedrockjdbc.driver.aggregate;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/** GROUP BY as it runs. */
public final class Grouping extends Aggregate implements EnumerableRel {
  /** Makes every grouping run this way. */
  public static final ConverterRule RULE =
      ConverterRule.Config.INSTANCE
          .withConversion(
              LogicalAggregate.class, Convention.NONE, EnumerableConvention.INSTANCE, "Grouping")
          .withRuleFactory(Rule::new)
          .toRule(ConverterRule.class);

  private Grouping(
      RelTraitSet traits,
      RelNode input,
      ImmutableBitSet groupSet,
      List<ImmutableBitSet> groupSets,
      List<AggregateCall> calls) {
    super(input.getCluster(), traits, List.of(), input, groupSet, groupSets, calls);
  }

  @Override
  public Aggregate copy(
      RelTraitSet traits,
      RelNode input,
      ImmutableBitSet groupSet,
      List<ImmutableBitSet> groupSets,
      List<AggregateCall> calls) {
    return new Grouping(traits, input, groupSet, groupSets, calls);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return RowFunction.code(
        this,
        implementor,
        new GroupedRows(
            groupSet.asList(),
            groupSets.stream().map(ImmutableBitSet::asList).toList(),
            aggCalls.stream().map(this::column).toList()));
  }

  private GroupedRows.Column column(AggregateCall call) {
    return switch (call.getAggregation().getKind()) {
      case GROUPING, GROUPING_ID ->
          new GroupedRows.Column(
              null, groupSets.stream().map(set -> (Object) missing(call, set)).toList());
      case GROUP_ID ->
          new GroupedRows.Column(null, groupSets.stream().map(s -> (Object) 0L).toList());
      case LITERAL_AGG -> {
        final Object value =
            new Representation(call.getType()).of(((RexLiteral) call.rexList.get(0)).getValue());
        yield new GroupedRows.Column(null, groupSets.stream().map(set -> value).toList());
      }
      default -> new GroupedRows.Column(folded(call), List.of());
    };
  }

  /** A bit for each of the columns, set if rows are not grouped by it. */
  private static long missing(AggregateCall call, ImmutableBitSet set) {
    long bits = 0;
    for (int column : call.getArgList()) {
      bits = (bits << 1) | (set.get(column) ? 0 : 1);
    }
    return bits;
  }

  private AggregateColumn folded(AggregateCall call) {
    final List<RelDataTypeField> fields = getInput().getRowType().getFieldList();
    return new AggregateColumn(
        call.getAggregation().getKind(),
        Accumulators.of(
            call.getAggregation(),
            call.getArgList().stream().map(index -> fields.get(index).getType()).toList(),
            call.getType()),
        call.getArgList(),
        call.filterArg,
        call.isDistinct() && !isExtreme(call.getAggregation().getKind()),
        call.getCollation().getKeys().isEmpty() ? null : SqlOrder.of(call.getCollation()));
  }

  private static boolean isExtreme(SqlKind function) {
    return function == SqlKind.MIN || function == SqlKind.MAX;
  }

  private static final class Rule extends ConverterRule {
    Rule(Config config) {
      super(config);
    }

    @Override
    public RelNode convert(RelNode node) {
      final LogicalAggregate aggregate = (LogicalAggregate) node;
      final RelTraitSet traits =
          aggregate.getCluster().traitSet().replace(EnumerableConvention.INSTANCE);
      return new Grouping(
          traits,
          convert(aggregate.getInput(), traits),
          aggregate.getGroupSet(),
          aggregate.getGroupSets(),
          aggregate.getAggCallList());
    }
  }
}
