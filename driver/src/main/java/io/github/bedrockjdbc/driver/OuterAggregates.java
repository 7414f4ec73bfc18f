package io.github.bedrockjdbc.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParserPos;

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
    final List<RexNode> arguments =
        call.getArgList().stream().map(input.getProjects()::get).toList();
    if (arguments.stream().anyMatch(RexUtil::containsCorrelation)
        && arguments.stream().noneMatch(argument -> isOfInput(argument, input))) {
      throw refusal(call.getAggregation().getName(), call.getParserPosition());
    }
  }

  /**
   * Says what to write instead.
   *
   * @param function the aggregate's name
   */
  static CalciteContextException refusal(String function, SqlParserPos pos) {
    return SqlMistake.at(
        pos,
        function.toUpperCase(Locale.ROOT)
            + " of columns of the outer query alone belongs to the outer query: write it there,"
            + " or use a column of the subquery in it");
  }

  /** Whether a value depends on the rows below; a subquery names them by a variable. */
  private static boolean isOfInput(RexNode value, Project input) {
    return !RelOptUtil.InputFinder.bits(value).isEmpty()
        || input.getVariablesSet().stream().anyMatch(variable -> uses(value, variable));
  }

  private static boolean uses(RexNode value, CorrelationId variable) {
    final Set<CorrelationId> used = new HashSet<>();
    value.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public Void visitCorrelVariable(RexCorrelVariable reference) {
            used.add(reference.id);
            return null;
          }

          @Override
          public Void visitSubQuery(RexSubQuery subQuery) {
            used.addAll(RelOptUtil.getVariablesUsed(subQuery.rel));
            return super.visitSubQuery(subQuery);
          }
        });
    return used.contains(variable);
  }
}
