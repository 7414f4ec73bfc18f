package io.github.bedrockjdbc.driver.sort;

import io.github.bedrockjdbc.driver.aggregate.CollectedRows;
import io.github.bedrockjdbc.driver.aggregate.RowFunction;
import io.github.bedrockjdbc.driver.aggregate.SqlOrder;
import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;

/** Sorts by rows and arrays as well, which Java does not take for comparable. */
public final class RowSort extends Sort implements EnumerableRel {
  /** Sorts as Calcite does where it can. */
  public static final ConverterRule RULE =
      ConverterRule.Config.INSTANCE
          .withConversion(Sort.class, Convention.NONE, EnumerableConvention.INSTANCE, "RowSort")
          .withRuleFactory(Rule::new)
          .toRule(ConverterRule.class);

  private RowSort(RelTraitSet traits, RelNode input, RelCollation collation) {
    super(input.getCluster(), traits, input, collation);
  }

  @Override
  public Sort copy(
      RelTraitSet traits, RelNode input, RelCollation order, RexNode offset, RexNode fetch) {
    return new RowSort(traits, input, order);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return RowFunction.code(this, implementor, new SortedRows(SqlOrder.of(collation)));
  }

  private static final class SortedRows extends CollectedRows {
    private final Comparator<Object[]> order;

    SortedRows(Comparator<Object[]> order) {
      this.order = order;
    }

    @Override
    protected List<Object[]> collected(Enumerable<Object[]> rows, ExecutionState state) {
      final List<Object[]> all = new ArrayList<>();
      try (Enumerator<Object[]> row = rows.enumerator()) {
        while (row.moveNext()) {
          all.add(row.current());
        }
      }
      all.sort(order);
      return all;
    }
  }

  private static final class Rule extends ConverterRule {
    Rule(Config config) {
      super(config);
    }

    @Override
    public RelNode convert(RelNode node) {
      final Sort sort = (Sort) node;
      if (!comparesParts(sort)) {
        return ((ConverterRule) EnumerableRules.ENUMERABLE_SORT_RULE).convert(sort);
      }
      if (sort.offset != null || sort.fetch != null) {
        return null; // which another rule takes apart
      }
      final RelTraitSet rows = sort.getCluster().traitSet().replace(EnumerableConvention.INSTANCE);
      return new RowSort(
          rows.replace(sort.getCollation()), convert(sort.getInput(), rows), sort.getCollation());
    }

    private static boolean comparesParts(Sort sort) {
      return sort.getCollation().getFieldCollations().stream()
          .map(RelFieldCollation::getFieldIndex)
          .map(index -> sort.getRowType().getFieldList().get(index).getType())
          .anyMatch(Rule::hasParts);
    }

    private static boolean hasParts(RelDataType type) {
      return type.isStruct() || type.getComponentType() != null;
    }
  }
}
