package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * Subqueries in the condition of a join, as a filter above an inner one and below others. Calcite
 * would compute them on one side of the join, where the columns of the other are not.
 */
final class JoinConditions {
  private JoinConditions() {}

  /**
   * The same rows, by a join without such subqueries; inner ones keep those without outer columns.
   */
  static RelNode apart(LogicalJoin join) {
    if (RexUtil.SubQueryFinder.find(join.getCondition()) == null) {
      return join;
    }
    if (join.getJoinType() != JoinRelType.INNER) {
      return new OuterJoinConditions(join).below();
    }
    return join.getVariablesSet().isEmpty() ? join : above(join);
  }

  private static RelNode above(LogicalJoin join) {
    final RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    final Map<Boolean, List<RexNode>> parts =
        RelOptUtil.conjunctions(join.getCondition()).stream()
            .collect(Collectors.partitioningBy(each -> RexUtil.SubQueryFinder.find(each) != null));
    return Membership.apart(
        LogicalFilter.create(
            LogicalJoin.create(
                join.getLeft(),
                join.getRight(),
                join.getHints(),
                RexUtil.composeConjunction(rexBuilder, parts.get(false)),
                ImmutableSet.of(),
                JoinRelType.INNER),
            RexUtil.composeConjunction(rexBuilder, parts.get(true)),
            ImmutableSet.copyOf(join.getVariablesSet())));
  }
}
