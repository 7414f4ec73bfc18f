package io.github.bedrockjdbc.adapter.system;

import static io.github.bedrockjdbc.adapter.system.StandardColumn.absent;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.catalog;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.no;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.text;

import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.calcite.schema.Schema.TableType;
import org.apache.calcite.schema.Table;

/** The standard's tables {@code schemata} and {@code tables}. */
public final class StandardTables {
  public static final String SCHEMATA_NAME = "schemata";
  public static final String TABLES_NAME = "tables";

  private static final List<Column<String>> SCHEMATA_COLUMNS =
      Stream.of(
              List.of(
                  StandardColumn.<String>catalog("catalog_name"),
                  StandardColumn.<String>text("schema_name", name -> name, "Name of the schema.")),
              StandardColumn.<String>absent(
                  "schema_owner",
                  "default_character_set_catalog",
                  "default_character_set_schema",
                  "default_character_set_name",
                  "sql_path"))
          .flatMap(List::stream)
          .toList();

  private static final List<Column<PlacedTable>> TABLES_COLUMNS =
      Stream.<List<Column<PlacedTable>>>of(
              List.of(
                  catalog("table_catalog"),
                  text("table_schema", PlacedTable::schema, "Schema of the table."),
                  text("table_name", row -> row.table().name(), "Name of the table."),
                  text(
                      "table_type",
                      StandardTables::type,
                      "BASE TABLE, or VIEW for a table about the driver.")),
              absent(
                  "self_referencing_column_name",
                  "reference_generation",
                  "user_defined_type_catalog",
                  "user_defined_type_schema",
                  "user_defined_type_name"),
              List.of(no("is_insertable_into"), no("is_typed")),
              absent("commit_action"))
          .flatMap(List::stream)
          .toList();

  public static final TableDescription SCHEMATA =
      SystemTable.description(SCHEMATA_NAME, "Schemas, one row per schema.", SCHEMATA_COLUMNS);

  public static final TableDescription TABLES =
      SystemTable.description(TABLES_NAME, "Tables, one row per table.", TABLES_COLUMNS);

  private StandardTables() {}

  public static Table schemata(List<String> names) {
    return new SystemTable<>(SCHEMATA, SCHEMATA_COLUMNS, () -> names);
  }

  public static Table tables(Supplier<List<PlacedTable>> all) {
    return new SystemTable<>(TABLES, TABLES_COLUMNS, all);
  }

  /** The standard knows no tables of the system: these are made when they are read. */
  private static String type(PlacedTable row) {
    return row.table().type() == TableType.TABLE ? "BASE TABLE" : "VIEW";
  }
}
