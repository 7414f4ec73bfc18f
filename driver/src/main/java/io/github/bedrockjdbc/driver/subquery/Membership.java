package io.github.bedrockjdbc.driver.subquery;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;

/**
 * Computes conditions that ask whether the value of a subquery is among those of another below the
 * filter. In a filter, Calcite would put the first subquery into the condition of a join with the
 * second, where it has no outer columns.
 */
final class Membership {
  private Membership() {}

  /** The same rows, by a projection where the filter has such a condition. */
  static RelNode apart(LogicalFilter filter) {
    final RexBuilder rexBuilder = filter.getCluster().getRexBuilder();
    final Map<Boolean, List<RexNode>> parts =
        RelOptUtil.conjunctions(filter.getCondition()).stream()
            .collect(Collectors.partitioningBy(Membership::isOfSubqueries));
    if (parts.get(true).isEmpty()) {
      return filter;
    }
    final ImmutableSet<CorrelationId> variables = ImmutableSet.copyOf(filter.getVariablesSet());
    final RelNode input =
        parts.get(false).isEmpty()
            ? filter.getInput()
            : LogicalFilter.create(
                filter.getInput(),
                RexUtil.composeConjunction(rexBuilder, parts.get(false)),
                variables);
    final List<RexNode> columns = new ArrayList<>(rexBuilder.identityProjects(input.getRowType()));
    columns.add(RexUtil.composeConjunction(rexBuilder, parts.get(true)));
    final RelNode tested =
        LogicalProject.create(input, List.of(), columns, (List<String>) null, variables);
    final int last = columns.size() - 1;
    return LogicalProject.create(
        LogicalFilter.create(tested, rexBuilder.makeInputRef(tested, last)),
        List.of(),
        columns.subList(0, last),
        filter.getRowType(),
        ImmutableSet.of());
  }

  private static boolean isOfSubqueries(RexNode condition) {
    final boolean[] found = {false};
    condition.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public Void visitSubQuery(RexSubQuery query) {
            found[0] |= RexUtil.SubQueryFinder.find(query.getOperands()) != null;
            return super.visitSubQuery(query);
          }
        });
    return found[0];
  }
}
