package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.JobColumn;
import io.github.bedrockjdbc.adapter.JobsSchema;
import java.sql.DatabaseMetaData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the database holds, as rows of metadata results. It has no catalog. */
final class SchemaRows {
  private static final String TABLE_TYPE = "TABLE";
  private static final List<String> TABLE_TYPES = List.of("SYSTEM TABLE", TABLE_TYPE);

  private static final int MOST_BYTES_OF_CHARACTER = 4; // UTF-8
  private static final int RADIX = 10;

  private static final Map<String, Object> JOBS =
      Map.of("TABLE_SCHEM", JobsSchema.NAME, "TABLE_NAME", JobsSchema.JOBS);

  private SchemaRows() {}

  static MetaRows schemas() {
    return MetaResult.SCHEMAS.of(List.of(Map.of("TABLE_SCHEM", JobsSchema.NAME)));
  }

  static MetaRows tableTypes() {
    return MetaResult.TABLE_TYPES.of(
        TABLE_TYPES.stream().map(type -> Map.<String, Object>of("TABLE_TYPE", type)).toList());
  }

  static MetaRows tables() {
    final Map<String, Object> row = new HashMap<>(JOBS);
    row.put("TABLE_TYPE", TABLE_TYPE);
    row.put("REMARKS", "Amazon Bedrock batch inference jobs, one row for each.");
    return MetaResult.TABLES.of(List.of(row));
  }

  static MetaRows columns() {
    return MetaResult.COLUMNS.of(JobColumn.all().stream().map(SchemaRows::column).toList());
  }

  private static Map<String, Object> column(JobColumn column) {
    final Map<String, Object> row = typed(column);
    final SqlTypeInfo type = type(column);
    final boolean nullable = column.isNullable();
    row.put("NUM_PREC_RADIX", type.isNumber() ? RADIX : null);
    row.put(
        "NULLABLE", nullable ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls);
    row.put("REMARKS", column.description());
    row.put(
        "CHAR_OCTET_LENGTH",
        type == SqlTypeInfo.VARCHAR ? size(column) * MOST_BYTES_OF_CHARACTER : null);
    row.put("ORDINAL_POSITION", JobColumn.all().indexOf(column) + 1);
    row.put("IS_NULLABLE", nullable ? "YES" : "NO");
    row.put("IS_AUTOINCREMENT", "NO");
    row.put("IS_GENERATEDCOLUMN", "NO");
    return row;
  }

  static MetaRows primaryKeys() {
    final Map<String, Object> row = typed(JobColumn.JOB_ARN);
    row.put("KEY_SEQ", 1);
    row.put("PK_NAME", JobsSchema.JOBS + "_pk");
    return MetaResult.PRIMARY_KEYS.of(List.of(row));
  }

  /** An ARN is never given to another job. */
  static MetaRows bestRowIdentifiers() {
    final Map<String, Object> row = typed(JobColumn.JOB_ARN);
    row.put("SCOPE", DatabaseMetaData.bestRowSession);
    row.put("PSEUDO_COLUMN", DatabaseMetaData.bestRowNotPseudo);
    return MetaResult.BEST_ROW_IDENTIFIER.of(List.of(row));
  }

  /** A column's table, name and type. */
  private static Map<String, Object> typed(JobColumn column) {
    final SqlTypeInfo type = type(column);
    final boolean hasDigits = type.isNumber() || type == SqlTypeInfo.TIMESTAMP;
    final Map<String, Object> row = new HashMap<>(JOBS);
    row.put("COLUMN_NAME", column.columnName());
    row.put("DATA_TYPE", type.typeId());
    row.put("TYPE_NAME", type.name());
    row.put("COLUMN_SIZE", size(column));
    row.put("DECIMAL_DIGITS", hasDigits ? type.scale(column.precision()) : null);
    return row;
  }

  private static SqlTypeInfo type(JobColumn column) {
    return SqlTypeInfo.of(column.type().getJdbcOrdinal());
  }

  private static int size(JobColumn column) {
    return type(column).precision(column.precision());
  }

  static MetaRows types() {
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

  /** What the standard names; a connection takes other properties too, and sends none of them. */
  static MetaRows clientInfoProperties() {
    return MetaResult.CLIENT_INFO_PROPERTIES.of(
        List.of(
            clientInfo("ApplicationName", "Application that uses the connection."),
            clientInfo("ClientHostname", "Host that the application runs on."),
            clientInfo("ClientUser", "User that the application works for.")));
  }

  private static Map<String, Object> clientInfo(String name, String description) {
    return Map.of(
        "NAME",
        name,
        "MAX_LEN",
        SqlTypeInfo.VARCHAR.maxPrecision(),
        "DEFAULT_VALUE",
        "",
        "DESCRIPTION",
        description);
  }
}
