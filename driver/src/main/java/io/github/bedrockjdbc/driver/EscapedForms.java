package io.github.bedrockjdbc.driver;

import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Takes the braces from escaped functions that mean something else without, or need none. */
final class EscapedForms extends SqlRewrite {
  @Override
  SqlNode rewritten(SqlCall call) {
    if (!(call.getOperator() instanceof SqlJdbcFunctionCall function)) {
      return call;
    }
    return switch (function.getName().toUpperCase(Locale.ROOT)) {
      // of two texts, and NULL if one is NULL
      case "{FN CONCAT}" ->
          call.operandCount() == 2
              ? SqlStdOperatorTable.CONCAT.createCall(
                  call.getParserPosition(), call.getOperandList())
              : call;
      // whose check does not know the type of a sub-query yet
      case "{FN TIMESTAMPADD}" ->
          call.operandCount() == 3
              ? SqlStdOperatorTable.TIMESTAMP_ADD.createCall(
                  call.getParserPosition(), call.getOperandList())
              : call;
      default -> call;
    };
  }
}
