package io.github.bedrockjdbc.driver.rewrite;

import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes a whole number that is out of range an error; Java's arithmetic would begin anew. */
public final class CheckedArithmetic extends ExpressionRewrite {
  private final RexBuilder rexBuilder;

  public CheckedArithmetic(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    final SqlOperator checked = checked(call);
    return checked.equals(call.getOperator()) || !isWhole(call)
        ? call
        : rexBuilder.makeCall(call.getType(), checked, call.getOperands());
  }

  /** Also of what goes in: differences of times count as numbers, and have their own operator. */
  private static boolean isWhole(RexCall call) {
    return isWhole((RexNode) call) && call.getOperands().stream().allMatch(o -> isWhole(o));
  }

  private static boolean isWhole(RexNode value) {
    return SqlTypeName.INT_TYPES.contains(value.getType().getSqlTypeName());
  }

  private static SqlOperator checked(RexCall call) {
    final SqlOperator operator = call.getOperator();
    return switch (operator.getKind()) {
      case PLUS -> SqlStdOperatorTable.CHECKED_PLUS;
      case MINUS -> SqlStdOperatorTable.CHECKED_MINUS;
      case TIMES -> SqlStdOperatorTable.CHECKED_MULTIPLY;
      case DIVIDE -> SqlStdOperatorTable.CHECKED_DIVIDE;
      case MINUS_PREFIX -> SqlStdOperatorTable.CHECKED_UNARY_MINUS;
      default -> operator;
    };
  }
}
