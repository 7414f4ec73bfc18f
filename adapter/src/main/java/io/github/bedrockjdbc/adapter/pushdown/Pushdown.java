package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.Operand;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/** What of a plan's expressions can move into the scan. Pure. */
public final class Pushdown {
  private Pushdown() {}

  /**
   * A query that carries more, and what must still be checked above it.
   *
   * @param residual conjuncts
   */
  public record Pushed(JobQuery query, List<RexNode> residual) {
    public Pushed {
      residual = List.copyOf(residual);
    }
  }

  /** Takes what it can of a filter above the scan; nothing if rows were already limited. */
  public static Pushed filter(JobQuery query, RexNode condition, RexBuilder rexBuilder) {
    if (query.limit().isPresent()) {
      return new Pushed(query, List.of(condition));
    }
    final PredicateExtractor predicates = new PredicateExtractor(query.projection(), rexBuilder);
    final InputColumns columns = new InputColumns(query.projection());
    final List<RexNode> residual = new ArrayList<>();
    final List<Predicate> checks = new ArrayList<>(List.of(query.filter()));
    final List<Residual> named = new ArrayList<>();
    for (RexNode conjunct : RelOptUtil.conjunctions(condition)) {
      final PredicateExtractor.Recognised recognised = predicates.recognise(conjunct);
      checks.add(recognised.check());
      if (!recognised.isExact()) {
        residual.add(conjunct);
        named.add(new Residual(columns.named(conjunct), Residual.reason(recognised.check())));
      }
    }
    return new Pushed(query.withFilter(Predicate.all(checks)).withResiduals(named), residual);
  }

  /** Takes an order that begins with the time of submission, and the limit that belongs to it. */
  public static Optional<JobQuery> order(
      JobQuery query, List<RelFieldCollation> collation, RexNode offset, RexNode fetch) {
    final List<Order.Key> keys = new ArrayList<>();
    for (RelFieldCollation field : collation) {
      keys.add(
          new Order.Key(
              query.projection().get(field.getFieldIndex()),
              field.getDirection().isDescending(),
              field.nullDirection == RelFieldCollation.NullDirection.FIRST));
    }
    final boolean isOurs =
        !keys.isEmpty()
            && keys.get(0).column() == JobColumn.SUBMIT_TIME
            && keys.stream().noneMatch(key -> key.column() == JobColumn.MESSAGE);
    if (!isOurs || query.limit().isPresent()) {
      return Optional.empty();
    }
    final JobQuery ordered = query.withOrder(new Order(keys));
    return offset == null && fetch == null ? Optional.of(ordered) : limit(ordered, offset, fetch);
  }

  /** Takes a limit above the scan; empty if it has one, or the numbers are no plain values. */
  public static Optional<JobQuery> limit(JobQuery query, RexNode offset, RexNode fetch) {
    final boolean isPlain = isCount(offset) && isCount(fetch);
    return query.limit().isEmpty() && isPlain
        ? Optional.of(query.withLimit(new Limit(count(offset), count(fetch))))
        : Optional.empty();
  }

  /** The columns that a projection keeps, if it only keeps, repeats and reorders columns. */
  public static Optional<JobQuery> projection(JobQuery query, List<? extends RexNode> expressions) {
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
