package io.github.bedrockjdbc.driver.type;

import io.github.bedrockjdbc.driver.thread.PlanningThread;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Types whose texts can hold every character. */
public final class DriverTypes extends JavaTypeFactoryImpl {
  public DriverTypes() {
    super(new DriverTypeSystem());
  }

  /** All that derives types comes by here: the validator, the rules, the making of code. */
  @Override
  public RelDataType createTypeWithNullability(RelDataType type, boolean nullable) {
    PlanningThread.check();
    return super.createTypeWithNullability(type, nullable);
  }

  /** Calcite would ask for the usual precision, as if it was written. */
  @Override
  public RelDataType createSqlType(SqlTypeName name) {
    return name == SqlTypeName.DECIMAL
        ? createSqlType(
            name, getTypeSystem().getDefaultPrecision(name), getTypeSystem().getDefaultScale(name))
        : super.createSqlType(name);
  }

  /** {@code DECIMAL(5)} has no fraction; that of which nothing is said has one. */
  @Override
  public RelDataType createSqlType(SqlTypeName name, int precision) {
    return name == SqlTypeName.DECIMAL && precision != RelDataType.PRECISION_NOT_SPECIFIED
        ? createSqlType(name, precision, 0)
        : super.createSqlType(name, precision);
  }

  /** Of an interval that Calcite casts something to, it writes no more than the name. */
  @Override
  public RelDataType createSqlType(SqlTypeName name, int precision, int scale) {
    return SqlTypeName.INTERVAL_TYPES.contains(name)
        ? createSqlIntervalType(
            new SqlIntervalQualifier(
                name.getStartUnit(), precision, name.getEndUnit(), scale, SqlParserPos.ZERO))
        : super.createSqlType(name, precision, scale);
  }

  /** Digits that an interval has anyway make no other type. */
  @Override
  public RelDataType createSqlIntervalType(SqlIntervalQualifier units) {
    if (units.timeFrameName != null) {
      return super.createSqlIntervalType(units);
    }
    return super.createSqlIntervalType(
        new SqlIntervalQualifier(
            units.getStartUnit(),
            unlessUsual(
                units.getStartPrecisionPreservingDefault(),
                SqlTypeName.MAX_INTERVAL_START_PRECISION),
            units.timeUnitRange.endUnit,
            unlessUsual(
                units.getFractionalSecondPrecisionPreservingDefault(),
                getTypeSystem().getDefaultScale(units.typeName())),
            units.getParserPosition()));
  }

  /** One of nothing but NULL holds texts, as in PostgreSQL. */
  @Override
  public RelDataType createArrayType(RelDataType element, long maxCardinality) {
    return super.createArrayType(
        element.getSqlTypeName() == SqlTypeName.NULL
            ? createTypeWithNullability(createSqlType(SqlTypeName.VARCHAR), true)
            : element,
        maxCardinality);
  }

  private static int unlessUsual(int digits, int usual) {
    return digits == usual ? RelDataType.PRECISION_NOT_SPECIFIED : digits;
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /**
   * Decimals keep what is after the point. A date that is moved by hours is a time of day, as in
   * PostgreSQL; Calcite cuts the hours. No number is a time: Calcite counts days or milliseconds.
   */
  @Override
  public RelDataType leastRestrictive(List<RelDataType> types, SqlTypeMappingRule mappingRule) {
    if (DecimalTypes.areMixed(types)) {
      return DecimalTypes.common(this, types);
    }
    if (types.stream().anyMatch(SqlTypeUtil::isDatetime)
        && types.stream().anyMatch(SqlTypeUtil::isNumeric)) {
      return null;
    }
    final RelDataType common =
        super.leastRestrictive(
            MovedDates.areOne(types) ? MovedDates.asTimestamp(this, types) : types, mappingRule);
    return common != null && common.getSqlTypeName() == SqlTypeName.ARRAY
        ? array(common, types)
        : common;
  }

  /** Calcite forgets that some of several arrays, or of their elements, may be NULL. */
  private RelDataType array(RelDataType common, List<RelDataType> types) {
    final RelDataType element = common.getComponentType();
    final boolean mayHoldNull =
        types.stream()
            .map(RelDataType::getComponentType)
            .anyMatch(each -> each != null && each.isNullable());
    return createTypeWithNullability(
        createArrayType(
            createTypeWithNullability(element, element.isNullable() || mayHoldNull), -1),
        types.stream().anyMatch(RelDataType::isNullable));
  }
}
