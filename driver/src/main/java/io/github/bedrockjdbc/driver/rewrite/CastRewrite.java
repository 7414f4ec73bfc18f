package io.github.bedrockjdbc.driver.rewrite;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** Replaces casts without a format. */
abstract class CastRewrite extends ExpressionRewrite {
  final RexBuilder rexBuilder;

  CastRewrite(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  /** What stands for a cast of a value to a type; the call itself if nothing is to do. */
  abstract RexNode cast(RexNode value, RelDataType to, RexCall call);

  @Override
  final RexNode rewritten(RexCall call) {
    return call.getKind() == SqlKind.CAST && call.getOperands().size() == 1
        ? cast(call.getOperands().get(0), call.getType(), call)
        : call;
  }
}
