package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.runtime.NumberTexts;
import java.math.BigDecimal;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** A decimal as a text: with as many digits after the point as its type has. */
public final class DecimalText {
  private static final CodeFunction TEXT = CodeFunction.of(NumberTexts.class, "ofDecimal");

  private DecimalText() {}

  public static RexNode of(RexNode decimal, RexBuilder rexBuilder) {
    final RelDataTypeFactory types = rexBuilder.getTypeFactory();
    final RelDataType text =
        types.createTypeWithNullability(
            types.createSqlType(SqlTypeName.VARCHAR), decimal.getType().isNullable());
    return TEXT.call(
        rexBuilder,
        text,
        decimal,
        rexBuilder.makeExactLiteral(
            BigDecimal.valueOf(decimal.getType().getScale()),
            types.createSqlType(SqlTypeName.INTEGER)));
  }
}
