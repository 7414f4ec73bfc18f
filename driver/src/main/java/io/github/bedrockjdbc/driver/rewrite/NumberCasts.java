package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.function.DecimalText;
import io.github.bedrockjdbc.driver.runtime.DecimalMath;
import io.github.bedrockjdbc.driver.runtime.DoubleMath;
import io.github.bedrockjdbc.driver.runtime.NumberTexts;
import io.github.bedrockjdbc.driver.runtime.WholeMath;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Casts between numbers and texts as PostgreSQL has them. Calcite leaves them to Java, which reads
 * {@code 1f} and {@code 0x1p3} as numbers, and writes {@code .5} and {@code 1.0E20}.
 */
public final class NumberCasts extends ExpressionRewrite {
  private static final CodeFunction DECIMAL_OF_DOUBLE =
      CodeFunction.of(DecimalMath.class, "ofDouble");
  private static final CodeFunction DECIMAL_OF_REAL = CodeFunction.of(DecimalMath.class, "ofReal");
  private static final CodeFunction DECIMAL_OF_TEXT = CodeFunction.of(NumberTexts.class, "decimal");
  private static final CodeFunction WHOLE_OF_DOUBLE = CodeFunction.of(WholeMath.class, "ofDouble");
  private static final CodeFunction WHOLE_OF_DECIMAL =
      CodeFunction.of(WholeMath.class, "ofDecimal");
  private static final CodeFunction WHOLE_OF_TEXT = CodeFunction.of(NumberTexts.class, "whole");
  private static final CodeFunction DOUBLE_OF_TEXT =
      CodeFunction.of(NumberTexts.class, "approximate");
  private static final CodeFunction REAL = CodeFunction.of(DoubleMath.class, "real");
  private static final CodeFunction TEXT_OF_DOUBLE = CodeFunction.of(NumberTexts.class, "ofDouble");
  private static final CodeFunction TEXT_OF_REAL = CodeFunction.of(NumberTexts.class, "ofReal");

  private final RexBuilder rexBuilder;

  public NumberCasts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (!isPlainCast(call)) {
      return call;
    }
    final RexNode value = call.getOperands().get(0);
    final RelDataType to = call.getType();
    return switch (to.getSqlTypeName()) {
      case DECIMAL -> decimal(value, to, call);
      case TINYINT, SMALLINT, INTEGER, BIGINT -> whole(value, to, call);
      case DOUBLE, FLOAT -> isText(value) ? DOUBLE_OF_TEXT.call(rexBuilder, to, value) : call;
      case REAL -> real(value, to, call);
      case CHAR, VARCHAR -> text(value, to, call);
      default -> call;
    };
  }

  private RexNode decimal(RexNode value, RelDataType to, RexCall call) {
    final CodeFunction function =
        switch (value.getType().getSqlTypeName()) {
          case DOUBLE, FLOAT -> DECIMAL_OF_DOUBLE;
          case REAL -> DECIMAL_OF_REAL;
          case CHAR, VARCHAR -> DECIMAL_OF_TEXT;
          default -> null;
        };
    return function == null
        ? call
        : function.call(rexBuilder, to, value, number(to.getPrecision()), number(to.getScale()));
  }

  private RexNode whole(RexNode value, RelDataType to, RexCall call) {
    final CodeFunction function =
        switch (value.getType().getSqlTypeName()) {
          case DOUBLE, FLOAT, REAL -> WHOLE_OF_DOUBLE;
          case DECIMAL -> WHOLE_OF_DECIMAL;
          case CHAR, VARCHAR -> WHOLE_OF_TEXT;
          default -> null;
        };
    return function == null
        ? call
        : rexBuilder.makeCast(
            to, function.call(rexBuilder, like(value, SqlTypeName.BIGINT), value));
  }

  private RexNode real(RexNode value, RelDataType to, RexCall call) {
    return switch (value.getType().getSqlTypeName()) {
      case DOUBLE, FLOAT -> REAL.call(rexBuilder, to, value);
      case CHAR, VARCHAR ->
          REAL.call(
              rexBuilder,
              to,
              DOUBLE_OF_TEXT.call(rexBuilder, like(value, SqlTypeName.DOUBLE), value));
      default -> call;
    };
  }

  private RexNode text(RexNode value, RelDataType to, RexCall call) {
    final RelDataType text = like(value, SqlTypeName.VARCHAR);
    return switch (value.getType().getSqlTypeName()) {
      case DECIMAL -> rexBuilder.makeCast(to, DecimalText.of(value, rexBuilder));
      case DOUBLE, FLOAT -> rexBuilder.makeCast(to, TEXT_OF_DOUBLE.call(rexBuilder, text, value));
      case REAL -> rexBuilder.makeCast(to, TEXT_OF_REAL.call(rexBuilder, text, value));
      default -> call;
    };
  }

  private static boolean isText(RexNode value) {
    return SqlTypeName.CHAR_TYPES.contains(value.getType().getSqlTypeName());
  }

  private RelDataType like(RexNode value, SqlTypeName name) {
    return rexBuilder
        .getTypeFactory()
        .createTypeWithNullability(
            rexBuilder.getTypeFactory().createSqlType(name), value.getType().isNullable());
  }

  private RexNode number(int value) {
    return rexBuilder.makeLiteral(
        value, rexBuilder.getTypeFactory().createSqlType(SqlTypeName.INTEGER), false);
  }
}
