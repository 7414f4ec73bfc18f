package io.github.bedrockjdbc.driver.syntax;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Says of a condition with a subquery what NULL is, {@code NOT COALESCE(x IN (…), FALSE)} for
 * {@code (x IN (…)) IS NOT TRUE}: Calcite takes such a test for a word on the subquery, and means
 * the opposite where it is negated.
 */
public final class TruthTests extends SqlRewrite {
  @Override
  SqlNode rewritten(SqlCall call) {
    return switch (call.getKind()) {
      case IS_TRUE -> hasQuery(call) ? decided(call, false) : call;
      case IS_NOT_TRUE -> hasQuery(call) ? negated(decided(call, false)) : call;
      case IS_FALSE -> hasQuery(call) ? negated(decided(call, true)) : call;
      case IS_NOT_FALSE -> hasQuery(call) ? decided(call, true) : call;
      default -> call;
    };
  }

  private static SqlNode decided(SqlCall test, boolean unknown) {
    final SqlParserPos pos = test.getParserPosition();
    return SqlStdOperatorTable.COALESCE.createCall(
        pos, test.operand(0), SqlLiteral.createBoolean(unknown, pos));
  }

  private static SqlNode negated(SqlNode condition) {
    return SqlStdOperatorTable.NOT.createCall(condition.getParserPosition(), condition);
  }

  private static boolean hasQuery(SqlCall test) {
    return SqlUtil.containsCall(test.operand(0), call -> call.isA(SqlKind.QUERY));
  }
}
