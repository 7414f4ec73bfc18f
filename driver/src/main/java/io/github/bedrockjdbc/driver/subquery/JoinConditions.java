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
 * Correlated subqueries in the condition of an inner join, as a filter above it. Calcite would
 * compute them on one side of the join, where the columns of the other are not.
 */
final class JoinConditions {
  private JoinConditions() {}

  /** The same rows, by a filter if there are such subqueries. */
  static RelNode above(LogicalJoin join) {
    if (join.getJoinType() != JoinRelType.INNER || join.getVariablesSet().isEmpty()) {
      return join;
    }
    final RexBuilder rexBuilder = join.getCluster().getRexBuilder();
    final Map<Boolean, List<RexNode>> parts =
        RelOptUtil.conjunctions(join.getCondition()).stream()
            .collect(Collectors.partitioningBy(each -> RexUtil.SubQueryFinder.find(each) != null));
    return parts.get(true).isEmpty()
        ? join
        : LogicalFilter.create(
            LogicalJoin.create(
                join.getLeft(),
                join.getRight(),
                join.getHints(),
                RexUtil.composeConjunction(rexBuilder, parts.get(false)),
                ImmutableSet.of(),
                JoinRelType.INNER),
            RexUtil.composeConjunction(rexBuilder, parts.get(true)),
            ImmutableSet.copyOf(join.getVariablesSet()));
  }
}
