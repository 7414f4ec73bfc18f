package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/** Replaces expressions wherever they are in a plan, sub-queries included; inner ones first. */
abstract class ExpressionRewrite extends RelHomogeneousShuttle {
  private final RexShuttle expressions =
      new RexShuttle() {
        @Override
        public RexNode visitCall(RexCall call) {
          PlanningThread.check();
          final RexNode inner = super.visitCall(call);
          return inner instanceof RexCall same ? rewritten(same) : inner;
        }

        @Override
        public RexNode visitOver(RexOver over) {
          final RexNode inner = super.visitOver(over);
          return inner instanceof RexOver same ? rewritten(same) : inner;
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          final RexNode inner =
              super.visitSubQuery(subQuery.clone(subQuery.rel.accept(ExpressionRewrite.this)));
          return inner instanceof RexSubQuery same ? rewritten(same) : inner;
        }
      };

  /** Whether a call is a cast without a format. */
  static boolean isPlainCast(RexCall call) {
    return call.getKind() == SqlKind.CAST && call.getOperands().size() == 1;
  }

  /** What stands for a call, of the same type but for null; the call itself if nothing is to do. */
  abstract RexNode rewritten(RexCall call);

  /** What stands for a sub-query, of the same type but for null. */
  RexNode rewritten(RexSubQuery query) {
    return query;
  }

  /** What stands for a window function, of the same type but for null. */
  RexNode rewritten(RexOver window) {
    return window;
  }

  /** The same in an expression that belongs to no plan. */
  public final RexNode applied(RexNode expression) {
    return expression.accept(expressions);
  }

  @Override
  public RelNode visit(RelNode node) {
    return super.visit(node).accept(expressions);
  }
}
