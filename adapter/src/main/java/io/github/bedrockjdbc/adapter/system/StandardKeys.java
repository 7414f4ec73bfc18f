package io.github.bedrockjdbc.adapter.system;

import static io.github.bedrockjdbc.adapter.system.StandardColumn.catalog;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.no;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.text;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;

import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.schema.Table;

/** The standard's tables {@code table_constraints} and {@code key_column_usage}. */
public final class StandardKeys {
  public static final String CONSTRAINTS_NAME = "table_constraints";
  public static final String COLUMNS_OF_KEYS_NAME = "key_column_usage";

  private static final List<Column<Key>> CONSTRAINTS_COLUMNS =
      List.of(
          catalog("constraint_catalog"),
          text("constraint_schema", Key::schema, "Schema of the constraint."),
          text("constraint_name", Key::name, "Name of the constraint."),
          catalog("table_catalog"),
          text("table_schema", Key::schema, "Schema of the table."),
          text("table_name", Key::table, "Table of the constraint."),
          text("constraint_type", key -> "PRIMARY KEY", "Always PRIMARY KEY."),
          no("is_deferrable"),
          no("initially_deferred"),
          text("enforced", key -> "YES", "Always YES."));

  private static final List<Column<Key>> USAGE_COLUMNS =
      List.of(
          catalog("constraint_catalog"),
          text("constraint_schema", Key::schema, "Schema of the constraint."),
          text("constraint_name", Key::name, "Name of the constraint."),
          catalog("table_catalog"),
          text("table_schema", Key::schema, "Schema of the table."),
          text("table_name", Key::table, "Table of the column."),
          text("column_name", Key::column, "Column of the key."),
          new Column<>(
              "ordinal_position", INTEGER, false, key -> 1, "Position in the key, from 1."),
          new Column<>(
              "position_in_unique_constraint",
              INTEGER,
              true,
              key -> null,
              "Always null: there are no foreign keys."));

  public static final TableDescription CONSTRAINTS =
      SystemTable.description(
          CONSTRAINTS_NAME, "Table constraints, one row per constraint.", CONSTRAINTS_COLUMNS);

  public static final TableDescription COLUMNS_OF_KEYS =
      SystemTable.description(
          COLUMNS_OF_KEYS_NAME, "Key columns, one row per column.", USAGE_COLUMNS);

  private StandardKeys() {}

  public static Table constraints(Supplier<List<Key>> all) {
    return new SystemTable<>(CONSTRAINTS, CONSTRAINTS_COLUMNS, all);
  }

  public static Table columnsOfKeys(Supplier<List<Key>> all) {
    return new SystemTable<>(COLUMNS_OF_KEYS, USAGE_COLUMNS, all);
  }

  /** A key of one column. */
  public record Key(String schema, String table, String name, String column) {}
}
