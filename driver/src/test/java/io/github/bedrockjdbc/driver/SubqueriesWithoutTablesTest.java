package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A subquery that reads no table of its own is no more than its expression. */
class SubqueriesWithoutTablesTest {
  private static BedrockEmulator emulator;

  @BeforeAll
  static void start() {
    emulator = KnownJobs.emulator();
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT job_name, (SELECT status) FROM jobs; SELECT job_name, status FROM jobs",
        "SELECT (SELECT job_name FROM (VALUES (1)) v(x)) FROM jobs; SELECT job_name FROM jobs",
        "SELECT (SELECT (SELECT j.end_time)) FROM jobs j; SELECT end_time FROM jobs",
        "SELECT (SELECT end_time WHERE status = 'Failed') FROM jobs;"
            + " SELECT CASE WHEN status = 'Failed' THEN end_time END FROM jobs",
        "SELECT job_name FROM jobs WHERE (SELECT status) = 'Failed';"
            + " SELECT job_name FROM jobs WHERE status = 'Failed'",
        "SELECT job_name FROM jobs WHERE (SELECT end_time) IS NULL;"
            + " SELECT job_name FROM jobs WHERE end_time IS NULL",
        "SELECT job_name FROM jobs ORDER BY (SELECT submit_time) DESC;"
            + " SELECT job_name FROM jobs ORDER BY submit_time DESC",
        "SELECT COUNT((SELECT message)), MAX((SELECT submit_time)) FROM jobs;"
            + " SELECT COUNT(message), MAX(submit_time) FROM jobs",
        "SELECT status, (SELECT status), COUNT(*) FROM jobs GROUP BY status ORDER BY 1;"
            + " SELECT status, status, COUNT(*) FROM jobs GROUP BY status ORDER BY 1",
        "SELECT a.job_name FROM jobs a JOIN jobs b ON a.job_id = (SELECT b.job_id) ORDER BY 1;"
            + " SELECT job_name FROM jobs ORDER BY 1",
        "SELECT (SELECT COUNT(*) FROM jobs k WHERE k.status = (SELECT j.status)) FROM jobs j;"
            + " SELECT COUNT(*) OVER (PARTITION BY status) FROM jobs ORDER BY submit_time DESC",
      })
  void areWhatTheySelect(String sql, String same) throws SQLException {
    assertThat(Queries.run(Urls.of(emulator), sql))
        .isEqualTo(Queries.run(Urls.of(emulator), same))
        .isNotEmpty();
  }
}
