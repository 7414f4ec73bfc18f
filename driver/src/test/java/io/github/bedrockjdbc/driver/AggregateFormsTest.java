package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of aggregates, with what to write instead, and what their types say. */
class AggregateFormsTest {
  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PERCENTILE_CONT(0.5) FROM jobs; PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY total_records)",
        "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY status, model) FROM jobs; orders by a single value",
        "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY submit_time) FROM jobs; PERCENTILE_DISC(0.5)",
        "MEDIAN(status) FROM jobs; take numbers, not VARCHAR",
        "MEDIAN(total_records) OVER () FROM jobs; subquery with GROUP BY",
        "LISTAGG(status) WITHIN GROUP (ORDER BY status) OVER () FROM jobs; subquery with GROUP BY",
        "MEDIAN() FROM jobs; MEDIAN takes one argument",
        "STRING_AGG(status) FROM jobs; STRING_AGG(job_name, ', ')",
        "STRING_AGG(DISTINCT status, ',' ORDER BY model) FROM jobs; only be ordered by themselves",
        "RANK() FILTER (WHERE timeout_hours > 1) OVER (ORDER BY status) FROM jobs; not RANK",
        "SUM(total_records) WITHIN DISTINCT (model) FROM jobs; DISTINCT rows in a subquery",
        "COUNT(*) FROM jobs GROUP BY ROLLUP(status, status); GROUPING SETS",
        "COUNT(*) FROM jobs GROUP BY TUMBLE(submit_time, INTERVAL '1' DAY); FROM TABLE(TUMBLE",
        "COUNT(*) OVER (ORDER BY timeout_hours ROWS BETWEEN 1 + 1 PRECEDING AND CURRENT ROW)"
            + " FROM jobs; offset of a frame",
        "COUNT(*) OVER (ORDER BY status GROUPS 1 PRECEDING) FROM jobs; one of ROWS or RANGE",
        "COUNT(*) OVER (w ROWS 1 PRECEDING) FROM jobs WINDOW w AS (ORDER BY submit_time"
            + " ROWS 2 PRECEDING); window 'w' has a frame: write OVER w, or leave the frame out of w",
        "LAG(status, 1, 5) OVER (ORDER BY status) FROM jobs; type INTEGER does not fit",
        "COLLECT(status) FROM jobs; function 'COLLECT' not found",
        "ARRAY_AGG(status) FROM jobs; function 'ARRAY_AGG' not found",
      })
  void areRefusedWithWhatToWrite(String query, String message) throws SQLException {
    final SQLException failure = Answered.failureOf(connection, "SELECT " + query);
    assertThat(failure.getMessage()).contains(message);
    assertThat(failure.getSQLState()).isEqualTo("42000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PERCENTILE_CONT(1.5) WITHIN GROUP (ORDER BY total_records); between 0 and 1, not 1.5",
        "NTILE(0) OVER (ORDER BY status); NTILE must be at least 1, not 0",
        "NTH_VALUE(status, 0) OVER (ORDER BY status); NTH_VALUE must be at least 1, not 0",
      })
  void numbersOutOfRange(String function, String message) throws SQLException {
    final SQLException failure =
        Answered.failureOf(connection, "SELECT " + function + " FROM jobs");
    assertThat(failure.getMessage()).contains(message);
    assertThat(failure.getSQLState()).isEqualTo("22003");
  }

  @Test
  void typesAreThoseOfTheArgumentsOrWide() throws SQLException {
    assertThat(
            types(
                "COUNT(*), MIN(status), ARG_MAX(timeout_hours, status), LISTAGG(status),"
                    + " MEDIAN(timeout_hours), PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY submit_time),"
                    + " MODE(timeout_hours), STDDEV(timeout_hours), CORR(timeout_hours, 1),"
                    + " BOOL_OR(timeout_hours > 1), BIT_OR(timeout_hours), JSON_ARRAYAGG(status)"
                    + " FROM jobs"))
        .isEqualTo(
            "BIGINT VARCHAR? INTEGER? VARCHAR? DOUBLE? TIMESTAMP? INTEGER? DOUBLE? DOUBLE?"
                + " BOOLEAN? INTEGER? VARCHAR?");
    assertThat(
            types(
                "ROW_NUMBER() OVER w, RANK() OVER w, PERCENT_RANK() OVER w, CUME_DIST() OVER w,"
                    + " LAG(job_id) OVER w, LAG(timeout_hours, 1, 0) OVER w, LEAD(status, 1, 'x') OVER w,"
                    + " FIRST_VALUE(status) OVER w, NTH_VALUE(status, 2) OVER w, COUNT(*) OVER w,"
                    + " MAX(status) OVER w FROM jobs WINDOW w AS (ORDER BY submit_time)"))
        .isEqualTo(
            "BIGINT BIGINT DOUBLE DOUBLE VARCHAR? INTEGER? VARCHAR? VARCHAR? VARCHAR? BIGINT"
                + " VARCHAR?");
  }

  /** A question mark stands where null can be. */
  private static String types(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + query)) {
      final ResultSetMetaData metaData = rows.getMetaData();
      final StringBuilder types = new StringBuilder();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        types
            .append(i == 1 ? "" : " ")
            .append(metaData.getColumnTypeName(i))
            .append(metaData.isNullable(i) == ResultSetMetaData.columnNoNulls ? "" : "?");
      }
      return types.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TUMBLE(%s, INTERVAL '1' DAY)",
        "SESSION(%s, DESCRIPTOR(status), INTERVAL '1' DAY)"
      })
  void rowsWithoutATimeLieInNoWindow(String function) throws SQLException {
    assertThat(
            Queries.run(
                connection,
                "SELECT COUNT(*) FROM TABLE("
                    + function.formatted("TABLE jobs, DESCRIPTOR(end_time)")
                    + ")"))
        .containsExactly("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT a.x FROM (VALUES 1, 2, 6) a(x) WHERE EXISTS (SELECT b.z FROM"
            + " (VALUES (1, 1), (1, 2), (2, 5)) b(z, y) GROUP BY b.z HAVING COUNT(*) = a.x); 1 2",
        "SELECT a.x FROM (VALUES 1, 2) a(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1) c(w) WHERE EXISTS"
            + " (SELECT COUNT(*) FROM (VALUES 1, 1) b(z) HAVING COUNT(*) = a.x)); 2",
        "SELECT (SELECT COUNT(*) + a.x FROM (VALUES (1, 1), (1, 2)) b(z, y) WHERE b.z = a.x)"
            + " FROM (VALUES 1, 2) a(x); 3 2",
        "SELECT (SELECT SUM(y) FROM (VALUES (1, 1), (1, 2), (2, 5)) b(z, y) WHERE b.z = a.x"
            + " HAVING SUM(y) > a.x) FROM (VALUES 1, 2, 6) a(x); 3 5 null",
        "SELECT COALESCE((SELECT LISTAGG(y) FROM (VALUES (1, 'a')) b(z, y) WHERE b.z = a.x), 'none')"
            + " FROM (VALUES 1, 2) a(x); a none",
        "SELECT a.x FROM (VALUES 1, 2, 3) a(x) WHERE 3 IN"
            + " (SELECT a.x + COUNT(*) FROM (VALUES 1, 1, 5) a(x) GROUP BY a.x); 1 2 3",
      })
  void anOuterColumnIsAConstantInAGroup(String sql, String rows) throws SQLException {
    assertThat(String.join(" ", Queries.run(connection, sql))).isEqualTo(rows);
  }
}
