package io.github.bedrockjdbc.driver.validate;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/**
 * ORDER BY may name an alias, but as a whole: a name in an expression is a column of the tables, as
 * in PostgreSQL. Calcite would take {@code x} in {@code SELECT -x AS x … ORDER BY x + 1} for the
 * alias.
 */
final class SortAliases extends SqlDelegatingConformance {
  /** What may stand around an item. */
  static final Set<SqlKind> ORDERS =
      EnumSet.of(SqlKind.DESCENDING, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST);

  private boolean isWithinExpression;

  SortAliases(SqlConformance others) {
    super(others);
  }

  /** Expands an item of ORDER BY. */
  SqlNode within(SqlNode item, Supplier<SqlNode> expansion) {
    final boolean before = isWithinExpression;
    isWithinExpression = !(whole(item) instanceof SqlIdentifier);
    try {
      return expansion.get();
    } finally {
      isWithinExpression = before;
    }
  }

  private static SqlNode whole(SqlNode item) {
    return ORDERS.contains(item.getKind()) ? whole(((SqlCall) item).operand(0)) : item;
  }

  @Override
  public boolean isSortByAlias() {
    return !isWithinExpression;
  }
}
