package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.runtime.DecimalMath;
import io.github.bedrockjdbc.driver.runtime.DoubleMath;
import io.github.bedrockjdbc.driver.runtime.WholeMath;
import io.github.bedrockjdbc.driver.type.DecimalTypes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Makes calculations give what their types say: decimals have the digits of their type, a {@code
 * DOUBLE} is a number, and what is out of range fails. Calcite's quotients have 16 digits whatever
 * their type, and its doubles may become infinite.
 */
public final class NumberCalls extends ExpressionRewrite {
  private static final CodeFunction FIT = CodeFunction.of(DecimalMath.class, "fit");
  private static final CodeFunction DIVIDE = CodeFunction.of(DecimalMath.class, "divide");
  private static final CodeFunction MOD = CodeFunction.of(DecimalMath.class, "mod");
  private static final CodeFunction ROUND = CodeFunction.of(DecimalMath.class, "round");
  private static final CodeFunction TRUNCATE = CodeFunction.of(DecimalMath.class, "truncate");
  private static final CodeFunction FINITE = CodeFunction.of(DoubleMath.class, "finite");
  private static final CodeFunction REAL = CodeFunction.of(DoubleMath.class, "real");
  private static final CodeFunction ROUND_DOUBLE = CodeFunction.of(DoubleMath.class, "round");
  private static final CodeFunction ROUND_WHOLE = CodeFunction.of(WholeMath.class, "round");
  private static final CodeFunction TRUNCATE_WHOLE = CodeFunction.of(WholeMath.class, "truncate");
  private static final CodeFunction ABSOLUTE_WHOLE = CodeFunction.of(WholeMath.class, "absolute");

  /** Of doubles, by the names of the operators. */
  private static final Map<String, CodeFunction> DOUBLES =
      Map.ofEntries(
          Map.entry("+", CodeFunction.of(DoubleMath.class, "plus")),
          Map.entry("-", CodeFunction.of(DoubleMath.class, "minus")),
          Map.entry("*", CodeFunction.of(DoubleMath.class, "times")),
          Map.entry("/", CodeFunction.of(DoubleMath.class, "divide")),
          Map.entry("MOD", CodeFunction.of(DoubleMath.class, "mod")),
          Map.entry("%", CodeFunction.of(DoubleMath.class, "mod")),
          Map.entry("POWER", CodeFunction.of(DoubleMath.class, "power")),
          Map.entry("EXP", CodeFunction.of(DoubleMath.class, "exponential")),
          Map.entry("LN", CodeFunction.of(DoubleMath.class, "naturalLogarithm")),
          Map.entry("LOG10", CodeFunction.of(DoubleMath.class, "decimalLogarithm")),
          Map.entry("ROUND", CodeFunction.of(DoubleMath.class, "roundTo")),
          Map.entry("TRUNCATE", CodeFunction.of(DoubleMath.class, "truncateTo")));

  private static final Set<SqlKind> FUNCTIONS =
      EnumSet.of(SqlKind.OTHER_FUNCTION, SqlKind.CEIL, SqlKind.FLOOR);

  private final RexBuilder rexBuilder;

  public NumberCalls(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    final RelDataType type = call.getType();
    if (!call.getOperands().stream().allMatch(NumberCalls::isNumber)) {
      return call;
    }
    return switch (type.getSqlTypeName()) {
      case DECIMAL -> decimal(call, type);
      case DOUBLE, FLOAT -> approximate(call, type);
      case REAL -> real(call, type);
      case TINYINT, SMALLINT, INTEGER, BIGINT -> whole(call, type);
      default -> call;
    };
  }

  private RexNode decimal(RexCall call, RelDataType type) {
    final RexNode precision = number(type.getPrecision());
    final RexNode scale = number(type.getScale());
    return switch (call.getOperator().getName()) {
      case "/" -> DIVIDE.call(rexBuilder, type, exact(call, 0), exact(call, 1), precision, scale);
      case "MOD", "%" ->
          MOD.call(rexBuilder, type, exact(call, 0), exact(call, 1), precision, scale);
      case "ROUND" -> ROUND.call(rexBuilder, type, exact(call, 0), digits(call), precision, scale);
      case "TRUNCATE" ->
          TRUNCATE.call(rexBuilder, type, exact(call, 0), digits(call), precision, scale);
      case "SIGN" -> FIT.call(rexBuilder, type, call, number(DecimalTypes.DIGITS), scale);
      case "+", "-", "*", "FLOOR", "CEIL" -> FIT.call(rexBuilder, type, call, precision, scale);
      default -> call;
    };
  }

