package io.github.bedrockjdbc.driver.function;

import io.github.bedrockjdbc.driver.type.DecimalTypes;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** {@code ROUND}, whose decimals have one digit more before the point: 99.95 becomes 100.0. */
final class Rounding extends SqlFunction {
  Rounding() {
    super(
        SqlStdOperatorTable.ROUND.getName(),
        SqlKind.OTHER_FUNCTION,
        Rounding::type,
        null,
        SqlStdOperatorTable.ROUND.getOperandTypeChecker(),
        SqlFunctionCategory.NUMERIC);
  }

  private static RelDataType type(SqlOperatorBinding call) {
    final RelDataType value = call.getOperandType(0);
    final boolean isNullable =
        call.collectOperandTypes().stream().anyMatch(RelDataType::isNullable);
    final RelDataType rounded =
        value.getSqlTypeName() == SqlTypeName.DECIMAL
            ? call.getTypeFactory()
                .createSqlType(
                    SqlTypeName.DECIMAL,
                    Math.min(value.getPrecision() + 1, DecimalTypes.DIGITS),
                    value.getScale())
            : value;
    return call.getTypeFactory().createTypeWithNullability(rounded, isNullable);
  }
}
