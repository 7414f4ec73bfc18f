package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.predicate.Comparison;
import io.github.bedrockjdbc.adapter.predicate.ComparisonOperator;
import io.github.bedrockjdbc.adapter.predicate.Operand;
import io.github.bedrockjdbc.adapter.predicate.Operand.Constant;
import io.github.bedrockjdbc.adapter.predicate.Operands;
import io.github.bedrockjdbc.adapter.predicate.Or;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Recognises comparisons of a time column's day, month or year: {@code CAST(t AS DATE)}, {@code
 * FLOOR(t TO unit)}, {@code EXTRACT(YEAR FROM t)}. Each is a comparison of the time itself with the
 * start of that period, or of the next.
 */
final class PeriodPredicates {
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9998;

  private PeriodPredicates() {}

  /** Empty if it is none of these. */
  static Optional<Predicate> of(
      RexNode left, ComparisonOperator operator, RexNode right, InputColumns columns) {
    return switch (left.getKind()) {
      case CAST -> ofDate(left, operator, right, columns);
      case FLOOR -> ofFloor(left, operator, right, columns);
      case EXTRACT -> ofYear(left, operator, right, columns);
      default -> Optional.empty();
    };
  }

  private static Optional<Predicate> ofDate(
      RexNode cast, ComparisonOperator operator, RexNode right, InputColumns columns) {
    final boolean isDate =
        cast.getType().getSqlTypeName() == SqlTypeName.DATE
            && right.getType().getSqlTypeName() == SqlTypeName.DATE;
    return time(PredicateExtractor.operand(cast, 0), columns)
        .filter(column -> isDate)
        .flatMap(
            column ->
                Operands.time(right)
                    .map(day -> period(column, operator, day, day.plus(Binding.MILLIS_OF_DAY))));
  }

  private static Optional<Predicate> ofFloor(
      RexNode floor, ComparisonOperator operator, RexNode right, InputColumns columns) {
    if (((RexCall) floor).getOperands().size() != 2
        || !(PredicateExtractor.operand(floor, 1) instanceof RexLiteral flag)
        || !(right instanceof RexLiteral literal)
        || literal.getTypeName() != SqlTypeName.TIMESTAMP
        || literal.isNull()) {
      return Optional.empty();
    }
    final Long start = (Long) Operands.time(literal).orElseThrow().bind(null);
    final Optional<Long> next = next(start, flag.getValueAs(TimeUnitRange.class));
    return time(PredicateExtractor.operand(floor, 0), columns)
        .filter(column -> next.isPresent())
        .map(column -> period(column, operator, new Constant(start), new Constant(next.get())));
  }

  /** The start of the period after the one that starts here; empty if none starts here. */
  private static Optional<Long> next(long start, TimeUnitRange unit) {
    final LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(start), ZoneOffset.UTC);
    final LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case SECOND -> fixed(start, 1_000);
      case MINUTE -> fixed(start, 60_000);
      case HOUR -> fixed(start, 3_600_000);
      case DAY -> fixed(start, Binding.MILLIS_OF_DAY);
      case MONTH ->
          time.equals(day.withDayOfMonth(1))
              ? Optional.of(millis(time.plusMonths(1)))
              : Optional.empty();
      case YEAR ->
          time.equals(day.withDayOfYear(1))
              ? Optional.of(millis(time.plusYears(1)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Long> fixed(long start, long length) {
    return Math.floorMod(start, length) == 0 ? Optional.of(start + length) : Optional.empty();
  }

  private static Optional<Predicate> ofYear(
      RexNode extract, ComparisonOperator operator, RexNode right, InputColumns columns) {
    if (!(PredicateExtractor.operand(extract, 0) instanceof RexLiteral flag)
        || flag.getValueAs(TimeUnitRange.class) != TimeUnitRange.YEAR
        || !(right instanceof RexLiteral literal)
        || !SqlTypeName.INT_TYPES.contains(literal.getType().getSqlTypeName())
        || literal.isNull()) {
      return Optional.empty();
    }
    final long year = literal.getValueAs(BigDecimal.class).longValueExact();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    return time(PredicateExtractor.operand(extract, 1), columns)
        .map(column -> period(column, operator, startOf(year), startOf(year + 1)));
  }

  private static Constant startOf(long year) {
    return new Constant(millis(LocalDateTime.of((int) year, 1, 1, 0, 0)));
  }

  /** A comparison with the period from start to next is one with its ends. */
  private static Predicate period(
      JobColumn column, ComparisonOperator operator, Operand start, Operand next) {
    final Predicate fromStart = new Comparison(column, ComparisonOperator.GREATER_OR_EQUAL, start);
    final Predicate fromNext = new Comparison(column, ComparisonOperator.GREATER_OR_EQUAL, next);
    final Predicate beforeStart = new Comparison(column, ComparisonOperator.LESS, start);
    final Predicate beforeNext = new Comparison(column, ComparisonOperator.LESS, next);
    return switch (operator) {
      case EQUAL -> new And(List.of(fromStart, beforeNext));
      case NOT_EQUAL -> new Or(List.of(beforeStart, fromNext));
      case LESS -> beforeStart;
      case LESS_OR_EQUAL -> beforeNext;
      case GREATER -> fromNext;
      case GREATER_OR_EQUAL -> fromStart;
    };
  }

  private static Optional<JobColumn> time(RexNode expression, InputColumns columns) {
    return columns.column(expression).filter(c -> c.type() == SqlTypeName.TIMESTAMP);
  }

  private static long millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
