package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.api.JobStatus;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparator;
import io.github.bedrockjdbc.adapter.pushdown.Check.Comparison;
import io.github.bedrockjdbc.adapter.pushdown.Check.Nullness;
import io.github.bedrockjdbc.adapter.pushdown.Check.Or;
import io.github.bedrockjdbc.adapter.pushdown.Operand.Constant;
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
final class Predicates {
  private final InputColumns columns;
  private final RexBuilder rexBuilder;

  /**
   * @param projection the column behind each input reference
   */
  Predicates(List<JobColumn> projection, RexBuilder rexBuilder) {
    this.columns = new InputColumns(projection);
    this.rexBuilder = rexBuilder;
  }

  /**
   * What the scan can check of a predicate.
   *
   * @param check holds at least where the predicate does
   * @param isExact whether it means the same as a filter, so that nothing is left to check above
   */
  record Recognised(Check check, boolean isExact) {
    private static final Recognised NOTHING = new Recognised(Check.And.TRUE, false);
  }

  /** Never fails: of what it does not know it checks nothing. */
  Recognised recognise(RexNode predicate) {
    return recognise(predicate, false);
  }

  private Recognised recognise(RexNode predicate, boolean negated) {
    if (predicate.isAlwaysTrue() || predicate.isAlwaysFalse()) {
      return new Recognised(
          predicate.isAlwaysTrue() != negated ? Check.And.TRUE : Check.Or.FALSE, true);
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
    final Stream<Check> checks = parts.stream().map(Recognised::check);
    if (!isOr) {
      return new Recognised(Check.all(checks.toList()), isExact);
    }
    final List<Check> any =
        checks.filter(check -> !check.equals(Check.Or.FALSE)).distinct().toList();
    return new Recognised(
        any.contains(Check.And.TRUE) ? Check.And.TRUE : any.size() == 1 ? any.get(0) : new Or(any),
        isExact);
  }

  private Optional<Check> leaf(RexNode predicate, boolean negated) {
    return switch (predicate.getKind()) {
      case IS_NULL, IS_NOT_NULL ->
          columns
              .column(operand(predicate, 0))
              .filter(column -> column != JobColumn.MESSAGE)
              .map(column -> new Nullness(column, predicate.isA(SqlKind.IS_NULL) != negated));
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          comparison(predicate, negated);
      case LIKE -> NamePredicate.like(predicate, columns, negated);
      default -> Optional.empty();
    };
  }

  private Optional<Check> comparison(RexNode predicate, boolean negated) {
    final Comparator written = comparator(predicate.getKind());
    final Comparator meant = negated ? written.negated() : written;
    final RexNode left = operand(predicate, 0);
    final RexNode right = operand(predicate, 1);
    return comparison(left, meant, right)
        .or(() -> comparison(right, meant.swapped(), left))
        .or(() -> TimePredicate.of(left, meant, right, columns))
        .or(() -> TimePredicate.of(right, meant.swapped(), left, columns))
        .or(() -> NamePredicate.position(left, meant, right, columns))
        .or(() -> NamePredicate.position(right, meant.swapped(), left, columns));
  }

  private Optional<Check> comparison(RexNode left, Comparator comparator, RexNode right) {
    return columns
        .column(left)
        .filter(column -> column != JobColumn.MESSAGE)
        .flatMap(
            column ->
                Operands.of(right, column.type())
                    .map(operand -> new Comparison(column, comparator, operand)));
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

  private static Check failed() {
    return new Comparison(
        JobColumn.STATUS, Comparator.EQUAL, new Constant(JobStatus.FAILED.wireName()));
  }

  static Comparator comparator(SqlKind kind) {
    return switch (kind) {
      case EQUALS -> Comparator.EQUAL;
      case NOT_EQUALS -> Comparator.NOT_EQUAL;
      case LESS_THAN -> Comparator.LESS;
      case LESS_THAN_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
      case GREATER_THAN -> Comparator.GREATER;
      case GREATER_THAN_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  static RexNode operand(RexNode call, int index) {
    return ((RexCall) call).getOperands().get(index);
  }
}
