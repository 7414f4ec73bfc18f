package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subqueries of groups, and subqueries whose values are sought in others. */
class HavingSubqueriesTest {
  private static final String FAILED =
      "SELECT status FROM jobs WHERE status = 'Failed' GROUP BY status";

  private static BedrockEmulator emulator;

  @BeforeAll
  static void start() {
    emulator = BedrockEmulator.demo();
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(SELECT COUNT(*) FROM models) > 0"
            + " AND (SELECT MAX(b.status) FROM jobs b WHERE b.status = a.status) = 'Failed'",
        "(SELECT MAX(b.status) FROM jobs b WHERE b.status = a.status) = 'Failed'"
            + " AND (SELECT COUNT(*) FROM jobs b WHERE b.status = a.status) = COUNT(*)",
        "MAX(status) IN (SELECT status FROM jobs) AND EXISTS"
            + " (SELECT 1 FROM jobs b WHERE b.status = a.status AND b.status = 'Failed')",
        "NOT EXISTS (SELECT 1 FROM jobs b WHERE b.status = a.status AND b.status <> 'Failed')"
            + " OR EXISTS (SELECT 1 FROM jobs b WHERE b.status = a.status AND b.status IS NULL)",
        "(SELECT MAX(b.status) FROM jobs b WHERE b.status = a.status) IN (VALUES 'Failed', 'x')",
        "(SELECT MAX(b.status) FROM jobs b WHERE b.status = a.status) >= ALL"
            + " (SELECT b.status FROM jobs b WHERE b.status IN ('Completed', 'Failed'))"
            + " AND (SELECT COUNT(*) FROM jobs b WHERE b.status = a.status) > 200",
      })
  void havingMayHaveSeveral(String having) throws SQLException {
    assertThat(rows("SELECT status FROM jobs a GROUP BY status HAVING " + having))
        .isEqualTo(rows(FAILED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT COUNT(*), status, (SELECT COUNT(*) FROM jobs b WHERE b.status = a.status) FROM jobs"
            + " a GROUP BY status HAVING COUNT(*) = (SELECT COUNT(*) FROM jobs b WHERE b.status ="
            + " a.status) AND (SELECT MAX(b.status) FROM jobs b WHERE b.status = a.status) <> 'x'"
            + " ORDER BY MAX(submit_time) DESC LIMIT 3;"
            + " SELECT COUNT(*), status, COUNT(*) FROM jobs GROUP BY status"
            + " ORDER BY MAX(submit_time) DESC LIMIT 3",
        "SELECT COUNT(*) FROM jobs HAVING EXISTS (SELECT 1 FROM models) AND COUNT(*) > (SELECT 5);"
            + " SELECT COUNT(*) FROM jobs",
        "SELECT DISTINCT status FROM jobs a GROUP BY status, model HAVING EXISTS (SELECT 1 FROM"
            + " models) AND EXISTS (SELECT 1 FROM jobs b WHERE b.status = a.status AND b.model ="
            + " a.model AND b.timeout_hours > 30) ORDER BY 1;"
            + " SELECT DISTINCT status FROM jobs WHERE timeout_hours > 30 ORDER BY 1",
        "SELECT status FROM jobs a GROUP BY ROLLUP (status) HAVING EXISTS (SELECT 1 FROM models)"
            + " AND (SELECT COUNT(*) FROM jobs b WHERE b.status = a.status) = 0;"
            + " SELECT NULL AS status",
        "SELECT c.status FROM jobs c WHERE EXISTS (SELECT 1 FROM jobs a WHERE a.status = c.status"
            + " GROUP BY a.model HAVING EXISTS (SELECT 1 FROM models) AND (SELECT COUNT(*) FROM jobs"
            + " b WHERE b.model = a.model AND b.status = c.status) > 20) GROUP BY c.status"
            + " ORDER BY 1;"
            + " SELECT DISTINCT status FROM (SELECT status FROM jobs GROUP BY status, model"
            + " HAVING COUNT(*) > 20) x ORDER BY 1",
        // windows are of the groups that are left
        "SELECT status, COUNT(*) OVER (), SUM(COUNT(*)) OVER () FROM jobs a GROUP BY status HAVING"
            + " EXISTS (SELECT 1 FROM jobs b WHERE b.status = a.status AND b.status < 'F')"
            + " ORDER BY status;"
            + " SELECT status, COUNT(*) OVER (), SUM(COUNT(*)) OVER () FROM jobs WHERE status < 'F'"
            + " GROUP BY status ORDER BY status",
        "SELECT RANK() OVER (ORDER BY COUNT(*)), (SELECT MIN(b.status) FROM jobs b WHERE b.status ="
            + " a.status) FROM jobs a GROUP BY status HAVING (SELECT MAX(b.status) FROM jobs b WHERE"
            + " b.status = a.status) > 'E' AND EXISTS (SELECT 1 FROM models) ORDER BY 1;"
            + " SELECT RANK() OVER (ORDER BY COUNT(*)), status FROM jobs WHERE status > 'E' GROUP BY"
            + " status ORDER BY 1",
        "SELECT 100 / (COUNT(*) - 272) FROM jobs a GROUP BY status HAVING EXISTS (SELECT 1 FROM jobs"
            + " b WHERE b.status = a.status AND b.status = 'Completed');"
            + " SELECT 100 / (COUNT(*) - 272) FROM jobs WHERE status = 'Completed'",
        // whose plan has parts that are equal to what is below themselves
        "SELECT (SELECT MAX(x.c) FROM (SELECT MAX('x') c FROM jobs b WHERE b.input_format = a.status"
            + " AND TIMESTAMP '2024-12-06 18:38:13' IN (SELECT MAX(submit_time) FROM jobs WHERE"
            + " FALSE HAVING 'é' NOT LIKE CASE WHEN a.input_format LIKE 'S%' THEN '%a%' ELSE"
            + " '%ight%' END)) x) FROM jobs a;"
            + " SELECT CAST(NULL AS VARCHAR) FROM jobs",
        "SELECT x FROM (VALUES 1, 2) v(x) WHERE ((TIMESTAMP '2100-02-28 12:00:00', 'Stopped') IN"
            + " (SELECT FLOOR(TIMESTAMP '2026-09-23 23:59:59.999' TO MONTH), UPPER(q.c) FROM (VALUES"
            + " ('12', FALSE, LEAST('a longer text than all others', 'Stopping'))) q(a, b, c) WHERE"
            + " CHAR_LENGTH(q.c) <= CHAR_LENGTH(q.a) ORDER BY q.a DESC, q.b, q.c DESC LIMIT 19))"
            + " = FALSE ORDER BY x;"
            + " SELECT x FROM (VALUES 1, 2) v(x) ORDER BY x",
        // one group of one row, which is no longer grouped then
        "SELECT (SELECT COUNT(*) FROM jobs b WHERE b.submit_time = a.submit_time AND a.model LIKE"
            + " '%') FROM (SELECT * FROM jobs WHERE job_arn = (SELECT MIN(job_arn) FROM jobs)) a"
            + " GROUP BY model, submit_time;"
            + " SELECT COUNT(*) FROM jobs b WHERE b.submit_time = (SELECT submit_time FROM jobs"
            + " WHERE job_arn = (SELECT MIN(job_arn) FROM jobs))",
        "SELECT (SELECT COUNT(*) FROM jobs b WHERE b.submit_time <> a.submit_time AND a.model LIKE"
            + " '%') FROM (SELECT * FROM jobs WHERE job_arn = 'arn:aws:bedrock:us-east-1:"
            + "123456789012:model-invocation-job/5h7icu9z6lrz') a GROUP BY model, submit_time;"
            + " SELECT 1 FROM jobs WHERE FALSE",
      })
  void whatIsLeftIsRight(String sql, String same) throws SQLException {
    assertThat(rows(sql)).isEqualTo(rows(same));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(SELECT a.status) IN (VALUES 'Failed')",
        "(SELECT MAX(b.status) FROM jobs b WHERE b.job_id = a.job_id) IN (SELECT 'Failed')",
        "(SELECT MAX(b.status) FROM jobs b WHERE b.job_id = a.job_id) = ANY (SELECT 'Failed')",
        "NOT (SELECT MAX(b.status) FROM jobs b WHERE b.job_id = a.job_id) <> ALL (SELECT 'Failed')",
        "(SELECT a.status) NOT IN (SELECT status FROM jobs WHERE status <> 'Failed')",
        "((SELECT a.status), (SELECT MAX(b.model) FROM jobs b WHERE b.job_id = a.job_id))"
            + " IN (SELECT status, model FROM jobs WHERE status = 'Failed')",
        "((SELECT a.status) IN (VALUES 'Failed')) IN (VALUES TRUE)",
        "(SELECT (SELECT a.status)) IN (SELECT (SELECT MAX('Failed') FROM models))",
        "(SELECT a.status) IN (VALUES 'Failed') OR (SELECT a.status) IN (SELECT 'x')",
      })
  void aCorrelatedValueMayBeSought(String condition) throws SQLException {
    assertThat(rows("SELECT job_id FROM jobs a WHERE " + condition + " ORDER BY job_id"))
        .isEqualTo(rows("SELECT job_id FROM jobs WHERE status = 'Failed' ORDER BY job_id"));
  }

  private static List<String> rows(String sql) throws SQLException {
    return Queries.run(Urls.of(emulator), sql);
  }
}
