package io.github.bedrockjdbc.driver.syntax;

import io.github.bedrockjdbc.driver.function.DriverFunctions;
import io.github.bedrockjdbc.driver.function.Functions;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibraryOperators;

/**
 * Takes the braces from escaped functions. Calcite keeps what it parsed beside what it rewrites in
 * them, and converts the former.
 */
public final class EscapedForms extends SqlRewrite {
  /** How many arguments those take that Calcite makes calls of without counting. */
  private static final Map<String, Integer> ARGUMENTS =
      Map.of("CONCAT", 2, "CONVERT", 2, "INSERT", 4, "LTRIM", 1, "RTRIM", 1);

  @Override
  SqlNode rewritten(SqlCall call) {
    return call.getOperator() instanceof SqlJdbcFunctionCall function && isKnown(function, call)
        ? plain(function, call)
        : call;
  }

  private static boolean isKnown(SqlJdbcFunctionCall function, SqlCall call) {
    final String escaped = function.getName().toUpperCase(Locale.ROOT);
    final String name = escaped.substring("{FN ".length(), escaped.length() - 1);
    final int count = call.operandCount();
    return Functions.isEscape(name) && ARGUMENTS.getOrDefault(name, count) == count;
  }

  /** Without the braces, unless only with them there is such a function. */
  private static SqlNode plain(SqlJdbcFunctionCall function, SqlCall call) {
    function.createCall(call.getParserPosition(), call.getOperandList());
    final SqlCall plain = function.getLookupCall();
    final SqlOperator operator = known(plain.getOperator());
    return operator.getSyntax() == SqlSyntax.FUNCTION && Functions.isOnlyEscape(operator.getName())
        ? call
        : operator.createCall(call.getParserPosition(), plain.getOperandList());
  }

  private static SqlOperator known(SqlOperator operator) {
    return operator.equals(SqlLibraryOperators.CHAR) ? DriverFunctions.CHR : operator;
  }
}
