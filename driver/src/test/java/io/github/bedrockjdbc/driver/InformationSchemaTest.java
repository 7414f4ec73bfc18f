package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.InformationSchema;
import io.github.bedrockjdbc.adapter.JobsSchema;
import io.github.bedrockjdbc.adapter.table.TableDescription;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard's tables about tables: what JDBC's metadata says too, and no request. */
class InformationSchemaTest {
  private static BedrockEmulator emulator;
  private static Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    emulator = KnownJobs.emulator();
    connection = DriverManager.getConnection(Urls.of(emulator));
  }

  @AfterAll
  static void nothingWasSent() throws SQLException {
    connection.close();
    emulator.close();
    assertThat(emulator.log().requests()).isEmpty();
  }

  private static List<String> run(String sql) throws SQLException {
    return Queries.run(connection, sql);
  }

  @Test
  void listsBothSchemas() throws SQLException {
    assertThat(run("SELECT schema_name FROM information_schema.schemata"))
        .containsExactly("bedrock", "information_schema");
    assertThat(run("SELECT schema_name FROM information_schema.schemata WHERE catalog_name = ''"))
        .hasSize(2);
  }

  @Test
  void listsTheTables() throws SQLException {
    assertThat(
            run(
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = 'bedrock' AND table_type = 'BASE TABLE'"))
        .isEqualTo(keyed().map(TableDescription::name).toList())
        .contains("job_details", "jobs", "models");
    assertThat(
            run(
                "SELECT table_name FROM INFORMATION_SCHEMA.TABLES"
                    + " WHERE TABLE_SCHEMA = CURRENT_SCHEMA ORDER BY 1"))
        .isEqualTo(
            JobsSchema.descriptions().stream().map(TableDescription::name).sorted().toList());
    assertThat(run("SELECT COUNT(*) FROM information_schema.tables"))
        .containsExactly(
            "" + (JobsSchema.descriptions().size() + InformationSchema.descriptions().size()));
    assertThat(
            run(
                "SELECT DISTINCT is_insertable_into, is_typed, table_catalog, commit_action"
                    + " FROM information_schema.tables"))
        .containsExactly("NO|NO||null");
  }

  /** Of every table, those of the schema itself too. */
  @Test
  void columnsAreThoseOfTheMetadata() throws SQLException {
    final List<String> expected = new ArrayList<>();
    final DatabaseMetaData metaData = connection.getMetaData();
    for (String schema : List.of("bedrock", "information\\_schema")) {
      try (ResultSet row = metaData.getColumns(null, schema, "%", "%")) {
        while (row.next()) {
          final String type = row.getString("TYPE_NAME");
          final boolean isNumber = type.endsWith("INT") || type.equals("INTEGER");
          final List<Object> facts = new ArrayList<>();
          facts.add(row.getString("TABLE_SCHEM"));
          facts.add(row.getString("TABLE_NAME"));
          facts.add(row.getString("COLUMN_NAME"));
          facts.add(row.getInt("ORDINAL_POSITION"));
          facts.add(row.getString("IS_NULLABLE"));
          facts.add(type);
          facts.add(isNumber ? row.getObject("COLUMN_SIZE") : null);
          facts.add(row.getObject("NUM_PREC_RADIX"));
          facts.add(isNumber ? row.getObject("DECIMAL_DIGITS") : null);
          facts.add(type.equals("TIMESTAMP") ? row.getObject("DECIMAL_DIGITS") : null);
          expected.add(String.join("|", facts.stream().map(String::valueOf).toList()));
        }
      }
    }
    assertThat(
            run(
                "SELECT table_schema, table_name, column_name, ordinal_position, is_nullable,"
                    + " data_type, numeric_precision, numeric_precision_radix, numeric_scale,"
                    + " datetime_precision FROM information_schema.columns"))
        .containsExactlyInAnyOrderElementsOf(expected)
        .contains("bedrock|jobs|timeout_hours|9|YES|INTEGER|10|10|0|null")
        .contains("bedrock|jobs|submit_time|5|NO|TIMESTAMP|null|null|null|3");
  }

  @Test
  void theKeyIsThatOfTheMetadata() throws SQLException {
    assertThat(
            run(
                "SELECT table_schema, table_name, constraint_name, constraint_type, enforced"
                    + " FROM information_schema.table_constraints"))
        .isEqualTo(
            keyed()
                .map(TableDescription::name)
                .map(name -> "bedrock|" + name + "|" + name + "_pk|PRIMARY KEY|YES")
                .toList())
        .contains("bedrock|jobs|jobs_pk|PRIMARY KEY|YES");
    assertThat(
            run(
                "SELECT constraint_name, column_name, ordinal_position,"
                    + " position_in_unique_constraint FROM information_schema.key_column_usage"))
        .hasSize((int) keyed().count())
        .contains(
            "inference_profiles_pk|inference_profile_arn|1|null",
            "job_details_pk|job_arn|1|null",
            "jobs_pk|job_arn|1|null",
            "models_pk|model_arn|1|null");
  }

  /** All but those of the connection itself. */
  private static Stream<TableDescription> keyed() {
    return JobsSchema.descriptions().stream().filter(table -> table.key().isPresent());
  }

  /** As clients write them; a catalog that were null would make the second empty. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select const.CONSTRAINT_NAME, COLUMN_NAME from information_schema.table_constraints const"
            + " join information_schema.key_column_usage col"
            + " on const.constraint_schema=col.constraint_schema"
            + " and const.table_name=col.table_name and const.constraint_name=col.constraint_name"
            + " where const.constraint_schema='bedrock' and const.table_name='jobs'"
            + " and const.constraint_name='jobs_pk' order by ordinal_position",
        "SELECT k.constraint_name, k.column_name FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c"
            + " NATURAL JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k"
            + " WHERE constraint_type = 'PRIMARY KEY' AND k.table_name = 'jobs'",
        "SELECT k.constraint_name, c.column_name FROM information_schema.columns c"
            + " JOIN information_schema.key_column_usage k"
            + " USING (table_catalog, table_schema, table_name, column_name)"
            + " WHERE k.table_name = 'jobs'",
      })
  void joinsAsClientsWriteThemFindTheKey(String sql) throws SQLException {
    assertThat(run(sql)).containsExactly("jobs_pk|job_arn");
  }

  @Test
  void isReadWithoutPushdownToo() throws SQLException {
    try (Connection other = DriverManager.getConnection(Urls.of(emulator) + ";pushdown=false")) {
      for (TableDescription table : InformationSchema.descriptions()) {
        final String sql = "SELECT * FROM information_schema." + table.name();
        assertThat(Queries.run(other, sql)).isEqualTo(run(sql)).isNotEmpty();
      }
    }
  }

  @Test
  void isExplained() throws SQLException {
    assertThat(
            run(
                "EXPLAIN PLAN FOR SELECT t.table_name, COUNT(*) FROM information_schema.tables t"
                    + " JOIN information_schema.columns c ON c.table_name = t.table_name"
                    + " GROUP BY t.table_name"))
        .anyMatch(line -> line.strip().equals("Scan tables"))
        .anyMatch(line -> line.strip().equals("Scan columns"))
        .noneMatch(line -> line.contains("Request"));
  }

  @Test
  void resultsTellWhereTheirColumnsAreFrom() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT table_name FROM information_schema.tables")) {
      final ResultSetMetaData shown = result.getMetaData();
      assertThat(shown.getSchemaName(1)).isEqualTo("information_schema");
      assertThat(shown.getTableName(1)).isEqualTo("tables");
      assertThat(shown.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tables,did you mean 'information_schema.tables'?",
    "colums,did you mean 'information_schema.columns'?",
    "information_schema.tabels,did you mean 'information_schema.tables'?",
    "informaton_schema.tables,schema 'informaton_schema' not found; did you mean 'information_schema'?",
    "information_schema.jobs,table 'jobs' not found",
    "information_schema.views,table 'views' not found",
    "jos,did you mean 'jobs'?",
  })
  void whatIsMistypedIsAnError(String table, String text) {
    assertThatThrownBy(() -> run("SELECT * FROM " + table))
        .hasMessageContaining(text)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42S02");
  }

  /** Whoever lists everything would copy, map or show these tables among the database's own. */
  @Test
  void metadataShowsItToWhomAsksForItByName() throws SQLException {
    final DatabaseMetaData metaData = connection.getMetaData();
    final List<String> names =
        InformationSchema.descriptions().stream().map(TableDescription::name).toList();
    for (String schema :
        List.of("information_schema", "INFORMATION\\_SCHEMA", "information%", "%schema")) {
      assertThat(MetaDataFixture.texts(metaData.getSchemas(null, schema), "TABLE_SCHEM"))
          .containsExactly("information_schema");
      assertThat(MetaDataFixture.texts(metaData.getTables("", schema, "%", null), "TABLE_NAME"))
          .isEqualTo(names);
      assertThat(
              MetaDataFixture.texts(
                  metaData.getColumns(null, schema, "tables", null), "TABLE_NAME"))
          .hasSize(12);
    }
    for (String schema : Arrays.asList(null, "%", "bedrock", "%e%")) {
      assertThat(MetaDataFixture.texts(metaData.getSchemas(null, schema), "TABLE_SCHEM"))
          .containsExactly("bedrock");
      assertThat(MetaDataFixture.texts(metaData.getTables(null, schema, null, null), "TABLE_NAME"))
          .doesNotContainAnyElementsOf(names);
    }
    assertThat(
            MetaDataFixture.texts(
                metaData.getTables(null, "information_schema", "%", new String[] {"SYSTEM TABLE"}),
                "TABLE_NAME"))
        .isEqualTo(names);
  }
}
