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
