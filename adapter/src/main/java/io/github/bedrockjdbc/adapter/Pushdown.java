package io.github.bedrockjdbc.adapter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/** What of a plan's expressions can move into the scan. Pure. */
final class Pushdown {
  private Pushdown() {}

  /**
   * A query that carries more, and what must still be checked above it.
   *
   * @param residual conjuncts
   */
  record Pushed(JobQuery query, List<RexNode> residual) {
    Pushed {
      residual = List.copyOf(residual);
    }
  }

  /** Takes what it can of a filter above the scan; nothing if rows were already limited. */
  static Pushed filter(JobQuery query, RexNode condition) {
    if (query.limit().isPresent()) {
      return new Pushed(query, List.of(condition));
    }
    if (condition.isAlwaysFalse()) {
      return new Pushed(query.withBranches(List.of()), List.of());
    }
    final Columns columns = new Columns(query.projection());
    final List<RexNode> residual = new ArrayList<>();
    JobQuery more = query;
    for (RexNode conjunct : RelOptUtil.conjunctions(condition)) {
      final Optional<StatusConstraint> status = StatusPredicate.of(conjunct, columns);
      if (status.isPresent()) {
        more =
            more.withBranches(
                more.branches().stream().map(branch -> branch.and(status.get())).toList());
      } else {
        residual.add(conjunct);
        more = more.withResidual(new Residual(columns.named(conjunct), reason(conjunct, columns)));
      }
    }
    return new Pushed(more, residual);
  }

  private static String reason(RexNode conjunct, Columns columns) {
    return RelOptUtil.InputFinder.bits(conjunct).toList().stream()
            .anyMatch(index -> columns.projection().get(index) == JobColumn.STATUS)
        ? "not of the form status = value"
        : "not sent to the service";
  }

  /** Takes a limit above the scan; empty if it has one, or the numbers are no plain values. */
  static Optional<JobQuery> limit(JobQuery query, RexNode offset, RexNode fetch) {
    final boolean isPlain = isCount(offset) && isCount(fetch);
    return query.limit().isEmpty() && isPlain
        ? Optional.of(query.withLimit(new Limit(count(offset), count(fetch))))
        : Optional.empty();
  }

  /** The columns that a projection keeps, if it only keeps, repeats and reorders columns. */
  static Optional<JobQuery> projection(JobQuery query, List<? extends RexNode> expressions) {
    final List<JobColumn> kept = new ArrayList<>();
    for (RexNode expression : expressions) {
      if (!(expression instanceof RexInputRef ref)) {
        return Optional.empty();
      }
      kept.add(query.projection().get(ref.getIndex()));
    }
    return Optional.of(query.withProjection(kept));
  }

  private static boolean isCount(RexNode expression) {
    return expression == null
        || expression instanceof RexLiteral
        || expression instanceof RexDynamicParam;
  }

  private static Optional<Operand> count(RexNode expression) {
    if (expression instanceof RexDynamicParam parameter) {
      return Optional.of(new Operand.Parameter(parameter.getIndex()));
    }
    return Optional.ofNullable((RexLiteral) expression)
        .map(literal -> new Operand.Constant(literal.getValueAs(BigDecimal.class).longValue()));
  }
}
