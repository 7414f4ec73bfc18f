package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.system.PlacedTable;
import io.github.bedrockjdbc.adapter.system.StandardColumns;
import io.github.bedrockjdbc.adapter.system.StandardKeys;
import io.github.bedrockjdbc.adapter.system.StandardTables;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/**
 * The schema {@code information_schema}: the standard's tables of what a database holds, as far as
 * clients ask for them. Reading it calls nobody.
 */
public final class InformationSchema extends AbstractSchema {
  /** Name of the schema. */
  public static final String NAME = "information_schema";

  /** What the schema has, by name. */
  public static final List<TableDescription> TABLES =
      List.of(
          StandardColumns.DESCRIPTION,
          StandardKeys.COLUMNS_OF_KEYS,
          StandardTables.SCHEMATA,
          StandardKeys.CONSTRAINTS,
          StandardTables.TABLES);

  /** What Liquibase asks for in a database that it does not know; no metadata lists it. */
  private static final String OLD_NAME_OF_CONSTRAINTS = "constraints";

  private static final Map<String, Table> BY_NAME =
      Map.of(
          StandardColumns.DESCRIPTION.name(),
          StandardColumns.table(InformationSchema::all),
          StandardKeys.COLUMNS_OF_KEYS.name(),
          StandardKeys.columnsOfKeys(InformationSchema::keys),
          StandardTables.SCHEMATA.name(),
          StandardTables.schemata(List.of(JobsSchema.NAME, NAME)),
          OLD_NAME_OF_CONSTRAINTS,
          StandardKeys.constraints(InformationSchema::keys),
          StandardKeys.CONSTRAINTS.name(),
          StandardKeys.constraints(InformationSchema::keys),
          StandardTables.TABLES.name(),
          StandardTables.tables(InformationSchema::all));

  /** Needs nothing: what it tells is the same for every connection. */
  public InformationSchema() {}

  @Override
  protected Map<String, Table> getTableMap() {
    return BY_NAME;
  }

  /** Every table that a statement can read. */
  private static List<PlacedTable> all() {
    return Stream.concat(
            JobsSchema.TABLES.stream().map(table -> new PlacedTable(JobsSchema.NAME, table)),
            TABLES.stream().map(table -> new PlacedTable(NAME, table)))
        .toList();
  }

  private static List<StandardKeys.Key> keys() {
    return List.of(
        new StandardKeys.Key(
            JobsSchema.NAME,
            JobsSchema.JOBS,
            JobsSchema.PRIMARY_KEY,
            JobColumn.JOB_ARN.columnName()));
  }
}
