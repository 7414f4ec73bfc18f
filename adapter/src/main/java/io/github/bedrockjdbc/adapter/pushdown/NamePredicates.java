package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.ComparisonOperator;
import io.github.bedrockjdbc.adapter.predicate.Contains;
import io.github.bedrockjdbc.adapter.predicate.Like;
import io.github.bedrockjdbc.adapter.predicate.Operands;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.type.SqlTypeName;

/** Recognises {@code LIKE} and {@code POSITION} over a text column. */
final class NamePredicates {
  private NamePredicates() {}

  /** {@code column LIKE pattern [ESCAPE 'c']}, with regard to case. */
  static Optional<Predicate> like(RexNode predicate, InputColumns columns, boolean negated) {
    final RexCall call = (RexCall) predicate;
    final List<RexNode> operands = call.getOperands();
    if (!(call.getOperator() instanceof SqlLikeOperator like) || !like.isCaseSensitive()) {
      return Optional.empty();
    }
    final Optional<String> escape =
        operands.size() == 3 ? literal(operands.get(2)) : Optional.of("");
    final boolean isSupported = escape.isPresent() && escape.get().length() < 2;
    return text(operands.get(0), columns)
        .filter(column -> isSupported)
        .flatMap(
            column ->
                Operands.text(operands.get(1))
                    .map(
                        pattern ->
                            new Like(
                                column,
                                pattern,
                                escape.get().isEmpty() ? null : escape.get(),
                                negated != like.isNegated())));
  }

  /** {@code POSITION(text IN column) > 0}, and the ways to write that or its opposite. */
  static Optional<Predicate> position(
      RexNode left, ComparisonOperator operator, RexNode right, InputColumns columns) {
    if (!left.isA(SqlKind.POSITION) || ((RexCall) left).getOperands().size() != 2) {
      return Optional.empty();
    }
    final Optional<Long> number =
        right instanceof RexLiteral literal
                && SqlTypeName.INT_TYPES.contains(literal.getType().getSqlTypeName())
                && !literal.isNull()
            ? Optional.of(literal.getValueAs(BigDecimal.class)).map(BigDecimal::longValue)
            : Optional.empty();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    final long bound = number.get();
    final boolean isFound =
        (operator == ComparisonOperator.GREATER && bound == 0)
            || (operator == ComparisonOperator.GREATER_OR_EQUAL && bound == 1)
            || (operator == ComparisonOperator.NOT_EQUAL && bound == 0);
    final boolean isMissed =
        (operator == ComparisonOperator.EQUAL && bound == 0)
            || (operator == ComparisonOperator.LESS && bound == 1)
            || (operator == ComparisonOperator.LESS_OR_EQUAL && bound == 0);
    if (!isFound && !isMissed) {
      return Optional.empty();
    }
    return text(PredicateExtractor.operand(left, 1), columns)
        .flatMap(
            column ->
                Operands.text(PredicateExtractor.operand(left, 0))
                    .map(text -> new Contains(column, text, isMissed)));
  }

  private static Optional<JobColumn> text(RexNode expression, InputColumns columns) {
    return columns
        .column(expression)
        .filter(c -> c.type() == SqlTypeName.VARCHAR && c != JobColumn.MESSAGE);
  }

  private static Optional<String> literal(RexNode expression) {
    return expression instanceof RexLiteral literal
        ? Optional.ofNullable(literal.getValueAs(String.class))
        : Optional.empty();
  }
}
