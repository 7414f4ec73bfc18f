package io.github.bedrockjdbc.driver.subquery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.rules.SubQueryRemoveRule;
import org.apache.calcite.rex.LogicVisitor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.tools.RelBuilder;

/**
 * Makes joins of a projection's subqueries, all at once. Calcite's rule forgets after the first one
 * which variables stand for the projection's own rows, and takes those of outer queries for them.
 */
public final class SelectListSubqueries extends SubQueryRemoveRule {
  /** In place of Calcite's rule. */
  public static final RelOptRule INSTANCE = new SelectListSubqueries();

  private SelectListSubqueries() {
    super(Config.PROJECT);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    final Project project = call.rel(0);
    final RelBuilder builder = call.builder().push(project.getInput());
    List<RexNode> expressions = project.getProjects();
    int count = 0;
    for (RexSubQuery outer = RexUtil.SubQueryFinder.find(expressions);
        outer != null;
        outer = RexUtil.SubQueryFinder.find(expressions)) {
      final RexSubQuery query = firstComputed(outer);
      final Set<CorrelationId> own = RelOptUtil.getVariablesUsed(query.rel);
      own.retainAll(project.getVariablesSet());
      // Calcite looks for it neither in what another query seeks nor in windows.
      final RelOptUtil.Logic logic =
          query.equals(outer) && !RexOver.containsOver(expressions, null)
              ? LogicVisitor.find(RelOptUtil.Logic.TRUE_FALSE_UNKNOWN, expressions, query)
              : RelOptUtil.Logic.TRUE_FALSE_UNKNOWN;
      final int width = builder.peek().getRowType().getFieldCount();
      final RexNode value =
          AnyDifferent.isOne(query)
              ? AnyDifferent.joined(query, own, builder, 1)
              : apply(query, own, logic, builder, 1, width, count);
      expressions = replaced(expressions, query, value);
      count++;
    }
    builder.project(expressions, project.getRowType().getFieldNames());
    call.transformTo(builder.build());
  }

  /** What is sought in a query may be another one's value, which has outer columns only here. */
  private static RexSubQuery firstComputed(RexSubQuery query) {
    final RexSubQuery sought = RexUtil.SubQueryFinder.find(query.getOperands());
    return sought == null ? query : firstComputed(sought);
  }

  private static List<RexNode> replaced(
      List<RexNode> expressions, RexSubQuery query, RexNode value) {
    return new ArrayList<>(
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery other) {
            return other.equals(query) ? value : super.visitSubQuery(other);
          }
        }.visitList(expressions));
  }
}
