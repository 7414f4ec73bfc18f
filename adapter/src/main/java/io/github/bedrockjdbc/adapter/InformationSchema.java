package io.github.bedrockjdbc.adapter;

import static java.util.Map.entry;

import io.github.bedrockjdbc.adapter.system.PlacedTable;
import io.github.bedrockjdbc.adapter.system.StandardColumns;
import io.github.bedrockjdbc.adapter.system.StandardKeys;
import io.github.bedrockjdbc.adapter.system.StandardTables;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import java.util.HashMap;
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

  private static final List<Map.Entry<TableDescription, Table>> MEMBERS =
      List.of(
          entry(StandardColumns.DESCRIPTION, StandardColumns.table(InformationSchema::all)),
          entry(StandardKeys.COLUMNS_OF_KEYS, StandardKeys.columnsOfKeys(InformationSchema::keys)),
          entry(StandardTables.SCHEMATA, StandardTables.schemata(List.of(JobsSchema.NAME, NAME))),
          entry(StandardKeys.CONSTRAINTS, StandardKeys.constraints(InformationSchema::keys)),
          entry(StandardTables.TABLES, StandardTables.tables(InformationSchema::all)));

  /** What the schema has, by name. */
  public static final List<TableDescription> TABLES =
      MEMBERS.stream().<TableDescription>map(Map.Entry::getKey).toList();

  /** What Liquibase asks for in a database that it does not know; no metadata lists it. */
  private static final String OLD_NAME_OF_CONSTRAINTS = "constraints";

  private static final Map<String, Table> BY_NAME = byName();

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

  private static Map<String, Table> byName() {
    final Map<String, Table> tables = new HashMap<>();
    MEMBERS.forEach(member -> tables.put(member.getKey().name(), member.getValue()));
    tables.put(OLD_NAME_OF_CONSTRAINTS, tables.get(StandardKeys.CONSTRAINTS.name()));
    return Map.copyOf(tables);
  }
}
