package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/** Casts of literals are literals, which a scan can understand. */
public final class LiteralCasts extends ExpressionRewrite {
  /** Lets each expression stand, so that no cast is folded before it is one of ours. */
  public static final RexExecutor NONE =
      (rexBuilder, expressions, values) -> values.addAll(expressions);

  private final RexBuilder rexBuilder;

  public LiteralCasts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (!(call.isA(SqlKind.CAST) || call.getOperator() instanceof CodeFunction)
        || !call.getOperator().isDeterministic()
        || !call.getOperands().stream().allMatch(RexLiteral.class::isInstance)) {
      return call;
    }
    final List<RexNode> values = new ArrayList<>();
    RexUtil.EXECUTOR.reduce(rexBuilder, List.of(call), values);
    final RexNode value = values.get(0);
    return value.getType().equals(call.getType())
        ? value
        : rexBuilder.makeAbstractCast(call.getType(), value, false);
  }
}
