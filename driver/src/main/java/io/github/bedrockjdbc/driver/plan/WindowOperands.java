package io.github.bedrockjdbc.driver.plan;

import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSimplify;
import org.apache.calcite.rex.RexUtil;

/**
 * Simplifies what window functions are of. Calcite does so while it makes a program of them, whose
 * own check then fails, as parts are left over.
 */
final class WindowOperands extends RelHomogeneousShuttle {
  @Override
  public RelNode visit(RelNode node) {
    final RelNode inner = super.visit(node);
    return inner instanceof Project project && project.containsOver()
        ? project.accept(simplified(project.getCluster().getRexBuilder()))
        : inner;
  }

  private static RexShuttle simplified(RexBuilder rexBuilder) {
    final RexSimplify simplify =
        new RexSimplify(rexBuilder, RelOptPredicateList.EMPTY, RexUtil.EXECUTOR);
    return new RexShuttle() {
      @Override
      public RexNode visitOver(RexOver over) {
        return super.visitOver(over).accept(operands(simplify));
      }
    };
  }

  private static RexShuttle operands(RexSimplify simplify) {
    return new RexShuttle() {
      @Override
      public RexNode visitCall(RexCall call) {
        return simplify.simplifyPreservingType(call);
      }
    };
  }
}
