package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.pushdown.Pushdown;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/** Moves what it can of a filter into the scan below it. */
final class FilterRule extends RelRule<RuleConfig> {
  FilterRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalFilter filter = call.rel(0);
    final JobsScan scan = call.rel(1);
    if (!scan.jobs().pushesDown()) {
      return;
    }
    final Pushdown.Pushed pushed =
        Pushdown.filter(scan.query(), filter.getCondition(), filter.getCluster().getRexBuilder());
    if (pushed.query().equals(scan.query())) {
      return; // nothing new; firing again on our own result would never end
    }
    final JobsScan narrowed = scan.with(pushed.query());
    call.transformTo(
        pushed.residual().isEmpty()
            ? narrowed
            : filter.copy(filter.getTraitSet(), narrowed, all(pushed.residual(), filter)));
  }

  /** A filter takes no condition that is cast to the type it has but for null. */
  private static RexNode all(List<RexNode> residual, LogicalFilter filter) {
    final RexBuilder rexBuilder = filter.getCluster().getRexBuilder();
    return RexUtil.removeNullabilityCast(
        rexBuilder.getTypeFactory(), RexUtil.composeConjunction(rexBuilder, residual));
  }
}
