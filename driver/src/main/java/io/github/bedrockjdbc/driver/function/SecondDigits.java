package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.driver.time.TimeMath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/** Times with fewer digits of a second than they have. */
final class SecondDigits {
  private static final Map<SqlTypeName, CodeFunction> CUT =
      Map.of(
          SqlTypeName.TIMESTAMP,
          CodeFunction.of(TimeMath.class, "cut"),
          SqlTypeName.TIME,
          CodeFunction.of(TimeMath.class, "cutInDay"));

  private static final Map<SqlTypeName, CodeFunction> ROUNDING =
      Map.of(
          SqlTypeName.TIMESTAMP,
          CodeFunction.of(TimeMath.class, "round"),
          SqlTypeName.TIME,
          CodeFunction.of(TimeMath.class, "roundInDay"));

  private SecondDigits() {}

  /** The least that so many digits show, in milliseconds. */
  static BigDecimal least(int digits) {
    return BigDecimal.TEN.pow(Math.max(0, TableColumn.FRACTION_DIGITS - digits));
  }

  /** To the nearest, where Calcite cuts. */
  static RexNode cast(SqlRexContext context, SqlCall call, RelDataType type) {
    if (type == null
        || !ROUNDING.containsKey(type.getSqlTypeName())
        || type.getPrecision() >= TableColumn.FRACTION_DIGITS) {
      return StandardConvertletTable.INSTANCE.get(call).convertCall(context, call);
    }
    final RexNode time =
        context
            .getRexBuilder()
            .makeCast(withMillis(context, type), context.convertExpression(call.operand(0)));
    return shortened(ROUNDING, time, type, context.getRexBuilder());
  }

  /**
   * {@code CURRENT_TIMESTAMP(0)}: never in the future, hence cut, where Calcite keeps all digits.
   */
  static RexNode clock(SqlRexContext context, SqlCall call) {
    final RelDataType type = context.getValidator().getValidatedNodeType(call);
    final RexNode now =
        context.getRexBuilder().makeCall(withMillis(context, type), call.getOperator(), List.of());
    return type.getPrecision() >= TableColumn.FRACTION_DIGITS
        ? now
        : shortened(CUT, now, type, context.getRexBuilder());
  }

  private static RexNode shortened(
      Map<SqlTypeName, CodeFunction> by, RexNode time, RelDataType type, RexBuilder rexBuilder) {
    return by.get(type.getSqlTypeName())
        .call(rexBuilder, type, time, rexBuilder.makeExactLiteral(least(type.getPrecision())));
  }

  private static RelDataType withMillis(SqlRexContext context, RelDataType type) {
    return context
        .getTypeFactory()
        .createTypeWithNullability(
            context.getTypeFactory().createSqlType(type.getSqlTypeName()), type.isNullable());
  }
}
