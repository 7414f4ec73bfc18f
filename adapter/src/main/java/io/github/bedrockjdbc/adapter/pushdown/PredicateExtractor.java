package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.Comparison;
import io.github.bedrockjdbc.adapter.predicate.ComparisonOperator;
import io.github.bedrockjdbc.adapter.predicate.NullTest;
import io.github.bedrockjdbc.adapter.predicate.Operand.Constant;
import io.github.bedrockjdbc.adapter.predicate.Operands;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/** Recognises predicates that the scan can check, and what it can check of the others. Pure. */
final class PredicateExtractor {
  private final InputColumns columns;
  private final RexBuilder rexBuilder;

  /**
   * @param projection the column behind each input reference
   */
  PredicateExtractor(List<JobColumn> projection, RexBuilder rexBuilder) {
    this.columns = new InputColumns(projection);
    this.rexBuilder = rexBuilder;
  }

  /**
   * What the scan can check of a predicate.
   *
   * @param check holds at least where the predicate does
   * @param isExact whether it means the same as a filter, so that nothing is left to check above
   */
  record Recognised(Predicate check, boolean isExact) {
    private static final Recognised NOTHING = new Recognised(And.TRUE, false);
  }

  /** Never fails: of what it does not know it checks nothing. */
  Recognised recognise(RexNode predicate) {
    return recognise(predicate, false);
  }

  private Recognised recognise(RexNode predicate, boolean negated) {
    if (predicate.isAlwaysTrue() || predicate.isAlwaysFalse()) {
      return new Recognised(predicate.isAlwaysTrue() != negated ? And.TRUE : Or.FALSE, true);
    }
    return switch (predicate.getKind()) {
      case AND -> combined(predicate, negated, negated);
      case OR -> combined(predicate, negated, !negated);
      case NOT -> recognise(operand(predicate, 0), !negated);
      case IS_TRUE -> negated ? Recognised.NOTHING : recognise(operand(predicate, 0), false);
      case SEARCH -> recognise(RexUtil.expandSearch(rexBuilder, null, predicate), negated);
      default ->
          leaf(predicate, negated)
              .map(check -> new Recognised(check, true))
              .orElseGet(() -> ofMessage(predicate, negated));
    };
  }

  private Recognised combined(RexNode predicate, boolean negated, boolean isOr) {
    final List<Recognised> parts =
        ((RexCall) predicate).getOperands().stream().map(part -> recognise(part, negated)).toList();
    final boolean isExact = parts.stream().allMatch(Recognised::isExact);
    final Stream<Predicate> checks = parts.stream().map(Recognised::check);
    if (!isOr) {
      return new Recognised(Predicate.all(checks.toList()), isExact);
    }
    final List<Predicate> any = checks.filter(check -> !check.isFalse()).distinct().toList();
    return new Recognised(
        any.contains(And.TRUE) ? And.TRUE : any.size() == 1 ? any.get(0) : new Or(any), isExact);
  }

  private Optional<Predicate> leaf(RexNode predicate, boolean negated) {
    return switch (predicate.getKind()) {
      case IS_NULL, IS_NOT_NULL ->
          columns
              .column(operand(predicate, 0))
              .filter(column -> column != JobColumn.MESSAGE)
              .map(column -> new NullTest(column, predicate.isA(SqlKind.IS_NULL) != negated));
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          comparison(predicate, negated);
      case LIKE -> NamePredicates.like(predicate, columns, negated);
      default -> Optional.empty();
    };
  }

  private Optional<Predicate> comparison(RexNode predicate, boolean negated) {
    final ComparisonOperator written = operator(predicate.getKind());
    final ComparisonOperator meant = negated ? written.negated() : written;
    final RexNode left = operand(predicate, 0);
    final RexNode right = operand(predicate, 1);
    return comparison(left, meant, right)
        .or(() -> comparison(right, meant.swapped(), left))
        .or(() -> PeriodPredicates.of(left, meant, right, columns))
        .or(() -> PeriodPredicates.of(right, meant.swapped(), left, columns))
        .or(() -> NamePredicates.position(left, meant, right, columns))
        .or(() -> NamePredicates.position(right, meant.swapped(), left, columns));
  }

  private Optional<Predicate> comparison(RexNode left, ComparisonOperator operator, RexNode right) {
    return columns
        .column(left)
        .filter(column -> column != JobColumn.MESSAGE)
        .flatMap(
            column ->
                Operands.of(right, column.type())
                    .map(operand -> new Comparison(column, operator, operand)));
  }

  /**
   * The message is read only for rows that the scan keeps, so it is checked above. But only failed
   * jobs have one, and what is not true for null can be true for these alone.
   */
  private Recognised ofMessage(RexNode predicate, boolean negated) {
    final boolean needsMessage =
        switch (predicate.getKind()) {
          case IS_NOT_NULL -> !negated;
          case IS_NULL -> negated;
          case EQUALS,
              NOT_EQUALS,
              LESS_THAN,
              LESS_THAN_OR_EQUAL,
              GREATER_THAN,
              GREATER_THAN_OR_EQUAL,
              LIKE ->
              true;
          default -> false;
        };
    return needsMessage
            && ((RexCall) predicate)
                .getOperands().stream()
                    .anyMatch(o -> columns.column(o).filter(JobColumn.MESSAGE::equals).isPresent())
        ? new Recognised(failed(), false)
        : Recognised.NOTHING;
  }

  private static Predicate failed() {
    return new Comparison(
        JobColumn.STATUS, ComparisonOperator.EQUAL, new Constant(JobStatus.FAILED.wireName()));
  }

  static ComparisonOperator operator(SqlKind kind) {
    return switch (kind) {
      case EQUALS -> ComparisonOperator.EQUAL;
      case NOT_EQUALS -> ComparisonOperator.NOT_EQUAL;
      case LESS_THAN -> ComparisonOperator.LESS;
      case LESS_THAN_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
      case GREATER_THAN -> ComparisonOperator.GREATER;
      case GREATER_THAN_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  static RexNode operand(RexNode call, int index) {
    return ((RexCall) call).getOperands().get(index);
  }
}
