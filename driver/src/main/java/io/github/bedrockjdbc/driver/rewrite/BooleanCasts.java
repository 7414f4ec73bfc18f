package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.TextFunctions;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Reads texts as booleans, in all spellings that PostgreSQL knows. Calcite takes such casts for
 * ones that keep the order, and knows two spellings.
 */
public final class BooleanCasts extends ExpressionRewrite {
  private static final CodeFunction OF_TEXT = CodeFunction.of(TextFunctions.class, "truth");

  private final RexBuilder rexBuilder;

  public BooleanCasts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (!isPlainCast(call) || call.getType().getSqlTypeName() != SqlTypeName.BOOLEAN) {
      return call;
    }
    final RexNode value = call.getOperands().get(0);
    return SqlTypeUtil.isCharacter(value.getType())
        ? OF_TEXT.call(rexBuilder, call.getType(), value)
        : call;
  }
}
