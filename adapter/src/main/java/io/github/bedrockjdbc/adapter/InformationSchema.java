package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.system.PlacedTable;
import io.github.bedrockjdbc.adapter.system.StandardColumns;
import io.github.bedrockjdbc.adapter.system.StandardKeys;
import io.github.bedrockjdbc.adapter.system.StandardTables;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.schema.Table;

/**
 * The schema {@code information_schema}: the standard's tables of what a database holds, as far as
 * clients ask for them. Reading it calls nobody.
 */
public final class InformationSchema extends LazySchema {
  /** Name of the schema. */
  public static final String NAME = "information_schema";

  /** What Liquibase asks for in a database that it does not know; no metadata lists it. */
  private static final String OLD_NAME_OF_CONSTRAINTS = "constraints";

  /** Needs nothing: what it tells is the same for every connection. */
  public InformationSchema() {
    super(
        new LazyTables()
            .with(StandardColumns.NAME, () -> StandardColumns.table(InformationSchema::all))
            .with(
                StandardKeys.COLUMNS_OF_KEYS_NAME,
                () -> StandardKeys.columnsOfKeys(InformationSchema::keys))
            .with(
                StandardTables.SCHEMATA_NAME,
                () -> StandardTables.schemata(List.of(JobsSchema.NAME, NAME)))
            .with(StandardKeys.CONSTRAINTS_NAME, InformationSchema::constraints)
            .with(StandardTables.TABLES_NAME, () -> StandardTables.tables(InformationSchema::all))
            .with(OLD_NAME_OF_CONSTRAINTS, InformationSchema::constraints));
  }

  private static Table constraints() {
    return StandardKeys.constraints(InformationSchema::keys);
  }

  /** What the schema has, by name. */
  public static List<TableDescription> descriptions() {
    return List.of(
        StandardColumns.DESCRIPTION,
        StandardKeys.COLUMNS_OF_KEYS,
        StandardTables.SCHEMATA,
        StandardKeys.CONSTRAINTS,
        StandardTables.TABLES);
  }

  /** Every table that a statement can read. */
  private static List<PlacedTable> all() {
    return Stream.concat(
            JobsSchema.descriptions().stream()
                .map(table -> new PlacedTable(JobsSchema.NAME, table)),
            descriptions().stream().map(table -> new PlacedTable(NAME, table)))
        .toList();
  }

  private static List<StandardKeys.Key> keys() {
    return all().stream()
        .flatMap(
            placed ->
                placed.table().key().stream()
                    .map(
                        column ->
                            new StandardKeys.Key(
                                placed.schema(),
                                placed.table().name(),
                                placed.table().keyName(),
                                column.columnName())))
        .toList();
  }
}
