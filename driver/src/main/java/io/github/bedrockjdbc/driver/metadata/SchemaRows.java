package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.adapter.InformationSchema;
import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the database holds, as rows of metadata results. It has no catalog. */
public final class SchemaRows {
  private static final int MOST_BYTES_OF_CHARACTER = 4; // UTF-8
  private static final int RADIX = 10;
  private static final SchemaTables OWN =
      new SchemaTables(JobsSchema.NAME, JobsSchema.descriptions());
  private static final SchemaTables STANDARD =
      new SchemaTables(InformationSchema.NAME, InformationSchema.descriptions());

  private SchemaRows() {}

  /** The schemas that a pattern asks for, which may be null for all. */
  public static MetaRows schemas(String pattern) {
    return MetaResult.SCHEMAS
        .of(
            asked(pattern)
                .map(schema -> Map.<String, Object>of("TABLE_SCHEM", schema.name))
                .toList())
        .like("TABLE_SCHEM", pattern);
  }

  /**
   * Whoever lists everything means the database's own tables: it would copy, map or show the
   * standard's tables among them.
   */
  private static Stream<SchemaTables> asked(String pattern) {
    final boolean isForAll = pattern == null || LikePattern.of(pattern).matches(JobsSchema.NAME);
    return isForAll ? Stream.of(OWN) : Stream.of(OWN, STANDARD);
  }

  public static MetaRows tableTypes() {
    return MetaResult.TABLE_TYPES.of(
        JobsSchema.descriptions().stream()
            .map(table -> table.type().jdbcName)
            .distinct()
            .sorted()
            .map(type -> Map.<String, Object>of("TABLE_TYPE", type))
            .toList());
  }

  /**
   * The rows of {@code getTables}.
   *
   * @param schemaPattern what the tables' schema has to match; null for all
   */
  public static MetaRows tables(String schemaPattern) {
    return MetaResult.TABLES
        .of(
            asked(schemaPattern)
                .flatMap(
                    schema ->
                        schema.tables.stream()
                            .sorted(Comparator.comparing(table -> table.type().jdbcName))
                            .map(table -> table(schema.name, table)))
                .toList())
        .like("TABLE_SCHEM", schemaPattern);
  }

  private static Map<String, Object> table(String schema, TableDescription table) {
    final Map<String, Object> row = named(schema, table.name());
    row.put("TABLE_TYPE", table.type().jdbcName);
    row.put("REMARKS", table.text());
    return row;
  }

  /**
   * The rows of {@code getColumns}.
   *
   * @param schemaPattern what the tables' schema has to match; null for all
   */
  public static MetaRows columns(String schemaPattern) {
    return MetaResult.COLUMNS
        .of(
            asked(schemaPattern)
                .flatMap(
                    schema ->
                        schema.tables.stream()
                            .flatMap(
                                table ->
                                    table.columns().stream()
                                        .map(column -> column(schema.name, table, column))))
                .toList())
        .like("TABLE_SCHEM", schemaPattern);
  }

  private static Map<String, Object> column(
      String schema, TableDescription table, TableColumn column) {
    final Map<String, Object> row = typed(schema, table.name(), column);
    final SqlTypeInfo type = type(column);
    final boolean nullable = column.isNullable();
    row.put("NUM_PREC_RADIX", type.isNumber() ? RADIX : null);
    row.put(
        "NULLABLE", nullable ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls);
    row.put("REMARKS", column.description());
    row.put(
        "CHAR_OCTET_LENGTH",
        type == SqlTypeInfo.VARCHAR ? size(column) * MOST_BYTES_OF_CHARACTER : null);
    row.put("ORDINAL_POSITION", table.columns().indexOf(column) + 1);
    row.put("IS_NULLABLE", nullable ? "YES" : "NO");
    row.put("IS_AUTOINCREMENT", "NO");
    row.put("IS_GENERATEDCOLUMN", "NO");
    return row;
  }

  public static MetaRows primaryKeys() {
    return MetaResult.PRIMARY_KEYS.of(
        keys(
            (table, row) -> {
              row.put("KEY_SEQ", 1);
              row.put("PK_NAME", table.keyName());
            }));
  }

