package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Converts groups of all rows of which nothing is computed, as those of {@code GROUP BY ()}, to one
 * row each. Calcite makes one row of several such groups, also beside others, and leaves the
 * grouped rows where a row of VALUES is expected.
 */
abstract class EmptyGroups extends JoinConversion {
  EmptyGroups(ConverterParts parts) {
    super(parts);
  }

  @Override
  protected RelNode createAggregate(
      Blackboard bb,
      ImmutableBitSet columns,
      ImmutableList<ImmutableBitSet> groups,
      List<AggregateCall> calls) {
    if (calls.isEmpty() && columns.isEmpty()) {
      return rows(groups.size());
    }
    if (!calls.isEmpty() || groups.stream().filter(ImmutableBitSet::isEmpty).count() < 2) {
      return super.createAggregate(bb, columns, groups, calls);
    }
    final RelNode counted = super.createAggregate(bb, columns, groups, List.of(count()));
    return LogicalProject.create(
        counted,
        List.of(),
        rexBuilder.identityProjects(counted.getRowType()).subList(0, columns.cardinality()),
        counted.getRowType().getFieldNames().subList(0, columns.cardinality()),
        Set.of());
  }

  private AggregateCall count() {
    return AggregateCall.create(
        SqlStdOperatorTable.COUNT,
        false,
        false,
        false,
        List.of(),
        List.of(),
        -1,
        null,
        RelCollations.EMPTY,
        cluster.getTypeFactory().createSqlType(SqlTypeName.BIGINT),
        null);
  }

  private RelNode rows(int count) {
    final RexLiteral zero = rexBuilder.makeExactLiteral(BigDecimal.ZERO);
    return LogicalValues.create(
        cluster,
        cluster.getTypeFactory().builder().add("ZERO", zero.getType()).build(),
        ImmutableList.copyOf(Collections.nCopies(count, ImmutableList.of(zero))));
  }
}
