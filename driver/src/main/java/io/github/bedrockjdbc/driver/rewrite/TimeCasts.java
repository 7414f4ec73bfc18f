package io.github.bedrockjdbc.driver.rewrite;

import io.github.bedrockjdbc.driver.function.CodeFunction;
import io.github.bedrockjdbc.driver.time.TimeTexts;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** Reads texts as times wherever they come from in the forms in which literals are read. */
public final class TimeCasts extends ExpressionRewrite {
  private static final CodeFunction TIMESTAMP = CodeFunction.of(TimeTexts.class, "timestamp");
  private static final CodeFunction DATE = CodeFunction.of(TimeTexts.class, "date");
  private static final CodeFunction TIME = CodeFunction.of(TimeTexts.class, "time");
  private static final CodeFunction TEXT_OF_TIME = CodeFunction.of(TimeTexts.class, "ofTime");

  private final RexBuilder rexBuilder;

  public TimeCasts(RexBuilder rexBuilder) {
    this.rexBuilder = rexBuilder;
  }

  @Override
  RexNode rewritten(RexCall call) {
    if (!isPlainCast(call)) {
      return call;
    }
    final RexNode value = call.getOperands().get(0);
    final RelDataType to = call.getType();
    if (value.getType().getSqlTypeName() == SqlTypeName.TIME
        && SqlTypeName.CHAR_TYPES.contains(to.getSqlTypeName())) {
      return rexBuilder.makeCast(
          to, TEXT_OF_TIME.call(rexBuilder, like(value, SqlTypeName.VARCHAR), value));
    }
    if (!SqlTypeName.CHAR_TYPES.contains(value.getType().getSqlTypeName())) {
      return call;
    }
    return switch (to.getSqlTypeName()) {
      case TIMESTAMP ->
          rexBuilder.makeCast(
              to, TIMESTAMP.call(rexBuilder, like(value, SqlTypeName.TIMESTAMP), value));
      case DATE -> DATE.call(rexBuilder, to, value);
      case TIME -> TIME.call(rexBuilder, to, value);
      default -> call;
    };
  }

  private RelDataType like(RexNode value, SqlTypeName name) {
    return rexBuilder
        .getTypeFactory()
        .createTypeWithNullability(
            rexBuilder.getTypeFactory().createSqlType(name), value.getType().isNullable());
  }
}
