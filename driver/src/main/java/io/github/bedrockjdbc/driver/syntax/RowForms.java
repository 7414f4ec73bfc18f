package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.function.Overlap;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Asks of each part of rows whether it is distinct, or NULL; of whole rows Calcite asks another
 * thing. Compares periods end by end.
 */
public final class RowForms extends SqlRewrite {
  @Override
  SqlNode rewritten(SqlCall call) {
    return switch (call.getKind()) {
      case IS_DISTINCT_FROM -> parts(call, SqlStdOperatorTable.OR);
      case IS_NOT_DISTINCT_FROM -> parts(call, SqlStdOperatorTable.AND);
      case IS_NULL, IS_NOT_NULL -> each(call);
      case OVERLAPS -> overlap(call);
      default -> call;
    };
  }

  /** Calcite takes a row for not NULL, whatever is in it. */
  private SqlNode each(SqlCall test) {
    final SqlParserPos pos = test.getParserPosition();
    return parts(test.operand(0)).stream()
        .<SqlNode>map(part -> test.getOperator().createCall(pos, part))
        .reduce((one, other) -> SqlStdOperatorTable.AND.createCall(pos, one, other))
        .orElse(test);
  }

  private static SqlNode overlap(SqlCall call) {
    final List<SqlNode> ends = new ArrayList<>(parts(call.operand(0)));
    ends.addAll(parts(call.operand(1)));
    if (parts(call.operand(0)).size() != 2 || ends.size() != 4) {
      throw Overlap.mistake(call.getParserPosition());
    }
    return new Overlap().createCall(call.getParserPosition(), ends);
  }

  private SqlNode parts(SqlCall call, SqlOperator between) {
    final List<SqlNode> left = parts(call.operand(0));
    final List<SqlNode> right = parts(call.operand(1));
    if (left.isEmpty() || left.size() != right.size()) {
      return call;
    }
    final SqlParserPos pos = call.getParserPosition();
    SqlNode all = null;
    for (int i = 0; i < left.size(); i++) {
      final SqlCall part = call.getOperator().createCall(pos, left.get(i), right.get(i));
      final SqlNode test = rewritten(part); // rows in rows
      all = all == null ? test : between.createCall(pos, all, test);
    }
    return all;
  }

  private static List<SqlNode> parts(SqlNode row) {
    return row instanceof SqlCall call && row.getKind() == SqlKind.ROW
        ? new ArrayList<>(call.getOperandList())
        : List.of();
  }
}
