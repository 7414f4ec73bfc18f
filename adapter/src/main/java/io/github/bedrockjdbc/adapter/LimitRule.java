package io.github.bedrockjdbc.adapter;

import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.logical.LogicalSort;

/** Moves a limit without an order into the scan right below it. */
final class LimitRule extends RelRule<PushdownRule> {
  LimitRule(PushdownRule config) {
    super(config);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final LogicalSort sort = call.rel(0);
    final JobsScan scan = call.rel(1);
    if (scan.jobs().pushesDown() && sort.getCollation().getFieldCollations().isEmpty()) {
      Pushdown.limit(scan.query(), sort.offset, sort.fetch)
          .ifPresent(limited -> call.transformTo(scan.with(limited)));
    }
  }
}
