package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Details above and below other operators: rows as written. */
class DetailPlansTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(90);

  @AutoClose
  private final Connection connection = Urls.connect(emulator, ";pageSize=10;parallelism=4");

  @AutoClose private final Connection asWritten = Urls.connect(emulator, ";pushdown=false");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT tags, COUNT(*) FROM job_details GROUP BY tags",
        "SELECT COUNT(DISTINCT tags) FROM (SELECT * FROM job_details ORDER BY job_arn LIMIT 5) x",
        "SELECT tags_state, COUNT(*) FROM (SELECT * FROM job_details"
            + " WHERE CHAR_LENGTH(job_name) > 9 ORDER BY job_arn LIMIT 50) x GROUP BY tags_state",
        "SELECT MAX(tags) FROM job_details d WHERE job_arn IN (SELECT job_arn FROM jobs"
            + " WHERE total_records > 10 ORDER BY job_name LIMIT 20)",
        "SELECT tags FROM job_details UNION SELECT status FROM jobs",
        "SELECT tags FROM job_details WHERE tags > 'a' INTERSECT SELECT tags FROM job_details"
      })
  void rowsOfOneColumnHaveDetailsToo(String sql) throws SQLException {
    assertThat(Queries.run(connection, sql).stream().sorted())
        .isNotEmpty()
        .isEqualTo(Queries.run(asWritten, sql).stream().sorted().toList());
  }

  /** The rows that come in are in the order of keys of which some do not go out. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_id, usage_state FROM (SELECT * FROM job_details ORDER BY status, job_id"
            + " LIMIT 60) x ORDER BY job_id",
        "SELECT job_id, tags FROM (SELECT * FROM job_details ORDER BY model, job_id LIMIT 60) x"
            + " WHERE tags_state <> 'x' ORDER BY job_id LIMIT 20",
        "SELECT job_id, tags FROM (SELECT * FROM job_details ORDER BY status, model DESC, job_id"
            + " LIMIT 60) x WHERE tags_state <> 'x' ORDER BY status, model DESC, job_id LIMIT 20"
      })
  void anOrderBelowIsTakenForItselfOnly(String sql) throws SQLException {
    assertThat(Queries.run(connection, sql)).isNotEmpty().isEqualTo(Queries.run(asWritten, sql));
  }

  /** Rows that cannot be are in every order; of two such subqueries, plans are made anew. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT MAX(tags) FROM job_details WHERE 1 = 0; null",
        "SELECT COUNT(*) FROM jobs d WHERE EXISTS (SELECT 1 FROM job_details e WHERE 1 = 0"
            + " AND e.input_tokens = d.total_records); 0",
        "SELECT COUNT(*) FILTER (WHERE NONE) FROM jobs d UNION ALL"
            + " SELECT COUNT(*) FILTER (WHERE NONE) FROM jobs d; 0 0"
      })
  void noJobsHaveNoDetails(String query, String expected) throws SQLException {
    final String none =
        "EXISTS (SELECT 1 FROM job_details e WHERE 1 = 0 GROUP BY e.job_arn HAVING e.job_arn ="
            + " d.job_arn AND MAX(e.tags) = MAX(e.tags))";
    assertThat(Queries.run(connection, query.replace("NONE", none)))
        .containsExactly(expected.split(" "));
  }
}
