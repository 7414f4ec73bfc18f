package io.github.bedrockjdbc.driver.subquery;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.validate.SqlValidatorNamespace;
import org.apache.calcite.sql2rel.SqlToRelConverter;

/**
 * Converts subqueries that begin with WITH and end with ORDER BY. Calcite leaves out their order,
 * which nothing asks for, and looks for it then. Each recursion gets a table of its own.
 */
abstract class WithConversion extends SqlToRelConverter {
  private final Set<String> recursions = new HashSet<>();

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

  /** The rows of a recursion are kept under its name, which others of the statement may have. */
  @Override
  protected RelNode convertSetOp(SqlCall call) {
    final SqlValidatorNamespace namespace = validator.getNamespace(call);
    if (namespace == null || !(namespace.getEnclosingNode() instanceof SqlWithItem query)) {
      return super.convertSetOp(call);
    }
    final SqlIdentifier written = query.name;
    query.name = new SqlIdentifier(unique(written.getSimple()), written.getParserPosition());
    try {
      return super.convertSetOp(call);
    } finally {
      query.name = written;
    }
  }

  private String unique(String name) {
    String free = name;
    for (int i = 2; !recursions.add(free.toUpperCase(Locale.ROOT)); i++) {
      free = name + "$" + i;
    }
    return free;
  }
}
