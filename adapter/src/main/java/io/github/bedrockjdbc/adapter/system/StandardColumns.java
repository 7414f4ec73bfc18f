package io.github.bedrockjdbc.adapter.system;

import static io.github.bedrockjdbc.adapter.system.StandardColumn.absent;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.catalog;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.no;
import static io.github.bedrockjdbc.adapter.system.StandardColumn.text;
import static org.apache.calcite.sql.type.SqlTypeName.INTEGER;

import io.github.bedrockjdbc.adapter.system.SystemTable.Column;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.schema.Table;
import org.apache.calcite.sql.type.SqlTypeName;

/** The standard's table {@code columns}. */
public final class StandardColumns {
  public static final String NAME = "columns";

  private static final int RADIX = 10;

  private static final List<Column<Row>> COLUMNS =
      Stream.<List<Column<Row>>>of(
              List.of(
                  catalog("table_catalog"),
                  text("table_schema", row -> row.table.schema(), "Schema of the table."),
                  text("table_name", row -> row.table.table().name(), "Table of the column."),
                  text("column_name", row -> row.column.columnName(), "Name of the column."),
                  new Column<>(
                      "ordinal_position",
                      INTEGER,
                      false,
                      row -> row.number,
                      "Position in the table, from 1.")),
              absent("column_default"),
              List.of(
                  text(
                      "is_nullable",
                      row -> row.column.isNullable() ? "YES" : "NO",
                      "Whether the column can be null."),
                  text("data_type", row -> row.column.type().getName(), "SQL type."),
                  number(
                      "character_maximum_length",
                      row -> null,
                      "Always null: strings have no maximum length."),
                  number(
                      "character_octet_length",
                      row -> null,
                      "Always null: strings have no maximum length."),
                  number("numeric_precision", Row::digits, "Precision of a numeric type."),
                  number(
                      "numeric_precision_radix",
                      row -> row.digits() == null ? null : RADIX,
                      "Radix of the precision."),
                  number(
                      "numeric_scale",
                      row -> row.digits() == null ? null : 0,
                      "Scale of a numeric type."),
                  number(
                      "datetime_precision",
                      row -> row.column.precision() < 0 ? null : row.column.precision(),
                      "Fractional digits of seconds.")),
              absent(
                  "interval_type",
                  "interval_precision",
                  "character_set_catalog",
                  "character_set_schema",
                  "character_set_name",
                  "collation_catalog",
                  "collation_schema",
                  "collation_name",
                  "domain_catalog",
                  "domain_schema",
                  "domain_name",
                  "udt_catalog",
                  "udt_schema",
                  "udt_name",
                  "scope_catalog",
                  "scope_schema",
                  "scope_name",
                  "maximum_cardinality"),
              List.of(
                  text(
                      "dtd_identifier",
                      row -> Integer.toString(row.number),
                      "Same as ordinal_position."),
                  no("is_self_referencing"),
                  no("is_identity")),
              absent(
                  "identity_generation",
                  "identity_start",
                  "identity_increment",
                  "identity_maximum",
                  "identity_minimum"),
              List.of(no("identity_cycle"), text("is_generated", row -> "NEVER", "Always NEVER.")),
              absent("generation_expression"),
              List.of(no("is_updatable")))
          .flatMap(List::stream)
          .toList();

  public static final TableDescription DESCRIPTION =
      SystemTable.description(NAME, "Columns, one row per column.", COLUMNS);

  private StandardColumns() {}

  public static Table table(Supplier<List<PlacedTable>> all) {
    return new SystemTable<>(
        DESCRIPTION, COLUMNS, () -> all.get().stream().flatMap(StandardColumns::rows).toList());
  }

  private static Stream<Row> rows(PlacedTable table) {
    final List<? extends TableColumn> columns = table.table().columns();
    return IntStream.range(0, columns.size()).mapToObj(i -> new Row(table, columns.get(i), i + 1));
  }

  private static Column<Row> number(String name, Function<Row, Object> value, String description) {
    return new Column<>(name, INTEGER, true, value, description);
  }

  private record Row(PlacedTable table, TableColumn column, int number) {
    /** Null for what is no number. */
    private Integer digits() {
      return SqlTypeName.INT_TYPES.contains(column.type())
          ? RelDataTypeSystem.DEFAULT.getDefaultPrecision(column.type())
          : null;
    }
  }
}
