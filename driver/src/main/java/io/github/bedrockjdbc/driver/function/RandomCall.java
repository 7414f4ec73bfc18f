package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.runtime.RandomNumbers;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql2rel.SqlRexContext;

/**
 * {@code RAND()} and {@code RAND_INTEGER(n)}, each with its place in the statement as an argument:
 * Calcite makes one call of two that are equal, but they are two random numbers.
 */
final class RandomCall {
  private static final int MOST_COLUMNS = 100_000;

  private static final CodeFunction NUMBER = CodeFunction.random(RandomNumbers.class, "number");
  private static final CodeFunction WHOLE = CodeFunction.random(RandomNumbers.class, "whole");

  private RandomCall() {}

  /** Whether it has no seed, which would give the same numbers each time. */
  static boolean is(SqlCall call) {
    return (call.getOperator().equals(SqlStdOperatorTable.RAND) && call.operandCount() == 0)
        || (call.getOperator().equals(SqlStdOperatorTable.RAND_INTEGER)
            && call.operandCount() == 1);
  }

  static RexNode converted(SqlRexContext context, SqlCall call) {
    final RexBuilder rexBuilder = context.getRexBuilder();
    final RelDataType type = context.getValidator().getValidatedNodeType(call);
    final RexNode place = place(rexBuilder, call.getParserPosition());
    if (call.operandCount() == 0) {
      return NUMBER.call(rexBuilder, type, place);
    }
    final RexNode limit = context.convertExpression(call.operand(0));
    if (limit.getType().isNullable() && !(limit instanceof RexDynamicParam)) {
      throw SqlMistake.at(
          call.getParserPosition(),
          "RAND_INTEGER takes a limit that is not NULL: write RAND_INTEGER(COALESCE(n, 1))");
    }
    return SqlTypeName.INT_TYPES.contains(limit.getType().getSqlTypeName())
        ? WHOLE.call(rexBuilder, type, place, limit)
        : rexBuilder.makeCall(type, call.getOperator(), List.of(limit)); // is refused
  }

  private static RexNode place(RexBuilder rexBuilder, SqlParserPos pos) {
    return rexBuilder.makeExactLiteral(
        BigDecimal.valueOf((long) pos.getLineNum() * MOST_COLUMNS + pos.getColumnNum()),
        rexBuilder.getTypeFactory().createSqlType(SqlTypeName.BIGINT));
  }
}
