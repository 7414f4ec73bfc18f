package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins of jobs with themselves on their key: one scan where that is the same, as written else. */
class KeyJoinsTest {
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(90);
  @AutoClose private final Connection connection = Urls.connect(emulator);
  @AutoClose private final Connection asWritten = Urls.connect(emulator, ";pushdown=false");

  private static long scans(Connection of, String sql) throws SQLException {
    return Queries.run(of, "EXPLAIN PLAN FOR " + sql).stream()
        .filter(line -> line.strip().startsWith("Scan job"))
        .count();
  }

  private List<String> sorted(Connection of, String sql) throws SQLException {
    return Queries.run(of, sql).stream().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT j.job_name, d.output_tokens FROM jobs j JOIN job_details d"
            + " ON d.job_arn = j.job_arn WHERE j.status = 'Completed'",
        "SELECT j.job_name, d.output_tokens FROM jobs j JOIN job_details d USING (job_arn)"
            + " WHERE d.status = 'Completed' AND j.total_records > 10",
        "SELECT job_arn, d.usage_state FROM jobs j NATURAL JOIN (SELECT job_arn, usage_state"
            + " FROM job_details) d",
        "SELECT j.job_name, d.usage_state FROM jobs j LEFT JOIN job_details d"
            + " ON d.job_arn = j.job_arn WHERE j.status IN ('Failed', 'Expired')",
        "SELECT j.job_name, d.usage_state FROM job_details d RIGHT JOIN jobs j"
            + " ON d.job_arn = j.job_arn WHERE j.status = 'Failed'",
        "SELECT a.job_id, b.job_id FROM jobs a FULL JOIN jobs b ON a.job_arn = b.job_arn",
        "SELECT a.job_id, b.status FROM jobs a, jobs b WHERE a.job_arn = b.job_arn"
            + " AND b.status <> 'Failed' AND a.job_name < b.model",
        "SELECT a.job_id, b.status FROM jobs a LEFT JOIN jobs b ON TRUE"
            + " WHERE a.job_arn = b.job_arn",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON b.job_arn = a.job_arn"
            + " AND a.success_records > b.error_records",
        "SELECT a.job_id, b.x FROM jobs a JOIN (SELECT job_arn k, UPPER(job_name) x FROM jobs"
            + " WHERE status = 'Failed') b ON b.k = a.job_arn WHERE a.region = 'us-east-1'",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn"
            + " WHERE a.region = 'us-east-1' AND b.region = 'eu-west-1'",
        "SELECT a.job_id, c.usage_state FROM jobs a JOIN jobs b USING (job_arn)"
            + " JOIN job_details c USING (job_arn) WHERE b.status = 'Failed'",
        "SELECT job_id FROM jobs WHERE job_arn IN"
            + " (SELECT job_arn FROM job_details WHERE output_tokens > 1000)",
        "SELECT job_id FROM jobs j WHERE status = 'Completed' AND EXISTS (SELECT * FROM"
            + " job_details d WHERE d.job_arn = j.job_arn AND d.output_tokens > j.total_records)",
        "SELECT job_id FROM job_details d WHERE EXISTS (SELECT 1 FROM jobs j"
            + " WHERE d.job_arn = j.job_arn AND j.status = 'Failed') AND input_tokens IS NULL",
        "SELECT job_id FROM jobs a WHERE EXISTS (SELECT 1 FROM jobs b WHERE b.job_arn = a.job_arn"
            + " AND b.status <> 'Failed') AND EXISTS (SELECT 1 FROM job_details c"
            + " WHERE c.job_arn = a.job_arn AND c.total_records > a.error_records)",
        "SELECT status, COUNT(*) FROM (SELECT a.status FROM jobs a JOIN jobs b"
            + " ON a.job_arn = b.job_arn) x GROUP BY status",
        "SELECT a.job_id, b.status FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn"
            + " AND RAND() >= 0",
        "WITH w AS (SELECT * FROM jobs WHERE status = 'Failed')"
            + " SELECT w.job_id, d.tags_state FROM w JOIN job_details d ON w.job_arn = d.job_arn"
      })
  void areOneScan(String sql) throws SQLException {
    assertThat(scans(connection, sql)).isOne();
    assertThat(scans(asWritten, sql)).isGreaterThan(1);
    assertThat(sorted(connection, sql)).isEqualTo(sorted(asWritten, sql));
  }

  /** Besides the one of the sub-query. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.job_id, b.status FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn"
            + " AND b.job_name IN (SELECT job_name FROM jobs WHERE status = 'Failed')",
        "SELECT a.job_id, b.x FROM jobs a, (SELECT job_arn, job_name || '!' x FROM jobs) b"
            + " WHERE a.job_arn = b.job_arn AND b.x NOT IN"
            + " (SELECT job_name || '!' FROM jobs WHERE status = 'Failed')",
        "SELECT a.job_id FROM jobs a, job_details b WHERE a.job_arn = b.job_arn AND"
            + " (b.total_records > (SELECT AVG(total_records) FROM jobs) OR a.status = 'Failed')",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn"
            + " AND EXISTS (SELECT 1 FROM jobs WHERE status = 'Stopped')",
        "SELECT a.job_id FROM jobs a WHERE job_arn IN (SELECT job_arn FROM job_details"
            + " WHERE total_records > 10) AND EXISTS (SELECT 1 FROM jobs c"
            + " WHERE c.status = a.status AND c.job_arn < a.job_arn)",
        "SELECT a.job_id FROM jobs a WHERE EXISTS (SELECT 1 FROM jobs b WHERE b.model = a.model AND"
            + " EXISTS (SELECT 1 FROM jobs c WHERE c.job_arn = b.job_arn AND c.status < a.status))",
        "SELECT a.job_id FROM jobs a WHERE EXISTS (SELECT (SELECT MAX(c.job_name) FROM jobs c"
            + " WHERE c.status = b.status) FROM jobs b WHERE b.job_arn = a.job_arn)"
            + " AND total_records > (SELECT AVG(total_records) FROM jobs)"
      })
  void areOneScanBesideSubQueries(String sql) throws SQLException {
    assertThat(scans(connection, sql)).isEqualTo(2);
    assertThat(sorted(connection, sql)).isNotEmpty().isEqualTo(sorted(asWritten, sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a row that need not match has to be there without
        "SELECT a.job_id, b.job_id FROM jobs a LEFT JOIN jobs b ON a.job_arn = b.job_arn"
            + " AND b.status = 'Failed'",
        "SELECT a.job_id, b.job_id FROM (SELECT * FROM jobs WHERE status = 'Failed') a"
            + " RIGHT JOIN jobs b ON a.job_arn = b.job_arn",
        "SELECT a.job_id, b.job_id FROM (SELECT * FROM jobs WHERE status = 'Failed') a"
            + " FULL JOIN jobs b ON a.job_arn = b.job_arn",
        "SELECT a.job_id, b.job_id FROM jobs a LEFT JOIN (SELECT * FROM jobs"
            + " WHERE status = 'Failed') b ON a.job_arn = b.job_arn",
        // not all jobs
        "SELECT a.job_id FROM jobs a JOIN (SELECT job_arn FROM jobs ORDER BY submit_time LIMIT 9) b"
            + " ON a.job_arn = b.job_arn",
        "SELECT a.job_id, b.r FROM jobs a JOIN (SELECT job_arn, ROW_NUMBER() OVER"
            + " (ORDER BY job_arn) r FROM jobs WHERE status = 'Failed') b ON a.job_arn = b.job_arn",
        "SELECT a.job_id, b.n FROM jobs a JOIN (SELECT job_arn, COUNT(*) n FROM jobs"
            + " GROUP BY job_arn) b ON a.job_arn = b.job_arn",
        "SELECT a.job_id FROM jobs a JOIN (SELECT MAX(job_arn) k FROM jobs) b"
            + " ON a.job_arn = b.k",
        // not the same for each job of the same row
        "SELECT a.job_id FROM jobs a JOIN (SELECT job_arn FROM jobs WHERE RAND() >= 0) b"
            + " ON a.job_arn = b.job_arn",
        "SELECT a.job_id FROM jobs a JOIN (SELECT * FROM jobs WHERE job_name IN"
            + " (SELECT job_name FROM jobs WHERE status = 'Failed')) b ON a.job_arn = b.job_arn",
        "SELECT a.job_id FROM jobs a JOIN job_details b ON a.job_arn = b.job_arn AND EXISTS"
            + " (SELECT * FROM jobs c WHERE c.job_name = b.job_name AND c.status < a.status)",
        "SELECT a.job_id FROM job_details a WHERE job_arn IN (SELECT b.job_arn FROM jobs b"
            + " WHERE b.total_records > a.error_records AND b.job_name < a.usage_state)",
        "SELECT a.job_id FROM jobs a, jobs b WHERE a.job_arn = b.job_arn AND EXISTS"
            + " (SELECT * FROM jobs c WHERE c.job_name = b.job_name AND c.status < b.status)",
        "SELECT a.job_id FROM jobs a JOIN (SELECT * FROM jobs b WHERE EXISTS (SELECT * FROM jobs c"
            + " WHERE c.job_name = b.job_name AND c.status < b.status)) d"
            + " ON a.job_arn = d.job_arn",
        "SELECT a.job_id FROM jobs a WHERE EXISTS (SELECT * FROM jobs b WHERE a.job_arn = b.job_arn"
            + " AND b.job_name IN (SELECT job_name FROM jobs c WHERE c.status < a.status))",
        "SELECT a.job_id FROM jobs a WHERE job_arn IN (SELECT b.job_arn FROM jobs b"
            + " WHERE b.job_name IN (SELECT job_name FROM jobs c WHERE c.status < a.status))",
        "SELECT a.job_id, b.job_id FROM jobs a LEFT JOIN jobs b ON a.job_arn = b.job_arn"
            + " AND b.job_name IN (SELECT job_name FROM jobs WHERE status = 'Failed')",
        "SELECT a.job_id, b.job_id FROM jobs a LEFT JOIN (SELECT * FROM jobs"
            + " WHERE status = 'Failed') b ON a.job_arn = b.job_arn WHERE a.status <> 'Stopped'",
        // not by the key
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.job_id = b.job_name",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.job_arn = UPPER(b.job_arn)",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn OR a.job_id = 'x'",
        "SELECT COUNT(*) FROM (SELECT job_arn k, job_arn l FROM jobs) a JOIN jobs b ON a.k = a.l",
        "SELECT COUNT(*) FROM jobs a JOIN (SELECT job_arn k, job_arn l FROM jobs) b ON b.k = b.l",
        "SELECT a.job_id FROM jobs a WHERE job_arn NOT IN"
            + " (SELECT job_arn FROM jobs WHERE status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE NOT EXISTS (SELECT * FROM jobs b"
            + " WHERE a.job_arn = b.job_arn AND b.status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE EXISTS (SELECT * FROM jobs b"
            + " WHERE a.job_arn > b.job_arn AND b.status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE EXISTS (SELECT * FROM jobs b"
            + " WHERE a.job_arn = a.job_arn AND a.status < b.status AND b.status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE job_name IN (SELECT job_name FROM jobs"
            + " WHERE status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE job_arn IN (SELECT job_name FROM jobs"
            + " WHERE status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE job_id IN (SELECT job_arn FROM jobs"
            + " WHERE status = 'Failed')",
        "SELECT a.job_id FROM jobs a WHERE (job_arn, model) IN (SELECT job_arn, status FROM jobs"
            + " WHERE status = 'Failed')"
      })
  void otherJoinsStayAsTheyAre(String sql) throws SQLException {
    assertThat(scans(connection, sql)).isGreaterThan(1);
    assertThat(sorted(connection, sql)).isEqualTo(sorted(asWritten, sql));
  }
}
