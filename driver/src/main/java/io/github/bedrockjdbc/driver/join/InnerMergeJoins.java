package io.github.bedrockjdbc.driver.join;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;

/**
 * Merge joins where both keys of a row are equal. Calcite's rule makes them of outer joins, too,
 * and takes the result for sorted by the key that may be missing: a join by that key then finds
 * nothing.
 */
public final class InnerMergeJoins extends ConverterRule {
  private static final RelOptRule INSTANCE =
      Config.INSTANCE
          .withConversion(
              LogicalJoin.class, Convention.NONE, EnumerableConvention.INSTANCE, "InnerMergeJoins")
          .withRuleFactory(InnerMergeJoins::new)
          .toRule();

  private InnerMergeJoins(Config config) {
    super(config);
  }

  /** In place of Calcite's rule. */
  public static void register(RelOptPlanner planner) {
    planner.removeRule(EnumerableRules.ENUMERABLE_MERGE_JOIN_RULE);
    planner.addRule(INSTANCE);
  }

  @Override
  public RelNode convert(RelNode rel) {
    final JoinRelType type = ((LogicalJoin) rel).getJoinType();
    return type == JoinRelType.INNER || type == JoinRelType.SEMI
        ? ((ConverterRule) EnumerableRules.ENUMERABLE_MERGE_JOIN_RULE).convert(rel)
        : null;
  }
}
