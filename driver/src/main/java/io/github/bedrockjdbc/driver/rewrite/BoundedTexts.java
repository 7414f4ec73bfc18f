package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.BoundedFunctions;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Puts code of ours in the place of Calcite's where that lets texts grow without end, or takes time
 * without end to match them. Done last: before, rules and scans know these operators.
 */
public final class BoundedTexts extends ExpressionRewrite {
  private static final CodeFunction JOINED = CodeFunction.of(BoundedFunctions.class, "joined");
  private static final CodeFunction UPPER = CodeFunction.of(BoundedFunctions.class, "upper");
  private static final CodeFunction LOWER = CodeFunction.of(BoundedFunctions.class, "lower");
  private static final CodeFunction LIKE = CodeFunction.of(BoundedFunctions.class, "like");
  private static final CodeFunction LIKE_ESCAPED =
      CodeFunction.of(BoundedFunctions.class, "likeEscaped");
  private static final CodeFunction ILIKE = CodeFunction.of(BoundedFunctions.class, "ilike");
  private static final CodeFunction ILIKE_ESCAPED =
      CodeFunction.of(BoundedFunctions.class, "ilikeEscaped");
  private static final CodeFunction SIMILAR = CodeFunction.of(BoundedFunctions.class, "similar");
  private static final CodeFunction SIMILAR_ESCAPED =
      CodeFunction.of(BoundedFunctions.class, "similarEscaped");

  private final RexBuilder rexBuilder;

  public BoundedTexts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    final CodeFunction code = code(call.getOperator(), call.getOperands().size());
    return code == null || !call.getOperands().stream().allMatch(BoundedTexts::isText)
        ? call
        : code.call(rexBuilder, call.getType(), call.getOperands().toArray(new RexNode[0]));
  }

  /** None if Calcite's is as good. */
  private static CodeFunction code(SqlOperator operator, int operands) {
    if (operator.equals(SqlStdOperatorTable.CONCAT)) {
      return JOINED;
    }
    if (operator.equals(SqlStdOperatorTable.UPPER)) {
      return UPPER;
    }
    if (operator.equals(SqlStdOperatorTable.LOWER)) {
      return LOWER;
    }
    if (operator.equals(SqlLibraryOperators.ILIKE)) {
      return operands == 2 ? ILIKE : ILIKE_ESCAPED;
    }
    if (operator.getKind() == SqlKind.LIKE) {
      return operands == 2 ? LIKE : LIKE_ESCAPED;
    }
    if (operator.getKind() == SqlKind.SIMILAR) {
      return operands == 2 ? SIMILAR : SIMILAR_ESCAPED;
    }
    return null;
  }

  private static boolean isText(RexNode operand) {
    return SqlTypeName.CHAR_TYPES.contains(operand.getType().getSqlTypeName());
  }
}
