package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.detail.plan.DetailRules;
import io.github.bedrockjdbc.adapter.plan.JobsRules;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepMatchOrder;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.volcano.AbstractConverter;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;
import org.apache.calcite.tools.RelBuilder;

/**
 * What plans statements that have too many plans to compare: joins stay in the order in which they
 * were written, and each operator has one way to run.
 */
final class FrugalRules {
  /**
   * Moves conditions to where they belong, above all those of {@code FROM a, b WHERE a.x = b.x}.
   */
  static final Program CONDITIONS =
      Programs.of(
          HepProgram.builder()
              .addMatchOrder(HepMatchOrder.TOP_DOWN)
              .addRuleCollection(
                  List.of(
                      CoreRules.FILTER_INTO_JOIN,
                      CoreRules.JOIN_CONDITION_PUSH,
                      CoreRules.FILTER_MERGE))
              .addRuleCollection(JobsRules.PUSHDOWN)
              .build(),
          true,
          InferredPredicates.METADATA);

  /** Drops columns that nobody reads, and leaves expressions as they are. */
  static final Program TRIM =
      (planner, plan, wanted, none, noneEither) ->
          new RelFieldTrimmer(
                  null,
                  RelBuilder.proto(Contexts.of(RelBuilder.Config.DEFAULT.withSimplify(false)))
                      .create(plan.getCluster(), null))
              .trim(plan);

  private static final List<RelOptRule> NEEDLESS =
      List.of(
          EnumerableRules.ENUMERABLE_MERGE_JOIN_RULE,
          EnumerableRules.ENUMERABLE_MERGE_UNION_RULE,
          EnumerableRules.ENUMERABLE_SORTED_AGGREGATE_RULE);

  private FrugalRules() {}

  static void register(RelOptPlanner planner) {
    EnumerableRules.rules().forEach(planner::addRule);
    NEEDLESS.forEach(planner::removeRule);
    planner.addRule(AbstractConverter.ExpandConversionRule.INSTANCE);
    planner.addRule(CoreRules.PROJECT_REMOVE);
    JobsRules.ALL.forEach(planner::addRule); // scans and details register theirs only once
    DetailRules.ALL.forEach(planner::addRule);
    GroupingRules.register(planner);
  }
}
