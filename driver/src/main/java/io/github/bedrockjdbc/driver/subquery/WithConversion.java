package io.github.bedrockjdbc.driver.subquery;

import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql2rel.SqlToRelConverter;

/**
 * Converts subqueries that begin with WITH and end with ORDER BY. Calcite leaves out their order,
 * which nothing asks for, and looks for it then.
 */
abstract class WithConversion extends SqlToRelConverter {
  WithConversion(ConverterParts parts) {
    super(
        (type, query, schemaPath, viewPath) -> {
          throw new UnsupportedOperationException("There are no views");
        },
        parts.validator(),
        parts.catalog(),
        parts.cluster(),
        parts.convertlets(),
        parts.config());
  }

  @Override
  public RelRoot convertWith(SqlWith with, boolean top) {
    return top ? super.convertWith(with, true) : convertQueryRecursive(with.body, false, null);
  }
}
