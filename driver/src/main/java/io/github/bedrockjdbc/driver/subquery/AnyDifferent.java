package io.github.bedrockjdbc.driver.subquery;

import java.util.Set;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * {@code x <> ANY (SELECT …)}, and {@code x = ALL (SELECT …)}, which is its opposite: a value
 * differs from some of several if it differs from the least or the greatest of them. Calcite finds
 * what it computes of them by the names {@code c} and {@code d}, which other columns have, too.
 */
final class AnyDifferent {
  /** How many columns a query of values is joined as. */
  private static final int WIDTH = 4;

  private AnyDifferent() {}

  static boolean isOne(RexSubQuery query) {
    return query.getKind() == SqlKind.SOME
        && ((SqlQuantifyOperator) query.op).comparisonKind == SqlKind.NOT_EQUALS;
  }

  /**
   * Joins the query with the last of the builder's inputs.
   *
   * @param own variables of the query that stand for the rows of the inputs
   * @param inputs how many inputs the value that is sought has
   * @return what takes the query's place
   */
  static RexNode joined(RexSubQuery query, Set<CorrelationId> own, RelBuilder builder, int inputs) {
    final RexNode sought = query.getOperands().get(0);
    builder
        .push(query.rel)
        .aggregate(
            builder.groupKey(),
            builder.count(),
            builder.count(builder.field(0)),
            builder.min(builder.field(0)),
            builder.max(builder.field(0)))
        .join(JoinRelType.LEFT, builder.literal(true), own);
    final int first = builder.peek().getRowType().getFieldCount() - WIDTH;
    final RexNode rows = builder.field(inputs, inputs - 1, first);
    final RexNode values = builder.field(inputs, inputs - 1, first + 1);
    final RexNode least = builder.field(inputs, inputs - 1, first + 2);
    final RexNode greatest = builder.field(inputs, inputs - 1, first + 3);
    final RexNode differs =
        builder.or(builder.notEquals(sought, least), builder.notEquals(sought, greatest));
    if (!query.getType().isNullable()) {
      return builder.call(SqlStdOperatorTable.IS_TRUE, differs);
    }
    final RexNode none = builder.equals(rows, builder.literal(0));
    final RexNode unknown = builder.getRexBuilder().makeNullLiteral(query.getType());
    final RexNode value =
        builder.call(
            SqlStdOperatorTable.CASE,
            none,
            builder.literal(false),
            builder.isNull(sought),
            unknown,
            differs,
            builder.literal(true),
            builder.greaterThan(rows, values),
            unknown,
            builder.literal(false));
    return builder.getRexBuilder().ensureType(query.getType(), value, true);
  }
}
