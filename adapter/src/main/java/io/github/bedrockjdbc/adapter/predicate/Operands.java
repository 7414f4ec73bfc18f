package io.github.bedrockjdbc.adapter.predicate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/** Recognises row expressions that are values: literals, parameters, and times made of them. */
public final class Operands {
  private static final String DATE_OR_TIMESTAMP =
      "\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?)?";

  private Operands() {}

  /** A value to compare a column of this type with; times in milliseconds. */
  public static Optional<Operand> of(RexNode expression, SqlTypeName columnType) {
    return switch (columnType) {
      case VARCHAR -> text(expression);
      case INTEGER, BIGINT -> number(expression);
      case TIMESTAMP -> time(expression);
      default -> Optional.empty();
    };
  }

  /** A text; not one that a type pads with blanks. */
  public static Optional<Operand> text(RexNode expression) {
    final RelDataType type = expression.getType();
    if (expression instanceof RexDynamicParam parameter
        && type.getSqlTypeName() == SqlTypeName.VARCHAR) {
      return Optional.of(new Operand.Parameter(parameter.getIndex()));
    }
    if (expression instanceof RexLiteral literal && literal.getTypeName() == SqlTypeName.CHAR) {
      final String value = literal.getValueAs(String.class);
      final boolean isPadded =
          value != null
              && type.getSqlTypeName() == SqlTypeName.CHAR
              && type.getPrecision() != value.length();
      return isPadded ? Optional.empty() : Optional.of(new Operand.Constant(value));
    }
    return expression instanceof RexCall call
            && call.getOperator().equals(SqlStdOperatorTable.CONCAT)
        ? joined(call)
        : Optional.empty();
  }

  private static Optional<Operand> joined(RexCall concatenation) {
    final List<Operand> parts = new ArrayList<>();
    for (RexNode operand : concatenation.getOperands()) {
      final Optional<Operand> part = text(operand);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(new Operand.Joined(parts));
  }

  private static Optional<Operand> number(RexNode expression) {
    if (expression instanceof RexDynamicParam parameter && isWhole(parameter.getType())) {
      return Optional.of(new Operand.Parameter(parameter.getIndex()));
    }
    if (expression instanceof RexLiteral literal && isWhole(literal.getType())) {
      final BigDecimal value = literal.getValueAs(BigDecimal.class);
      return Optional.of(new Operand.Constant(value == null ? null : value.longValueExact()));
    }
    return Optional.empty();
  }

  private static boolean isWhole(RelDataType type) {
    return SqlTypeName.INT_TYPES.contains(type.getSqlTypeName());
  }

  /** A time in milliseconds; dates count as their first moment. */
  public static Optional<Operand> time(RexNode expression) {
    final SqlTypeName type = expression.getType().getSqlTypeName();
    if (type != SqlTypeName.TIMESTAMP && type != SqlTypeName.DATE) {
      return Optional.empty();
    }
    if (expression instanceof RexLiteral literal) {
      return Optional.of(new Operand.Constant(millis(literal)));
    }
    if (expression instanceof RexDynamicParam parameter) {
      final Operand given = new Operand.Parameter(parameter.getIndex());
      return Optional.of(
          type == SqlTypeName.DATE ? new Operand.Linear(given, Binding.MILLIS_OF_DAY, 0) : given);
    }
    return expression instanceof RexCall call ? timeOf(call) : Optional.empty();
  }

  private static Long millis(RexLiteral literal) {
    if (literal.isNull()) {
      return null;
    }
    return literal.getTypeName() == SqlTypeName.DATE
        ? literal.getValueAs(DateString.class).getDaysSinceEpoch() * Binding.MILLIS_OF_DAY
        : (Long) literal.getValueAs(TimestampString.class).getMillisSinceEpoch();
  }

  private static Optional<Operand> timeOf(RexCall call) {
    final String name = call.getOperator().getName();
    if (call.getOperands().isEmpty()) {
      return switch (name) {
        case "CURRENT_TIMESTAMP", "LOCALTIMESTAMP" -> Optional.of(new Operand.Now(false));
        case "CURRENT_DATE" -> Optional.of(new Operand.Now(true));
        default -> Optional.empty();
      };
    }
    if (call.isA(SqlKind.CAST)) {
      return timeOfCast(call);
    }
    return call.getOperands().size() == 2 && (call.isA(SqlKind.MINUS) || call.isA(SqlKind.PLUS))
        ? moved(call)
        : Optional.empty();
  }

  /** A date that is moved by a part of a day, and stays a date, is what Calcite makes of it. */
  private static Optional<Operand> moved(RexCall call) {
    final boolean isDate = call.getType().getSqlTypeName() == SqlTypeName.DATE;
    return millisOf(call.getOperands().get(1))
        .filter(move -> !isDate || move % Binding.MILLIS_OF_DAY == 0)
        .flatMap(
            move ->
                time(call.getOperands().get(0))
                    .map(time -> time.plus(call.isA(SqlKind.MINUS) ? -move : move)));
  }

  /** Of an interval that has the same length wherever it begins. */
  private static Optional<Long> millisOf(RexNode expression) {
    if (!(expression instanceof RexLiteral interval)
        || !SqlTypeName.DAY_INTERVAL_TYPES.contains(interval.getType().getSqlTypeName())
        || interval.isNull()) {
      return Optional.empty();
    }
    final BigDecimal millis = interval.getValueAs(BigDecimal.class);
    return Optional.of(millis.longValue())
        .filter(whole -> millis.compareTo(BigDecimal.valueOf(whole)) == 0);
  }

  /** Casts that keep the moment, and those of literals that are written as times. */
  private static Optional<Operand> timeOfCast(RexCall cast) {
    final RexNode from = cast.getOperands().get(0);
    final SqlTypeName source = from.getType().getSqlTypeName();
    final boolean toTimestamp = cast.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP;
    if (from instanceof RexLiteral literal && literal.getTypeName() == SqlTypeName.CHAR) {
      final String text = literal.getValueAs(String.class);
      return text != null && toTimestamp && text.matches(DATE_OR_TIMESTAMP)
          ? parsed(text)
          : Optional.empty();
    }
    final boolean isSame =
        source == cast.getType().getSqlTypeName()
            && cast.getType().getPrecision() >= from.getType().getPrecision();
    final boolean keepsMoment = isSame || (toTimestamp && source == SqlTypeName.DATE);
    return keepsMoment ? time(from) : Optional.empty();
  }

  private static Optional<Operand> parsed(String text) {
    try {
      return Optional.of(new Operand.Constant(DateTimeUtils.timestampStringToUnixDate(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Calcite will say so when it runs
    }
  }
}
