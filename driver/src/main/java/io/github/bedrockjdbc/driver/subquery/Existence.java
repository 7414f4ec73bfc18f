package io.github.bedrockjdbc.driver.subquery;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Whether values are in a query, as whether it has rows, known and unknown ones. */
final class Existence {
  private Existence() {}

  /**
   * The same as IN.
   *
   * @param values what is sought, of no columns but outer ones
   */
  static RexNode of(RexSubQuery query, List<RexNode> values, RexBuilder rexBuilder) {
    final List<RexNode> equalities = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      equalities.add(
          rexBuilder.makeCall(
              SqlStdOperatorTable.EQUALS, rexBuilder.makeInputRef(query.rel, i), values.get(i)));
    }
    final RexNode match = RexUtil.composeConjunction(rexBuilder, equalities);
    final RexNode found = exists(query, match);
    return match.getType().isNullable()
        ? rexBuilder.makeCall(
            SqlStdOperatorTable.CASE,
            found,
            rexBuilder.makeLiteral(true),
            exists(query, rexBuilder.makeCall(SqlStdOperatorTable.IS_NULL, match)),
            rexBuilder.makeNullLiteral(query.getType()),
            rexBuilder.makeLiteral(false))
        : found;
  }

  private static RexNode exists(RexSubQuery query, RexNode condition) {
    return RexSubQuery.exists(LogicalFilter.create(query.rel, condition));
  }
}
