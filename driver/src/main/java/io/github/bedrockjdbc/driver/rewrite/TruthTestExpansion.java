package io.github.bedrockjdbc.driver.rewrite;

import java.util.EnumSet;
import java.util.Set;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Asks of each part of a condition whether it is true, false, or neither, instead of the whole. It
 * means the same, but Calcite drops {@code x IS NOT NULL} beside a comparison of x where it
 * simplifies the whole, and then null passes.
 */
public final class TruthTestExpansion extends ExpressionRewrite {
  /** Those that hold where a condition does not. */
  private static final Set<SqlKind> NEGATIVE = EnumSet.of(SqlKind.IS_FALSE, SqlKind.IS_NOT_TRUE);

  private final RexBuilder rexBuilder;

  public TruthTestExpansion(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    return switch (call.getKind()) {
      case AND, OR -> RexUtil.flatten(rexBuilder, call); // whose parts may have become the like
      case IS_TRUE, IS_FALSE, IS_NOT_TRUE, IS_NOT_FALSE ->
          RexUtil.flatten(rexBuilder, tested(call.getOperands().get(0), call.getKind()));
      default -> call;
    };
  }

  private RexNode tested(RexNode condition, SqlKind test) {
    final boolean isNegative = NEGATIVE.contains(test);
    return switch (condition.getKind()) {
      case AND ->
          parts(condition, test, isNegative ? SqlStdOperatorTable.OR : SqlStdOperatorTable.AND);
      case OR ->
          parts(condition, test, isNegative ? SqlStdOperatorTable.AND : SqlStdOperatorTable.OR);
      case NOT -> tested(((RexCall) condition).getOperands().get(0), ofNegated(test));
      default -> {
        if (condition.getType().isNullable()) {
          yield rexBuilder.makeCall(RexUtil.op(test), condition);
        }
        yield isNegative ? rexBuilder.makeCall(SqlStdOperatorTable.NOT, condition) : condition;
      }
    };
  }

  private RexNode parts(RexNode condition, SqlKind test, SqlOperator between) {
    return rexBuilder.makeCall(
        between,
        ((RexCall) condition).getOperands().stream().map(part -> tested(part, test)).toList());
  }

  /** What to ask of x instead of NOT x. */
  private static SqlKind ofNegated(SqlKind test) {
    return switch (test) {
      case IS_TRUE -> SqlKind.IS_FALSE;
      case IS_FALSE -> SqlKind.IS_TRUE;
      case IS_NOT_TRUE -> SqlKind.IS_NOT_FALSE;
      default -> SqlKind.IS_NOT_TRUE;
    };
  }
}
