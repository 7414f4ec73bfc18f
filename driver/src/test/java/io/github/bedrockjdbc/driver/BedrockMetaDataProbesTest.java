package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.TableColumn;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import io.github.bedrockjdbc.driver.value.SqlTypeInfo;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockMetaDataProbesTest extends MetaDataFixture {
  private List<String> tables(String catalog, String schema, String table, String... types)
      throws SQLException {
    return texts(metaData().getTables(catalog, schema, table, types), "TABLE_NAME");
  }

  private List<String> columns(String catalog, String schema, String table, String column)
      throws SQLException {
    return texts(metaData().getColumns(catalog, schema, table, column), "COLUMN_NAME");
  }

  @Test
  void thereIsNoCatalog() throws SQLException {
    assertThat(count(metaData().getCatalogs())).isZero();
  }

  @Test
  void thereIsOneSchema() throws SQLException {
    final List<String> one = List.of("bedrock");
    assertThat(texts(metaData().getSchemas(), "TABLE_SCHEM")).isEqualTo(one);
    assertThat(texts(metaData().getSchemas(null, "%"), "TABLE_SCHEM")).isEqualTo(one);
    assertThat(texts(metaData().getSchemas(null, null), "TABLE_SCHEM")).isEqualTo(one);
    assertThat(texts(metaData().getSchemas(null, "bedrock"), "TABLE_SCHEM")).isEqualTo(one);
    assertThat(texts(metaData().getSchemas("", "BEDROCK"), "TABLE_SCHEM")).isEqualTo(one);
    assertThat(count(metaData().getSchemas("other", null))).isZero();
    assertThat(count(metaData().getSchemas(null, ""))).isZero();
    assertThat(count(metaData().getSchemas(null, "metadata"))).isZero();
  }

  @Test
  void thereAreTwoTypesOfTables() throws SQLException {
    assertThat(texts(metaData().getTableTypes(), "TABLE_TYPE"))
        .containsExactly("SYSTEM TABLE", "TABLE");
  }

  @Test
  void tablesAreFoundByPatternsAndTypes() throws SQLException {
    final List<String> all =
        JobsSchema.descriptions().stream().map(TableDescription::name).toList();
    assertThat(tables(null, null, "%", (String[]) null)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(tables(null, null, null, (String[]) null)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(tables(null, "bedrock", null, "TABLE", "VIEW"))
        .contains("job_details", "jobs", "models")
        .doesNotContain("api_calls", "session", "sources")
        .isSorted();
    assertThat(tables("", "bedrock", "jobs", (String[]) null)).containsExactly("jobs");
    assertThat(tables(null, "%", "JOBS", (String[]) null)).containsExactly("jobs");
    assertThat(tables(null, null, "job_", (String[]) null)).containsExactly("jobs");
    assertThat(tables(null, "", "%", (String[]) null)).isEmpty();
    assertThat(tables(null, null, "%", "VIEW")).isEmpty();
    assertThat(tables(null, null, "%", "SYSTEM TABLE"))
        .contains("api_calls", "session", "sources")
        .doesNotContain("jobs");
    assertThat(tables(null, null, "%", "TABLE"))
        .isEqualTo(tables(null, "bedrock", null, "TABLE", "VIEW"));
    assertThat(tables(null, null, "API\\_%", (String[]) null)).containsExactly("api_calls");
    assertThat(tables(null, null, "%")).isEmpty();
    assertThat(tables("other", null, "%", (String[]) null)).isEmpty();
    assertThat(tables(null, null, "DBEAVERFAKETABLENAMEFORPING", (String[]) null)).isEmpty();
    assertThat(tables(null, null, "job\\_", (String[]) null)).isEmpty();
  }

  @Test
  void theTableIsDescribed() throws SQLException {
    try (ResultSet row = metaData().getTables(null, null, "jobs", null)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("TABLE_CAT")).isNull();
      assertThat(row.getString("TABLE_SCHEM")).isEqualTo("bedrock");
      assertThat(row.getString("TABLE_TYPE")).isEqualTo("TABLE");
      assertThat(row.getString("REMARKS")).isNotBlank();
      assertThat(row.getString("TYPE_CAT")).isNull();
      assertThat(row.getString("REF_GENERATION")).isNull();
      assertThat(row.next()).isFalse();
    }
  }

  @Test
  void columnsAreFoundByPatterns() throws SQLException {
    final List<String> all = JobColumn.all().stream().map(JobColumn::columnName).toList();
    assertThat(columns(null, "bedrock", "jobs", "%")).isEqualTo(all);
    assertThat(columns(null, "bedrock", "jobs", null)).isEqualTo(all);
    assertThat(columns(null, null, null, null))
        .hasSize(JobsSchema.descriptions().stream().mapToInt(table -> table.columns().size()).sum())
        .containsSubsequence(all);
    assertThat(columns(null, null, "api\\_calls", null))
        .containsExactly(
            "connection_id",
            "query_id",
            "operation",
            "parameters",
            "region",
            "http_status",
            "error_type",
            "result_rows",
            "bytes",
            "tries",
            "request_id",
            "start_time",
            "milliseconds",
            "service",
            "host");
    assertThat(columns("", "BEDROCK", "JOBS", null)).isEqualTo(all);
    assertThat(columns(null, null, "%", "submit\\_time"))
        .containsExactly("submit_time", "submit_time"); // of jobs and of job_details
    assertThat(columns(null, null, "%", "SUBMIT_TIME"))
        .containsExactly("submit_time", "submit_time");
    assertThat(columns(null, null, "jobs", "%\\_time"))
        .containsExactly("submit_time", "last_modified_time", "end_time", "expiration_time");
    assertThat(columns("other", null, null, null)).isEmpty();
    assertThat(columns(null, "", null, null)).isEmpty();
    assertThat(columns(null, null, "nosuch", null)).isEmpty();
    assertThat(columns(null, null, null, "")).isEmpty();
  }

  @Test
  void columnsAreDescribed() throws SQLException {
    for (TableDescription table : JobsSchema.descriptions()) {
      columnsAreDescribed(table);
    }
  }

  private void columnsAreDescribed(TableDescription table) throws SQLException {
    try (ResultSet row = metaData().getColumns(null, null, table.name(), null)) {
      for (TableColumn column : table.columns()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString("TABLE_CAT")).isNull();
        assertThat(row.getString("TABLE_SCHEM")).isEqualTo("bedrock");
        assertThat(row.getString("TABLE_NAME")).isEqualTo(table.name());
        assertThat(row.getString("REMARKS")).isEqualTo(column.description()).isNotBlank();
        assertThat(row.getInt("ORDINAL_POSITION")).isEqualTo(row.getRow());
        assertThat(row.getInt("NULLABLE")).isEqualTo(column.isNullable() ? 1 : 0);
        assertThat(row.getString("IS_NULLABLE")).isEqualTo(column.isNullable() ? "YES" : "NO");
        assertThat(row.getString("IS_AUTOINCREMENT")).isEqualTo("NO");
        assertThat(row.getString("IS_GENERATEDCOLUMN")).isEqualTo("NO");
        for (String unused :
            List.of(
                "BUFFER_LENGTH",
                "COLUMN_DEF",
                "SQL_DATA_TYPE",
                "SQL_DATETIME_SUB",
                "SCOPE_CATALOG",
                "SCOPE_SCHEMA",
                "SCOPE_TABLE",
                "SOURCE_DATA_TYPE")) {
          assertThat(row.getObject(unused)).as(unused).isNull();
        }
      }
      assertThat(row.next()).isFalse();
    }
  }

  private void assertType(String column, Object... expected) throws SQLException {
    try (ResultSet row = metaData().getColumns(null, null, "jobs", column)) {
      assertThat(row.next()).isTrue();
      assertThat(
              List.<Object>of(
                  row.getInt("DATA_TYPE"),
                  row.getString("TYPE_NAME"),
                  row.getInt("COLUMN_SIZE"),
                  String.valueOf(row.getObject("DECIMAL_DIGITS")),
                  String.valueOf(row.getObject("NUM_PREC_RADIX")),
                  String.valueOf(row.getObject("CHAR_OCTET_LENGTH"))))
          .containsExactly(expected);
    }
  }

  @Test
  void columnsHaveTypeAndSize() throws SQLException {
    assertType("status", Types.VARCHAR, "VARCHAR", 65_535, "null", "null", "262140");
    assertType("submit\\_time", Types.TIMESTAMP, "TIMESTAMP", 23, "3", "null", "null");
    assertType("timeout\\_hours", Types.INTEGER, "INTEGER", 10, "0", "10", "null");
    assertType("total\\_records", Types.BIGINT, "BIGINT", 19, "0", "10", "null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "api_calls"})
  void columnsAreWhatAQueryOfThemSays(String table) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet query = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0");
        ResultSet row = metaData().getColumns(null, null, table, null)) {
      final ResultSetMetaData shown = query.getMetaData();
      for (int i = 1; i <= shown.getColumnCount(); i++) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString("COLUMN_NAME")).isEqualTo(shown.getColumnName(i));
        assertThat(row.getInt("DATA_TYPE")).isEqualTo(shown.getColumnType(i));
        assertThat(row.getString("TYPE_NAME")).isEqualTo(shown.getColumnTypeName(i));
        assertThat(row.getInt("COLUMN_SIZE")).isEqualTo(shown.getPrecision(i));
        assertThat(row.getInt("DECIMAL_DIGITS")).isEqualTo(shown.getScale(i));
        assertThat(row.getInt("NULLABLE")).isEqualTo(shown.isNullable(i));
      }
      assertThat(row.next()).isFalse();
    }
  }

  @Test
  void thePrimaryKeyIsTheArn() throws SQLException {
    try (ResultSet row = metaData().getPrimaryKeys(null, "bedrock", "jobs")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("TABLE_NAME")).isEqualTo("jobs");
      assertThat(row.getString("COLUMN_NAME")).isEqualTo("job_arn");
      assertThat(row.getShort("KEY_SEQ")).isEqualTo((short) 1);
      assertThat(row.getString("PK_NAME")).isEqualTo("jobs_pk");
      assertThat(row.next()).isFalse();
    }
    assertThat(count(metaData().getPrimaryKeys("", "BEDROCK", "JOBS"))).isOne();
    assertThat(count(metaData().getPrimaryKeys(null, null, null)))
        .isEqualTo(tables(null, null, "%", "TABLE").size());
    assertThat(count(metaData().getPrimaryKeys(null, "", "jobs"))).isZero();
    assertThat(count(metaData().getPrimaryKeys("other", null, "jobs"))).isZero();
    assertThat(count(metaData().getPrimaryKeys(null, null, "nosuch"))).isZero();
    assertThat(count(metaData().getPrimaryKeys(null, null, "api_calls"))).isZero();
    assertThat(count(metaData().getPrimaryKeys(null, null, "job_"))).isZero();
  }

  @Test
  void theArnIdentifiesARowForGood() throws SQLException {
    final int scope = DatabaseMetaData.bestRowTransaction;
    try (ResultSet row = metaData().getBestRowIdentifier(null, "bedrock", "jobs", scope, false)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getShort("SCOPE")).isEqualTo((short) DatabaseMetaData.bestRowSession);
      assertThat(row.getString("COLUMN_NAME")).isEqualTo("job_arn");
      assertThat(row.getInt("DATA_TYPE")).isEqualTo(Types.VARCHAR);
      assertThat(row.getString("TYPE_NAME")).isEqualTo("VARCHAR");
      assertThat(row.getInt("COLUMN_SIZE")).isEqualTo(65_535);
      assertThat(row.getShort("PSEUDO_COLUMN"))
          .isEqualTo((short) DatabaseMetaData.bestRowNotPseudo);
      assertThat(row.next()).isFalse();
    }
    assertThat(count(metaData().getBestRowIdentifier(null, null, "nosuch", scope, true))).isZero();
  }

  @Test
  void whatThereIsNotHasNoRows() throws SQLException {
    final DatabaseMetaData all = metaData();
    for (ResultSet result :
        List.of(
            all.getIndexInfo(null, "bedrock", "sources", false, true),
            all.getImportedKeys(null, "bedrock", "jobs"),
            all.getExportedKeys(null, "bedrock", "jobs"),
            all.getCrossReference(null, null, "jobs", null, null, "jobs"),
            all.getProcedures(null, null, "%"),
            all.getProcedureColumns(null, null, "%", "%"),
            all.getUDTs(null, null, "%", null),
            all.getSuperTables(null, null, "%"),
            all.getSuperTypes(null, null, "%"),
            all.getTablePrivileges(null, null, "%"),
            all.getColumnPrivileges(null, null, "jobs", "%"),
            all.getVersionColumns(null, null, "jobs"),
            all.getPseudoColumns(null, null, "%", "%"),
            all.getFunctions(null, "bedrock", "%"),
            all.getFunctionColumns(null, null, "%", "%"),
            all.getAttributes(null, null, "%", "%"))) {
      assertThat(count(result)).isZero();
    }
  }

  @Test
  void typesAreInOrderOfTheirNumbers() throws SQLException {
    assertThat(texts(metaData().getTypeInfo(), "TYPE_NAME"))
        .containsExactly(
            "BIGINT",
            "DECIMAL",
            "INTEGER",
            "DOUBLE",
            "VARCHAR",
            "BOOLEAN",
            "DATE",
            "TIME",
            "TIMESTAMP");
    assertThat(texts(metaData().getTypeInfo(), "DATA_TYPE").stream().map(Integer::valueOf))
        .isSorted();
  }

  @Test
  void typesAreDescribed() throws SQLException {
    try (ResultSet row = metaData().getTypeInfo()) {
      while (row.next()) {
        final SqlTypeInfo type = SqlTypeInfo.valueOf(row.getString("TYPE_NAME"));
        final boolean isText = type == SqlTypeInfo.VARCHAR;
        assertThat(row.getInt("PRECISION")).isEqualTo(type.maxPrecision());
        assertThat(row.getShort("NULLABLE")).isEqualTo((short) DatabaseMetaData.typeNullable);
        assertThat(row.getBoolean("CASE_SENSITIVE")).isEqualTo(isText);
        assertThat(row.getShort("SEARCHABLE")).isEqualTo((short) (isText ? 3 : 2));
        assertThat(row.getBoolean("UNSIGNED_ATTRIBUTE")).isFalse();
        assertThat(row.getBoolean("AUTO_INCREMENT")).isFalse();
        assertThat(row.getInt("NUM_PREC_RADIX")).isEqualTo(type.isNumber() ? 10 : 0);
      }
    }
    assertThat(texts(metaData().getTypeInfo(), "LITERAL_PREFIX"))
        .containsExactly(null, null, null, null, "'", null, "DATE '", "TIME '", "TIMESTAMP '");
    assertThat(texts(metaData().getTypeInfo(), "MAXIMUM_SCALE"))
        .containsExactly("0", "38", "0", "0", "0", "0", "0", "3", "3");
  }

  @Test
  void clientInfoPropertiesAreThoseOfTheStandard() throws SQLException {
    assertThat(texts(metaData().getClientInfoProperties(), "NAME"))
        .containsExactly("ApplicationName", "ClientHostname", "ClientUser");
  }

  @Test
  void resultAndStatementAreClosedTogether() throws SQLException {
    final ResultSet read = metaData().getTables(null, null, null, null);
    final Statement statement = read.getStatement();
    read.close();
    assertThat(statement.isClosed()).isTrue();
    final ResultSet left = metaData().getTables(null, null, null, null);
    connection().close();
    assertThat(left.isClosed()).isTrue();
  }

  @Test
  void aClosedConnectionHasNoResults() throws SQLException {
    final Connection other = connect(new Properties());
    final DatabaseMetaData shown = other.getMetaData();
    other.close();
    assertThatThrownBy(() -> shown.getColumns(null, null, null, null))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("08003");
  }
}
