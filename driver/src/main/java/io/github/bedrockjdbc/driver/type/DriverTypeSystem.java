package io.github.bedrockjdbc.driver.type;

import java.math.RoundingMode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Calcite's types, but for averages, as those of whole numbers are not cut to whole numbers, and
 * for times and timestamps, which keep their milliseconds if nothing else is said.
 */
final class DriverTypeSystem extends RelDataTypeSystemImpl {
  @Override
  public int getDefaultPrecision(SqlTypeName type) {
    return type == SqlTypeName.TIMESTAMP || type == SqlTypeName.TIME
        ? getMaxPrecision(type)
        : super.getDefaultPrecision(type);
  }

  @Override
  public int getMaxPrecision(SqlTypeName type) {
    return type == SqlTypeName.DECIMAL ? DecimalTypes.DIGITS : super.getMaxPrecision(type);
  }

  @Override
  public int getMaxScale(SqlTypeName type) {
    return type == SqlTypeName.DECIMAL ? DecimalTypes.DIGITS : super.getMaxScale(type);
  }

  /** As for quotients; a standard scale of 0 would silently cut, and PostgreSQL keeps all. */
  @Override
  public int getDefaultScale(SqlTypeName type) {
    return type == SqlTypeName.DECIMAL ? DecimalTypes.FRACTION : super.getDefaultScale(type);
  }

  @Override
  public RoundingMode roundingMode() {
    return RoundingMode.HALF_UP;
  }

  @Override
  public RelDataType deriveDecimalMultiplyType(
      RelDataTypeFactory types, RelDataType left, RelDataType right) {
    return DecimalTypes.product(types, left, right);
  }

  @Override
  public RelDataType deriveDecimalDivideType(
      RelDataTypeFactory types, RelDataType left, RelDataType right) {
    return DecimalTypes.quotient(types, left, right);
  }

  /** A text is never padded to the length of another one. */
  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }

  @Override
  public RelDataType deriveSumType(RelDataTypeFactory types, RelDataType argument) {
    final RelDataType sum =
        switch (argument.getSqlTypeName()) {
          case TINYINT, SMALLINT, INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
          case BIGINT -> types.createSqlType(SqlTypeName.DECIMAL, 38, 0);
          case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, 38, argument.getScale());
          default -> argument;
        };
    return types.createTypeWithNullability(sum, argument.isNullable());
  }

  @Override
  public RelDataType deriveAvgAggType(RelDataTypeFactory types, RelDataType argument) {
    if (IntervalFractions.areHidden(argument)) {
      return types.createTypeWithNullability(
          types.createSqlIntervalType(IntervalFractions.units(SqlParserPos.ZERO)),
          argument.isNullable());
    }
    return SqlTypeUtil.isExactNumeric(argument)
        ? types.createTypeWithNullability(
            types.createSqlType(SqlTypeName.DOUBLE), argument.isNullable())
        : super.deriveAvgAggType(types, argument);
  }
}
