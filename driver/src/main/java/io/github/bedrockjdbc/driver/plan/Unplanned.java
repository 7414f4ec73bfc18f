package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rel.core.Sample;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;

/** Says which part of a statement no code can be made for, after planning has failed. */
final class Unplanned extends RelHomogeneousShuttle {
  private final Set<String> functions = new TreeSet<>();
  private final Set<String> clauses = new TreeSet<>();

  private Unplanned() {}

  static SqlFault fault(RelNode statement) {
    final Unplanned parts = new Unplanned();
    statement.accept(parts);
    if (!parts.functions.isEmpty()) {
      return new SqlFault(
          SqlState.SYNTAX,
          (parts.functions.size() == 1 ? "the function " : "one of the functions ")
              + String.join(", ", parts.functions)
              + " is not supported here: use other functions, or leave it out");
    }
    return new SqlFault(
        SqlState.SYNTAX,
        parts.clauses.isEmpty()
            ? "the statement is too complex to plan: split it"
            : "this combination is not supported: "
                + String.join(", ", parts.clauses)
                + "; move a part of it into a subquery or a separate statement");
  }

  @Override
  public RelNode visit(RelNode node) {
    clause(node).ifPresent(clauses::add);
    if (node instanceof Aggregate aggregate) {
      aggregate.getAggCallList().forEach(this::check);
    }
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCall(RexCall call) {
            check(call);
            return super.visitCall(call);
          }

          @Override
          public RexNode visitOver(RexOver over) {
            clauses.add("OVER");
            return over;
          }

          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            clauses.add("sub-queries");
            subQuery.rel.accept(Unplanned.this);
            return subQuery;
          }
        });
    return super.visit(node);
  }

  private static Optional<String> clause(RelNode node) {
    if (node instanceof Join) {
      return Optional.of("JOIN");
    }
    if (node instanceof Correlate) {
      return Optional.of("LATERAL");
    }
    if (node instanceof Match) {
      return Optional.of("MATCH_RECOGNIZE");
    }
    if (node instanceof Sample) {
      return Optional.of("TABLESAMPLE");
    }
    if (node instanceof SetOp operation) {
      return Optional.of(operation.kind.name());
    }
    if (node instanceof Uncollect) {
      return Optional.of("UNNEST");
    }
    if (node instanceof TableFunctionScan) {
      return Optional.of("TABLE(…)");
    }
    return node instanceof Aggregate ? Optional.of("GROUP BY") : Optional.empty();
  }

  private void check(AggregateCall call) {
    if (RexImpTable.INSTANCE.get(call.getAggregation(), false) == null
        && call.getAggregation().getKind() != SqlKind.AVG) {
      functions.add(call.getAggregation().getName());
    }
  }

  private void check(RexCall call) {
    final SqlOperator operator = call.getOperator();
    final boolean isNamed = operator.getName().matches("\\$?[A-Z][A-Z0-9_]+");
    if (isNamed && !call.isA(SqlKind.SEARCH) && RexImpTable.INSTANCE.get(operator) == null) {
      functions.add(operator.getName().replace("$", ""));
    }
  }
}
