package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row values are compared part by part, or not at all. */
class RowValuesTest {
  private static final String ROWS = "(VALUES (1, 2), (1, 3), (2, 1), (1, NULL)) t(x, y)";

  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(x, y) = (1, 3); 1",
        "(x, y) <> (1, 3); 2",
        "NOT ((x, y) = (1, 3)); 2",
        "(x, y) < (1, 3); 1",
        "(x, y) <= (1, 3); 2",
        "(x, y) > (1, 2); 2",
        "(x, y) >= (1, 2); 3",
        "(x, y) IS NOT NULL; 3",
        "(x, y) IS DISTINCT FROM (1, 3); 3",
        "(x, y) IS NOT DISTINCT FROM (1, NULL); 1",
        "(x, y) IN ((1, 2), (2, 1)); 2",
        "(x, y) IN (SELECT 1, 3); 1",
        "(x, y) NOT IN (SELECT 1, NULL); 1",
        "((x, y) IN (SELECT 1, 3)) IS NULL; 1",
        "ROW(x, y) = ROW(1, 2) OR x = 2; 2",
        "((x, y), 1) = ((1, 3), 1) AND x = 1; 1",
        "((x, y), 1) IN (((1, 3), 1), ((2, 1), 2)); 1",
        "(((x, y), 1) IN (SELECT (1, 3), 1)) = TRUE; 1",
        "((x, y), 1) <> ALL (SELECT (1, 3), 1); 2",
        "(SELECT 1, 3) = (x, y); 1",
        "(SELECT 1, 2) < (x, y); 2",
      })
  void areComparedByTheirParts(String condition, String count) throws SQLException {
    assertThat(Queries.run(connection, "SELECT COUNT(*) FROM " + ROWS + " WHERE " + condition))
        .containsExactly(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT COUNT(*) FROM (SELECT ROW(status, model) r FROM jobs GROUP BY ROW(status, model)) t; 4",
        "SELECT COUNT(*) FROM (SELECT DISTINCT ROW(status, model) FROM jobs) t; 4",
        "SELECT COUNT(DISTINCT (status, model)) FROM jobs; 4",
        "SELECT COUNT(*) FROM jobs a JOIN jobs b ON (a.status, a.model) = (b.status, b.model); 10",
        "SELECT COUNT(*) FROM (SELECT ROW(status, model) r FROM jobs) a"
            + " JOIN (SELECT ROW(status, model) r FROM jobs) b ON a.r = b.r; 10",
        "SELECT COUNT(*) FROM (SELECT ROW(status) r FROM jobs UNION ALL"
            + " SELECT ROW(status) FROM jobs) t; 12",
      })
  void areOneIfTheirPartsAre(String sql, String count) throws SQLException {
    assertThat(Queries.run(connection, sql)).containsExactly(count);
  }

  /** Whether they are among rows, of which NULL leaves some unknown. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT (COUNT(*), 6) IN (SELECT 6, 6), (COUNT(*), 6) IN (SELECT 5, NULL),"
            + " (COUNT(*), 6) IN (SELECT 6, NULL) FROM jobs; true|false|null",
        "SELECT x, (COUNT(*), x) NOT IN (VALUES (1, 1), (1, NULL)) FROM ROWS GROUP BY x ORDER BY x;"
            + " 1|true 2|null",
        "SELECT x FROM ROWS GROUP BY x HAVING (COUNT(*), x) NOT IN (VALUES (1, 2), (2, NULL)); 1",
        "SELECT x FROM ROWS GROUP BY x HAVING (MIN(y), x) IN (VALUES (1, 2), (NULL, 1)); 2",
        "SELECT x FROM ROWS GROUP BY x"
            + " HAVING ((COUNT(*), x) IN (VALUES (1, 1), (3, NULL))) IS NULL; 1",
        "SELECT CASE WHEN (SUM(x), MIN(y)) IN (SELECT a, 1 FROM (VALUES 5, NULL) w(a))"
            + " THEN 'in' ELSE 'out' END FROM ROWS; in",
        "SELECT AVG(x) FROM (VALUES 1.25, 0.5) v(x) HAVING (AVG(x), TIMESTAMP '2026-03-08"
            + " 05:00:00') NOT IN (SELECT total_records * 0.25, submit_time FROM jobs); 0.875",
        "SELECT y, (ROW_NUMBER() OVER (ORDER BY y), y) IN (SELECT a, a + 1 FROM (VALUES 1, NULL)"
            + " w(a)) FROM ROWS WHERE x = 1 ORDER BY y; 2|true 3|null null|null",
        "SELECT y, (RANK() OVER (ORDER BY y), y) IN (SELECT a, t.x + 1 FROM (VALUES 1) w(a))"
            + " FROM ROWS WHERE x = 1 ORDER BY y; 2|true 3|false null|false",
        "SELECT y FROM ROWS"
            + " QUALIFY (ROW_NUMBER() OVER (ORDER BY y), x) NOT IN (SELECT a, 1 FROM"
            + " (VALUES 2, 3, 4) w(a)); 1",
        "SELECT x FROM ROWS GROUP BY x ORDER BY (COUNT(*), x) IN (SELECT 3, 1), x DESC; 2 1",
        "SELECT x, (MAX(y), (SELECT COUNT(*) FROM jobs)) IN (SELECT w.a + t.x, 6 FROM (VALUES 2)"
            + " w(a)), (SELECT MAX(job_id) FROM jobs b WHERE b.timeout_hours = 24 * t.x)"
            + " FROM ROWS GROUP BY x ORDER BY x; 1|true|job000000006 2|false|job000000003",
        "SELECT (SELECT (COUNT(*), a.x) NOT IN (SELECT 1, t.x FROM ROWS WHERE t.y = a.y)"
            + " FROM jobs WHERE status = 'Stopped') FROM (VALUES (1, 2), (2, 3)) a(x, y);"
            + " false true",
        "SELECT DISTINCT (MAX(x) OVER (), 2) IN (SELECT 2, 2) FROM ROWS; true",
      })
  void ofAggregatesAndWindowsAreAmongRows(String sql, String rows) throws SQLException {
    assertThat(String.join(" ", Queries.run(connection, sql.replace("ROWS", ROWS))))
        .isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (1, 2) < (SELECT x, y FROM " + ROWS + ")",
        "SELECT x FROM " + ROWS + " WHERE (x, y) = (SELECT timeout_hours, 1 FROM jobs)",
      })
  void areNotComparedWithSeveralRows(String sql) throws SQLException {
    assertThat(Answered.failureOf(connection, sql).getSQLState()).isEqualTo("21000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNION", "INTERSECT", "EXCEPT", "INTERSECT ALL", "EXCEPT ALL"})
  void areRefusedInSets(String operation) throws SQLException {
    final SQLException failure =
        Answered.failureOf(
            connection,
            "SELECT ROW(status) r FROM jobs " + operation + " SELECT ROW(status) FROM jobs");
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage())
        .isEqualTo(
            operation.replace(" ALL", "")
                + " cannot compare row values; write their parts as columns");
  }
}
