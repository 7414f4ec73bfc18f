package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of columns without an alias are those that PostgreSQL 15 shows for the statement. */
class ColumnNamesTest {
  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "count ! SELECT COUNT(*) FROM jobs",
        "sum|max|count|count|avg ! SELECT SUM(total_records), MAX(submit_time),"
            + " COUNT(DISTINCT status), COUNT(*) FILTER (WHERE status = 'x'), AVG(total_records)"
            + " FROM jobs",
        "string_agg|bool_and ! SELECT STRING_AGG(status, ','), BOOL_AND(status = 'x') FROM jobs",
        "row_number|sum ! SELECT ROW_NUMBER() OVER (ORDER BY status), SUM(total_records) OVER ()"
            + " FROM jobs",
        "?column?|?column?|?column?|?column?|?column?|?column?|?column? ! SELECT 1, 'x', NULL, -1,"
            + " 1 + 1, 'a' || 'b', TRUE",
        "?column?|?column?|?column?|?column? ! SELECT status IS NULL, status LIKE 'x', status = 'x',"
            + " NOT status IN ('x') FROM jobs",
        "date|timestamp|interval ! SELECT DATE '2026-01-01', TIMESTAMP '2026-01-01 00:00:00',"
            + " INTERVAL '1' DAY",
        "int4|int8|int2|float8|float4|float8 ! SELECT CAST(1 AS INTEGER), CAST(1 AS BIGINT),"
            + " CAST(1 AS SMALLINT), CAST('1' AS DOUBLE PRECISION), CAST(1 AS REAL),"
            + " CAST(1 AS FLOAT)",
        "numeric|varchar|bpchar|date|timestamp|bool|time ! SELECT CAST(1 AS DECIMAL(9, 2)),"
            + " CAST(1 AS VARCHAR), CAST(1 AS CHAR(3)), CAST('2026-01-01' AS DATE),"
            + " CAST('2026-01-01' AS TIMESTAMP), CAST('true' AS BOOLEAN), CAST('00:00' AS TIME)",
        "submit_time|submit_time|status|upper ! SELECT CAST(submit_time AS DATE),"
            + " CAST(CAST(submit_time AS DATE) AS VARCHAR), status::VARCHAR,"
            + " CAST(UPPER(status) AS VARCHAR) FROM jobs",
        "case|case|status|upper|case ! SELECT CASE WHEN 1 = 1 THEN 1 END,"
            + " CASE WHEN 1 = 1 THEN 1 ELSE 2 END, CASE WHEN 1 = 1 THEN 'a' ELSE status END,"
            + " CASE WHEN 1 = 1 THEN 'a' ELSE UPPER(status) END,"
            + " CASE WHEN 1 = 1 THEN 'a' ELSE CAST(1 AS VARCHAR) END FROM jobs",
        "coalesce|nullif|greatest|least|upper|substring|position ! SELECT COALESCE(status, 'x'),"
            + " NULLIF(status, 'x'), GREATEST(1, 2), LEAST(1, 2), UPPER(status),"
            + " SUBSTRING(status FROM 1 FOR 2), POSITION('a' IN status) FROM jobs",
        "btrim|ltrim|rtrim|btrim ! SELECT TRIM(status), TRIM(LEADING 'x' FROM status),"
            + " TRIM(TRAILING 'x' FROM status), TRIM(BOTH 'x' FROM status) FROM jobs",
        "current_date|current_timestamp|localtimestamp ! SELECT CURRENT_DATE, CURRENT_TIMESTAMP,"
            + " LOCALTIMESTAMP",
        "count|exists|m|?column?|status ! SELECT (SELECT COUNT(*) FROM jobs),"
            + " EXISTS (SELECT 1 FROM jobs), (SELECT MAX(status) AS m FROM jobs), (SELECT 1 + 1),"
            + " (SELECT status FROM jobs LIMIT 1)",
        "status|count ! SELECT (status), (COUNT(*)) FROM jobs GROUP BY status",
        "extract|date_part|extract|extract ! SELECT EXTRACT(DAY FROM submit_time),"
            + " DATE_PART('day', submit_time), EXTRACT('hour' FROM submit_time),"
            + " {fn EXTRACT(MONTH FROM submit_time)} FROM jobs",
        // names that could be Calcite's are no less the user's
        "EXPR$0|?column?|EXPR$1 ! SELECT 1 AS \"EXPR$0\", 2, 3 AS EXPR$1",
        "EXPR$0|EXPR$x ! SELECT * FROM (SELECT 1 AS EXPR$0, 2 AS EXPR$x) AS t",
        "EXPR$7|status|?column? ! SELECT 1 AS EXPR$7, j.* FROM (SELECT k.*, 1 + 1"
            + " FROM (SELECT status FROM jobs) AS k) AS j",
        "ucase|locate ! SELECT {fn UCASE(status)}, {fn LOCATE('x', status)} FROM jobs",
        "column1|column2 ! VALUES (1, 'a')",
        "count ! SELECT COUNT(*) FROM jobs UNION ALL SELECT 1",
        // outside of the query that they belong to
        "status|count|max ! SELECT * FROM (SELECT status, COUNT(*), MAX(submit_time) FROM jobs"
            + " GROUP BY status) AS t",
        "count ! SELECT t.count FROM (SELECT COUNT(*) FROM jobs) AS t",
        "extract ! SELECT t.extract FROM (SELECT EXTRACT(DAY FROM submit_time) FROM jobs) AS t",
        "count|sum ! WITH q AS (SELECT COUNT(*), SUM(total_records) FROM jobs)"
            + " SELECT count, sum FROM q",
        "column1|column2 ! SELECT * FROM (VALUES (1, 'a')) AS t",
        "status|count ! SELECT j.*, COUNT(*) OVER () FROM (SELECT status FROM jobs) AS j",
        "submit_time|count ! SELECT * FROM (SELECT CAST(submit_time AS DATE), COUNT(*) FROM jobs"
            + " GROUP BY CAST(submit_time AS DATE)) AS t",
        "count ! SELECT b.count FROM jobs AS j CROSS JOIN LATERAL (SELECT COUNT(*) FROM jobs AS k"
            + " WHERE k.status = j.status) AS b",
        "count ! EXPLAIN PLAN FOR SELECT t.count FROM (SELECT COUNT(*) FROM jobs) AS t",
      })
  void columnsAreNamedAsInPostgresql(String names, String sql) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql);
        ResultSet result = prepared.executeQuery()) {
      final List<String> expected =
          sql.startsWith("EXPLAIN") ? List.of("PLAN") : List.of(names.split("\\|"));
      assertThat(labels(result.getMetaData())).isEqualTo(expected);
      assertThat(labels(prepared.getMetaData())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "SELECT status, COUNT(*) FROM jobs GROUP BY status ORDER BY count DESC, status ! 2",
        "SELECT status, COUNT(*) FROM jobs GROUP BY status ORDER BY COUNT DESC NULLS LAST, 1 ! 2",
        "SELECT status, MAX(submit_time) FROM jobs GROUP BY status ORDER BY max DESC ! 2",
        "SELECT DISTINCT UPPER(status) FROM jobs ORDER BY upper DESC ! 1",
        "SELECT LENGTH(status) FROM jobs UNION SELECT 1 ORDER BY length DESC ! 1",
      })
  void orderByTakesTheName(String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      final List<String> values = new ArrayList<>();
      while (result.next()) {
        final String value = result.getString(column);
        values.add("0".repeat(value.matches("\\d+") ? 9 - value.length() : 0) + value);
      }
      assertThat(values).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }
  }

  /** Elsewhere they would change what statements mean that name a column of the table. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "SELECT CAST(submit_time AS DATE), COUNT(*) FROM jobs GROUP BY submit_time ! 6",
        "SELECT CASE WHEN status = 'Failed' THEN 'x' ELSE status END, COUNT(*) FROM jobs"
            + " GROUP BY status HAVING status = 'Failed' ! 1",
        "SELECT * FROM (SELECT CAST(submit_time AS DATE), COUNT(*) FROM jobs GROUP BY submit_time)"
            + " AS t ! 6",
      })
  void groupByMeansTheColumn(String sql, int rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int count = 0;
      while (result.next()) {
        count++;
      }
      assertThat(count).isEqualTo(rows);
    }
  }

  @Test
  void aColumnIsFoundByItsNameAndTheFirstOfSeveral() throws SQLException {
    final String sql = "SELECT COUNT(*), COUNT(*) + 1, COUNT(message) FROM jobs";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      assertThat(result.getInt("count")).isEqualTo(6).isEqualTo(result.getInt("COUNT"));
      assertThat(result.findColumn("?column?")).isEqualTo(2);
      assertThat(result.getMetaData().getColumnName(3)).isEqualTo("count");
    }
  }

  @Test
  void ofSeveralInASubqueryEachHasANameOfItsOwn() throws SQLException {
    final String sql =
        "SELECT t.*, t.count0 FROM (SELECT COUNT(*), COUNT(message), 1 + 1 FROM jobs) AS t";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(labels(result.getMetaData()))
          .containsExactly("count", "count0", "?column?", "count0");
    }
  }

  private static List<String> labels(ResultSetMetaData metaData) throws SQLException {
    final List<String> labels = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      labels.add(metaData.getColumnLabel(i));
    }
    return labels;
  }
}