  private RexNode real(RexCall call, RelDataType type) {
    final RexNode computed = approximate(call, like(type, SqlTypeName.DOUBLE));
    return computed.equals(call) ? call : REAL.call(rexBuilder, type, computed);
  }

  private RexNode approximate(RexCall call, RelDataType type) {
    final CodeFunction function = DOUBLES.get(call.getOperator().getName());
    final List<RexNode> operands = call.getOperands();
    if (call.isA(SqlKind.MINUS_PREFIX)) {
      return FINITE.call(rexBuilder, type, call);
    }
    if (call.isA(SqlKind.CAST)
        || call.isA(SqlKind.PLUS_PREFIX)
        || (function == null && !isFunction(call))) {
      return call;
    }
    if (call.getOperator().getName().equals("ROUND") && operands.size() == 1) {
      return ROUND_DOUBLE.call(rexBuilder, type, as(SqlTypeName.DOUBLE, operands.get(0)));
    }
    if (function == null) {
      return FINITE.call(rexBuilder, type, call);
    }
    final boolean isRounding = call.getOperator().getName().matches("ROUND|TRUNCATE");
    final RexNode first = as(SqlTypeName.DOUBLE, operands.get(0));
    if (operands.size() == 1) {
      return isRounding
          ? function.call(rexBuilder, type, first, digits(call))
          : function.call(rexBuilder, type, first);
    }
    return function.call(
        rexBuilder,
        type,
        first,
        isRounding ? digits(call) : as(SqlTypeName.DOUBLE, operands.get(1)));
  }

  private RexNode whole(RexCall call, RelDataType type) {
    final CodeFunction function =
        switch (call.getOperator().getName()) {
          case "ABS" -> ABSOLUTE_WHOLE;
          case "ROUND" -> ROUND_WHOLE;
          case "TRUNCATE" -> TRUNCATE_WHOLE;
          default -> null;
        };
    if (function == null) {
      return call;
    }
    final RexNode value = as(SqlTypeName.BIGINT, call.getOperands().get(0));
    final RelDataType wide = like(type, SqlTypeName.BIGINT);
    final RexNode result =
        function.equals(ABSOLUTE_WHOLE)
            ? function.call(rexBuilder, wide, value)
            : function.call(rexBuilder, wide, value, digits(call));
    return rexBuilder.makeCast(type, result);
  }

  private static boolean isFunction(RexCall call) {
    return FUNCTIONS.contains(call.getKind()) && !(call.getOperator() instanceof CodeFunction);
  }

  private static boolean isNumber(RexNode operand) {
    return SqlTypeName.NUMERIC_TYPES.contains(operand.getType().getSqlTypeName());
  }

  private RexNode digits(RexCall rounding) {
    return rounding.getOperands().size() == 1
        ? number(0)
        : as(SqlTypeName.INTEGER, rounding.getOperands().get(1));
  }

  private RexNode exact(RexCall call, int operand) {
    final RexNode value = call.getOperands().get(operand);
    return value.getType().getSqlTypeName() == SqlTypeName.DECIMAL
        ? value
        : rexBuilder.makeCast(
            rexBuilder
                .getTypeFactory()
                .createTypeWithNullability(
                    rexBuilder.getTypeFactory().decimalOf(value.getType()),
                    value.getType().isNullable()),
            value);
  }

  private RexNode as(SqlTypeName wanted, RexNode value) {
    return value.getType().getSqlTypeName() == wanted
        ? value
        : rexBuilder.makeCast(like(value.getType(), wanted), value);
  }

  private RelDataType like(RelDataType type, SqlTypeName name) {
    return rexBuilder
        .getTypeFactory()
        .createTypeWithNullability(
            rexBuilder.getTypeFactory().createSqlType(name), type.isNullable());
  }

  private RexNode number(int value) {
    return rexBuilder.makeLiteral(
        value, rexBuilder.getTypeFactory().createSqlType(SqlTypeName.INTEGER), false);
  }
}
