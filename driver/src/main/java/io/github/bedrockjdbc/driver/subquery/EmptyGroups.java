package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Converts groups of all rows of which nothing is computed, as those of {@code GROUP BY ()}, to one
 * row each. Calcite makes one row of several such groups, and leaves the grouped rows where a row
 * of VALUES is expected.
 */
abstract class EmptyGroups extends JoinConversion {
  EmptyGroups(
      RelOptTable.ViewExpander views,
      SqlValidator validator,
      Prepare.CatalogReader catalog,
      RelOptCluster cluster,
      SqlRexConvertletTable convertlets,
      Config config) {
    super(views, validator, catalog, cluster, convertlets, config);
  }

  @Override
  protected RelNode createAggregate(
      Blackboard bb,
      ImmutableBitSet columns,
      ImmutableList<ImmutableBitSet> groups,
      List<AggregateCall> calls) {
    return columns.isEmpty() && calls.isEmpty()
        ? rows(groups.size())
        : super.createAggregate(bb, columns, groups, calls);
  }

  private RelNode rows(int count) {
    final RexLiteral zero = rexBuilder.makeExactLiteral(BigDecimal.ZERO);
    return LogicalValues.create(
        cluster,
        cluster.getTypeFactory().builder().add("ZERO", zero.getType()).build(),
        ImmutableList.copyOf(Collections.nCopies(count, ImmutableList.of(zero))));
  }
}
