package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import io.github.bedrockjdbc.adapter.pushdown.Pushdown;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalSort;

/** Moves an order by time of submission, a limit, or both into the scan right below. */
final class OrderRule extends RelRule<RuleConfig> {
  OrderRule(RuleConfig config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalSort sort = call.rel(0);
    final JobsScan scan = call.rel(1);
    if (!scan.jobs().pushesDown()) {
      return;
    }
    (sort.getCollation().getFieldCollations().isEmpty()
            ? Pushdown.limit(scan.query(), sort.offset, sort.fetch)
            : Pushdown.order(
                scan.query(), sort.getCollation().getFieldCollations(), sort.offset, sort.fetch))
        .ifPresent(query -> call.transformTo(scan.with(query)));
  }
}
