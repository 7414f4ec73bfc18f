package io.github.bedrockjdbc.adapter.system;

import static org.apache.calcite.sql.type.SqlTypeName.VARCHAR;

import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Columns as the standard's tables about tables have them. */
final class StandardColumn {
  /** As JDBC has it where there is none. Not null, as clients join by it. */
  private static final String CATALOG = "";

  private static final String NO = "NO";

  private StandardColumn() {}

  /** The catalog that something is in. */
  static <T> Column<T> catalog(String name) {
    return text(name, row -> CATALOG, "Always empty: there are no catalogs.");
  }

  /** A text that is always there. */
  static <T> Column<T> text(String name, Function<T, Object> value, String description) {
    return new Column<>(name, VARCHAR, false, value, description);
  }

  /** What nothing here has. */
  static <T> Column<T> no(String name) {
    return text(name, row -> NO, "Always NO.");
  }

  /** What the standard has and this database has not. */
  static <T> List<Column<T>> absent(String... names) {
    final List<Column<T>> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new Column<>(name, VARCHAR, true, row -> null, "Always null."));
    }
    return columns;
  }
}
