package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rel.core.Sample;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/** Says which part of a statement no code can be made for, after planning has failed. */
final class Unplanned extends RelHomogeneousShuttle {
  /** As Calcite tells of a call that it has no code for. */
  private static final Pattern CALL =
      Pattern.compile("cannot translate call \\$?([A-Z][A-Z0-9_]+)\\(.*", Pattern.DOTALL);

  private final Set<String> clauses = new TreeSet<>();

  private Unplanned() {}

  /**
   * What to tell of a statement.
   *
   * @param failure of planning, or of making code of the plan
   */
  static SqlFault fault(RelNode statement, RuntimeException failure) {
    final SqlFault fault =
        new SqlFault(
            SqlState.SYNTAX,
            Arrays.stream(failure.getSuppressed())
                .map(cause -> CALL.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::matches)
                .findFirst()
                .map(
                    call ->
                        "the function "
                            + call.group(1)
                            + " is not supported here: use other functions, or leave it out")
                .orElseGet(() -> combination(statement)));
    fault.initCause(failure);
    return fault;
  }

  private static String combination(RelNode statement) {
    final Unplanned parts = new Unplanned();
    statement.accept(parts);
    return "the statement cannot be planned"
        + (parts.clauses.isEmpty()
            ? ""
            : " with this combination of " + String.join(", ", parts.clauses))
        + ": move a part of it into a subquery or a separate statement";
  }

  @Override
  public RelNode visit(RelNode node) {
    clause(node).ifPresent(clauses::add);
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitOver(RexOver over) {
            clauses.add("OVER");
            return over;
          }

          @Override
          public RexNode visitSubQuery(RexSubQuery subQuery) {
            clauses.add("subqueries");
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
}
