package io.github.bedrockjdbc.driver.type;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The type of a date and an interval with a part of a day, added or subtracted: a timestamp. In
 * Calcite it is a date, from which some paths cut the hours and others do not.
 */
final class MovedDates {
  private MovedDates() {}

  /** Whether these are the operands' types of such a sum. */
  static boolean areOne(List<RelDataType> types) {
    return types.size() == 2
        && types.stream().anyMatch(type -> type.getSqlTypeName() == SqlTypeName.DATE)
        && types.stream().anyMatch(MovedDates::hasTimeOfDay);
  }

  /** The same types, with the timestamp of its first moment for the date. */
  static List<RelDataType> asTimestamp(RelDataTypeFactory factory, List<RelDataType> types) {
    return types.stream()
        .map(
            type ->
                type.getSqlTypeName() == SqlTypeName.DATE
                    ? factory.createTypeWithNullability(
                        factory.createSqlType(SqlTypeName.TIMESTAMP), type.isNullable())
                    : type)
        .toList();
  }

  private static boolean hasTimeOfDay(RelDataType type) {
    return SqlTypeName.DAY_INTERVAL_TYPES.contains(type.getSqlTypeName())
        && type.getSqlTypeName() != SqlTypeName.INTERVAL_DAY;
  }
}
