package io.github.bedrockjdbc.driver;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;

/**
 * Refuses aggregates in subqueries that are of outer columns only. In SQL such an aggregate is one
 * of the outer query; Calcite makes one of the subquery, which gives other rows.
 */
final class OuterAggregates extends RelVisitor {
  private final RexShuttle subqueries =
      new RexShuttle() {
        @Override
        public RexNode visitSubQuery(RexSubQuery subQuery) {
          go(subQuery.rel);
          return super.visitSubQuery(subQuery);
        }
      };

  private OuterAggregates() {}

  /** The plan, which has none. */
  static RelNode refused(RelNode plan) {
    new OuterAggregates().go(plan);
    return plan;
  }

  @Override
  public void visit(RelNode node, int ordinal, RelNode parent) {
    if (node instanceof Aggregate aggregate && aggregate.getInput() instanceof Project project) {
      aggregate.getAggCallList().forEach(call -> check(call, project));
    }
    node.accept(subqueries);
    super.visit(node, ordinal, parent);
  }

  private static void check(AggregateCall call, Project input) {
    final boolean isOuter =
        !call.getArgList().isEmpty()
            && call.getArgList().stream()
                .map(input.getProjects()::get)
                .anyMatch(RexUtil::containsCorrelation)
            && call.getArgList().stream()
                .map(input.getProjects()::get)
                .allMatch(argument -> RelOptUtil.InputFinder.bits(argument).isEmpty());
    if (isOuter) {
      throw SqlMistake.at(
          call.getParserPosition(),
          call.getAggregation().getName()
              + " of columns of the outer query alone belongs to the outer query: write it there,"
              + " or use a column of the subquery in it");
    }
  }
}
