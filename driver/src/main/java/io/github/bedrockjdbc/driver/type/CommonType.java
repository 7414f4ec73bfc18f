package io.github.bedrockjdbc.driver.type;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** The type of a value that has to go with others. */
public final class CommonType {
  private CommonType() {}

  /** The type of them all, else of the first; null if none says anything. */
  public static RelDataType of(List<RelDataType> types, RelDataTypeFactory factory) {
    final List<RelDataType> telling = types.stream().filter(CommonType::tells).toList();
    if (telling.isEmpty()) {
      return null;
    }
    final RelDataType common = factory.leastRestrictive(telling);
    return common == null
        ? telling.stream()
            .filter(type -> type.getSqlTypeName() == SqlTypeName.TIMESTAMP) // beside dates
            .findFirst()
            .orElse(telling.get(0))
        : common;
  }

  private static boolean tells(RelDataType type) {
    return type.getSqlTypeName() != SqlTypeName.NULL
        && type.getSqlTypeName() != SqlTypeName.UNKNOWN
        && type.getSqlTypeName() != SqlTypeName.ANY;
  }
}
