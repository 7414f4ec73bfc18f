package io.github.bedrockjdbc.driver;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.PruneEmptyRules;

/** Lets groups and windows run as this package computes them, and as they are written. */
final class GroupingRules {
  /** What Calcite would make of them, or run itself. */
  private static final List<RelOptRule> REPLACED =
      List.of(
          EnumerableRules.ENUMERABLE_AGGREGATE_RULE,
          EnumerableRules.ENUMERABLE_WINDOW_RULE,
          CoreRules.AGGREGATE_EXPAND_DISTINCT_AGGREGATES,
          CoreRules.AGGREGATE_EXPAND_WITHIN_DISTINCT,
          CoreRules.AGGREGATE_CASE_TO_FILTER,
          CoreRules.AGGREGATE_REDUCE_FUNCTIONS,
          CoreRules.AGGREGATE_MERGE,
          CoreRules.PROJECT_OVER_SUM_TO_SUM0_RULE,
          PruneEmptyRules.AGGREGATE_INSTANCE); // forgets the grand total of ROLLUP

  private GroupingRules() {}

  static void register(RelOptPlanner planner) {
    REPLACED.forEach(planner::removeRule);
    planner.addRule(Grouping.RULE);
    planner.addRule(Windowing.RULE);
  }
}