  /**
   * Those of primary keys, which there are in JDBC's eyes; how many values they have costs
   * requests.
   */
  public static MetaRows indexes() {
    return MetaResult.INDEX_INFO.of(
        keys(
            (table, row) -> {
              row.put("NON_UNIQUE", false);
              row.put("INDEX_NAME", table.keyName());
              row.put("TYPE", DatabaseMetaData.tableIndexOther);
              row.put("ORDINAL_POSITION", 1);
            }));
  }

  /** A key is never given to another row. */
  public static MetaRows bestRowIdentifiers() {
    return MetaResult.BEST_ROW_IDENTIFIER.of(
        keys(
            (table, row) -> {
              row.put("SCOPE", DatabaseMetaData.bestRowSession);
              row.put("PSEUDO_COLUMN", DatabaseMetaData.bestRowNotPseudo);
            }));
  }

  /** A row for the key of each table that has one, with more values. */
  private static List<Map<String, Object>> keys(
      BiConsumer<TableDescription, Map<String, Object>> more) {
    final List<Map<String, Object>> rows = new ArrayList<>();
    for (TableDescription table : OWN.tables) {
      table
          .key()
          .map(column -> typed(OWN.name, table.name(), column))
          .ifPresent(
              row -> {
                more.accept(table, row);
                rows.add(row);
              });
    }
    return rows;
  }

  /** A column's table, name and type. */
  private static Map<String, Object> typed(String schema, String table, TableColumn column) {
    final SqlTypeInfo type = type(column);
    final boolean hasDigits =
        type.isNumber() || type == SqlTypeInfo.TIME || type == SqlTypeInfo.TIMESTAMP;
    final Map<String, Object> row = named(schema, table);
    row.put("COLUMN_NAME", column.columnName());
    row.put("DATA_TYPE", type.typeId());
    row.put("TYPE_NAME", type.name());
    row.put("COLUMN_SIZE", size(column));
    row.put("DECIMAL_DIGITS", hasDigits ? type.scale(column.precision()) : null);
    return row;
  }

  private static Map<String, Object> named(String schema, String table) {
    return new HashMap<>(Map.of("TABLE_SCHEM", schema, "TABLE_NAME", table));
  }

  private static SqlTypeInfo type(TableColumn column) {
    return SqlTypeInfo.of(column.type().getJdbcOrdinal());
  }

  private static int size(TableColumn column) {
    return type(column).precision(column.precision());
  }

  public static MetaRows types() {
    return MetaResult.TYPE_INFO.of(
        Stream.of(SqlTypeInfo.values()).map(SchemaRows::typeInfo).toList());
  }

  private static Map<String, Object> typeInfo(SqlTypeInfo type) {
    final boolean isText = type == SqlTypeInfo.VARCHAR;
    final Map<String, Object> row = new HashMap<>();
    row.put("TYPE_NAME", type.name());
    row.put("DATA_TYPE", type.typeId());
    row.put("PRECISION", type.maxPrecision());
    final String prefix =
        switch (type) {
          case VARCHAR -> "'";
          case DATE, TIME, TIMESTAMP -> type.name() + " '";
          default -> null;
        };
    row.put("LITERAL_PREFIX", prefix);
    row.put("LITERAL_SUFFIX", prefix == null ? null : "'");
    row.put(
        "CREATE_PARAMS",
        isText ? "length" : type == SqlTypeInfo.DECIMAL ? "precision,scale" : null);
    row.put("NULLABLE", DatabaseMetaData.typeNullable);
    row.put("CASE_SENSITIVE", isText);
    row.put(
        "SEARCHABLE", isText ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic);
    row.put("UNSIGNED_ATTRIBUTE", false);
    row.put("FIXED_PREC_SCALE", false);
    row.put("AUTO_INCREMENT", false);
    row.put("MINIMUM_SCALE", 0);
    row.put("MAXIMUM_SCALE", type.scale(type.maxPrecision()));
    row.put("NUM_PREC_RADIX", type.isNumber() ? RADIX : null);
    return row;
  }

  public static MetaRows clientInfoProperties() {
    return MetaResult.CLIENT_INFO_PROPERTIES.of(
        Arrays.stream(ClientInfo.values()).map(SchemaRows::clientInfo).toList());
  }

  private static Map<String, Object> clientInfo(ClientInfo info) {
    return Map.of(
        "NAME",
        info.key(),
        "MAX_LEN",
        ClientInfo.LONGEST,
        "DEFAULT_VALUE",
        "",
        "DESCRIPTION",
        info.description());
  }

  private record SchemaTables(String name, List<TableDescription> tables) {}
}
