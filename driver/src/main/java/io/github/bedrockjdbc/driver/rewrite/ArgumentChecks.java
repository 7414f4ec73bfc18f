package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** Refuses arguments that Calcite lets pass and cannot run. */
public final class ArgumentChecks extends ExpressionRewrite {
  private static final Set<String> OF_JSON = Set.of("JSON_VALUE", "JSON_QUERY", "JSON_EXISTS");

  private static final Map<String, String> OF_WHOLE_NUMBERS =
      Map.of("RAND", "RAND() or RAND(1)", "RAND_INTEGER", "RAND_INTEGER(10)");

  /** A longer number is no int of Java. */
  private static final List<SqlTypeName> SEEDS =
      List.of(SqlTypeName.TINYINT, SqlTypeName.SMALLINT, SqlTypeName.INTEGER);

  @Override
  RexNode rewritten(RexCall call) {
    final String name = call.getOperator().getName();
    final List<RexNode> operands = call.getOperands();
    if (OF_JSON.contains(name)
        && !operands.subList(0, Math.min(2, operands.size())).stream()
            .allMatch(operand -> is(operand, SqlTypeName.CHAR_TYPES))) {
      throw refused(call, name + "(x, '$.name'), where x is a text");
    }
    if (OF_WHOLE_NUMBERS.containsKey(name)
        && !operands.stream().allMatch(operand -> is(operand, SEEDS))) {
      throw refused(call, OF_WHOLE_NUMBERS.get(name));
    }
    return call;
  }

  private static boolean is(RexNode operand, List<SqlTypeName> types) {
    final SqlTypeName type = operand.getType().getSqlTypeName();
    return types.contains(type) || type == SqlTypeName.NULL;
  }

  private static RuntimeException refused(RexCall call, String instead) {
    return SqlMistake.at(
        call.getParserPosition(),
        "function '"
            + call.getOperator().getName()
            + "' does not take these arguments; write "
            + instead);
  }
}
