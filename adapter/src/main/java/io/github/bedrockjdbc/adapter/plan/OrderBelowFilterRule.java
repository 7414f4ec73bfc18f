package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.pushdown.Pushdown;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalSort;

/**
 * Gives the scan the order that is asked above a filter which stays: the filter keeps it, so that
 * nothing is left to sort and a limit above can stop the walk.
 */
final class OrderBelowFilterRule extends RelRule<RuleConfig> {
  OrderBelowFilterRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalSort sort = call.rel(0);
    final LogicalFilter filter = call.rel(1);
    final JobsScan scan = call.rel(2);
    if (!scan.jobs().pushesDown() || scan.query().order().isPresent()) {
      return;
    }
    Pushdown.order(scan.query(), sort.getCollation().getFieldCollations(), null, null)
        .ifPresent(
            ordered ->
                call.transformTo(
                    sort.copy(
                        sort.getTraitSet(),
                        List.of(filter.copy(filter.getTraitSet(), List.of(scan.with(ordered)))))));
  }
}
