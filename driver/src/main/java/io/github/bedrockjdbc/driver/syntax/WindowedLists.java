package io.github.bedrockjdbc.driver.syntax;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Compares with each value of an IN list within a window function. Calcite takes such a list for a
 * subquery, and looks for none in the aggregates that a window is of.
 */
public final class WindowedLists extends SqlRewrite {
  private boolean isWithin;

  @Override
  public Void visit(SqlCall call) {
    final boolean wasWithin = isWithin;
    isWithin = call.getKind() == SqlKind.OVER || (wasWithin && !call.isA(SqlKind.QUERY));
    super.visit(call);
    isWithin = wasWithin;
    return null;
  }

  @Override
  SqlNode rewritten(SqlCall call) {
    return isWithin && isOfList(call)
        ? call.getKind() == SqlKind.IN
            ? compared(call, SqlStdOperatorTable.EQUALS, SqlStdOperatorTable.OR)
            : compared(call, SqlStdOperatorTable.NOT_EQUALS, SqlStdOperatorTable.AND)
        : call;
  }

  private static boolean isOfList(SqlCall call) {
    return (call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN)
        && call.operand(1) instanceof SqlNodeList;
  }

  private static SqlNode compared(SqlCall in, SqlOperator comparison, SqlOperator between) {
    return in.<SqlNodeList>operand(1).stream()
        .<SqlNode>map(value -> comparison.createCall(in.getParserPosition(), in.operand(0), value))
        .reduce((left, right) -> between.createCall(in.getParserPosition(), left, right))
        .orElse(in);
  }
}
