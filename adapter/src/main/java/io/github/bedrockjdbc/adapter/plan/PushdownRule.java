package io.github.bedrockjdbc.adapter.plan;

import io.github.bedrockjdbc.adapter.node.RuleConfig;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;

/** The rules that match one or two operators right above the scan. */
final class PushdownRule {
  static final RelOptRule FILTER = above(LogicalFilter.class, FilterRule::new);
  static final RelOptRule PROJECT = above(LogicalProject.class, ProjectRule::new);
  static final RelOptRule ORDER = above(LogicalSort.class, OrderRule::new);
  static final RelOptRule AGGREGATE = above(LogicalAggregate.class, AggregateRule::new);

  static final RelOptRule ORDER_BELOW_FILTER =
      RuleConfig.rule(
          "JobsOrderBelowFilter",
          b ->
              b.operand(LogicalSort.class)
                  .oneInput(
                      filter ->
                          filter
                              .operand(LogicalFilter.class)
                              .oneInput(scan -> scan.operand(JobsScan.class).noInputs())),
          OrderBelowFilterRule::new);

  private PushdownRule() {}

  private static RelOptRule above(
      Class<? extends RelNode> operator, Function<RuleConfig, RelOptRule> maker) {
    return RuleConfig.above("Jobs" + operator.getSimpleName(), operator, JobsScan.class, maker);
  }
}
