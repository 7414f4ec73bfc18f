package io.github.bedrockjdbc.driver.subquery;

import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Converts joins whose condition has subqueries. Calcite moves the condition of {@code JOIN
 * LATERAL} to the right side, and leaves the outer columns of its subqueries behind; a condition
 * that is nothing but a subquery it joins as a table.
 */
abstract class JoinConversion extends WithConversion {
  /** Place among a join's operands. */
  private static final int CONDITION = 5;

  JoinConversion(ConverterParts parts) {
    super(parts);
  }

  @Override
  protected void convertFrom(Blackboard bb, SqlNode from, List<String> names) {
    if (from instanceof SqlJoin join
        && join.getCondition() != null
        && join.getCondition().isA(SqlKind.QUERY)) {
      final SqlNode query = join.getCondition();
      join.setOperand(
          CONDITION, SqlStdOperatorTable.SCALAR_QUERY.createCall(query.getParserPosition(), query));
    }
    super.convertFrom(bb, from, names);
  }

  @Override
  protected RelNode createJoin(
      Blackboard bb, RelNode left, RelNode right, RexNode condition, JoinRelType type) {
    if (RexUtil.SubQueryFinder.find(condition) == null
        || !(super.createJoin(bb, left, right, rexBuilder.makeLiteral(true), type)
            instanceof LogicalCorrelate lateral)) {
      return super.createJoin(bb, left, right, condition, type);
    }
    // Of a side that reads nothing of the other, Calcite tells which rows subqueries read.
    final RelNode unrelated = LogicalValues.createEmpty(cluster, right.getRowType());
    final Join join = (Join) super.createJoin(bb, left, unrelated, condition, type);
    final RelNode matching =
        JoinSide.of(join, lateral.getRight())
            .matching(
                join.getCondition(), JoinSide.left(join).columnsOf(lateral.getCorrelationId()));
    return lateral.copy(
        lateral.getTraitSet(),
        lateral.getLeft(),
        matching,
        lateral.getCorrelationId(),
        RelOptUtil.correlationColumns(lateral.getCorrelationId(), matching),
        type);
  }
}
