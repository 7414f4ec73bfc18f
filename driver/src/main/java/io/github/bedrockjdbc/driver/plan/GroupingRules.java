package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.aggregate.Grouping;
import io.github.bedrockjdbc.driver.window.Windowing;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.FilterAggregateTransposeRule;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.rel.rules.SemiJoinRule;
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
          CoreRules.PROJECT_TO_LOGICAL_PROJECT_AND_WINDOW,
          CoreRules.PROJECT_TO_SEMI_JOIN,
          CoreRules.JOIN_TO_SEMI_JOIN,
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

  /**
   * Whether a group is there depends on its rows; not so a grand total, which a join that uses none
   * of its columns still needs, and GROUPING SETS give several rows for one key.
   */
  private static final RelOptRule PROJECTED_TO_SEMI_JOIN =
      SemiJoinRule.ProjectToSemiJoinRule.ProjectToSemiJoinRuleConfig.DEFAULT
          .withOperandSupplier(
              columns -> columns.operand(Project.class).oneInput(GroupingRules::joinWithGroups))
          .toRule();

  private static final RelOptRule JOIN_TO_SEMI_JOIN =
      SemiJoinRule.JoinToSemiJoinRule.JoinToSemiJoinRuleConfig.DEFAULT
          .withOperandSupplier(GroupingRules::joinWithGroups)
          .toRule();

  private GroupingRules() {}

  private static RelRule.Done joinWithGroups(RelRule.OperandBuilder join) {
    return join.operand(Join.class)
        .predicate(
            each ->
                each.getJoinType() == JoinRelType.INNER || each.getJoinType() == JoinRelType.LEFT)
        .inputs(
            left -> left.operand(RelNode.class).anyInputs(),
            right ->
                right
                    .operand(Aggregate.class)
                    .predicate(
                        groups -> Aggregate.isSimple(groups) && !groups.getGroupSet().isEmpty())
                    .anyInputs());
  }

  private static boolean hasNoTotal(Aggregate groups) {
    return groups.getGroupSets().stream().noneMatch(ImmutableBitSet::isEmpty);
  }

  static void register(RelOptPlanner planner) {
    REPLACED.forEach(planner::removeRule);
    planner.addRule(FILTER_BELOW_GROUPS);
    planner.addRule(PROJECTED_TO_SEMI_JOIN);
    planner.addRule(JOIN_TO_SEMI_JOIN);
    planner.addRule(Grouping.RULE);
    planner.addRule(new SettledPrograms.WindowRule());
    planner.addRule(Windowing.RULE);
  }
}
