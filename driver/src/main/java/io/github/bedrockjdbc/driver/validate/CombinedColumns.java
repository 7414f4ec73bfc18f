package io.github.bedrockjdbc.driver.validate;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;

/**
 * Refuses set operations whose queries have columns of types that nothing holds. Calcite does, too,
 * but looks for the column in the VALUES that a query is from, where it may not be.
 */
final class CombinedColumns {
  private CombinedColumns() {}

  /** Checks a set operation whose queries are validated. */
  static void check(SqlCall operation, SqlValidator validator) {
    final List<RelDataType> rows =
        operation.getOperandList().stream()
            .map(query -> validator.getNamespace(query).getRowType())
            .toList();
    final int width = rows.get(0).getFieldCount();
    if (rows.stream().anyMatch(row -> row.getFieldCount() != width)) {
      return; // Calcite says so
    }
    for (int i = 0; i < width; i++) {
      final int column = i;
      final List<RelDataType> types =
          rows.stream().map(row -> row.getFieldList().get(column).getType()).toList();
      if (!isCommon(types, validator)) {
        throw SqlMistake.at(
            operation.getParserPosition(),
            "column %d of %s is of the types %s, which are incompatible: cast them to one type"
                .formatted(
                    i + 1,
                    operation.getOperator().getName(),
                    types.stream()
                        .map(CombinedColumns::name)
                        .distinct()
                        .collect(Collectors.joining(" and "))));
      }
    }
  }

  private static String name(RelDataType type) {
    final String name = type.getSqlTypeName().getName();
    return type.getSqlTypeName() == SqlTypeName.ARRAY
        ? name(type.getComponentType()) + " " + name
        : name;
  }

  private static boolean isCommon(List<RelDataType> types, SqlValidator validator) {
    return validator.getTypeFactory().leastRestrictive(types) != null
        || validator.getTypeCoercion().getWiderTypeFor(types, true) != null;
  }
}
