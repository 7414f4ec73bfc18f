package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.aggregate.Grouping;
import io.github.bedrockjdbc.driver.window.Windowing;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.FilterAggregateTransposeRule;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.util.ImmutableBitSet;

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
          CoreRules.FILTER_AGGREGATE_TRANSPOSE,
          PruneEmptyRules.AGGREGATE_INSTANCE); // forgets the grand total of ROLLUP

  /** Not below a grand total, which is there even if no row is. */
  private static final RelOptRule FILTER_BELOW_GROUPS =
      FilterAggregateTransposeRule.Config.DEFAULT
          .withOperandSupplier(
              filter ->
                  filter
                      .operand(Filter.class)
                      .oneInput(
                          groups ->
                              groups
                                  .operand(Aggregate.class)
                                  .predicate(GroupingRules::hasNoTotal)
                                  .anyInputs()))
          .toRule();

  private GroupingRules() {}

  private static boolean hasNoTotal(Aggregate groups) {
    return groups.getGroupSets().stream().noneMatch(ImmutableBitSet::isEmpty);
  }

  static void register(RelOptPlanner planner) {
    REPLACED.forEach(planner::removeRule);
    planner.addRule(FILTER_BELOW_GROUPS);
    planner.addRule(Grouping.RULE);
    planner.addRule(Windowing.RULE);
  }
}
