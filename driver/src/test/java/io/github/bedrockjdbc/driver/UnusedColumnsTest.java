package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No statement reads a column that it does not use: a message costs a request for each job. */
class UnusedColumnsTest {
  private static final String FAILED = "(SELECT * FROM jobs WHERE status = 'Failed')";
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(120);

  private long details() {
    return emulator.log().lines().stream()
        .filter(line -> line.contains("/model-invocation-job/"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM jobs WHERE EXISTS " + FAILED,
        "SELECT COUNT(*) FROM jobs WHERE EXISTS " + FAILED + " OR timeout_hours > 24",
        "SELECT job_id FROM jobs j WHERE NOT EXISTS (SELECT * FROM jobs k WHERE k.status = 'Failed'"
            + " AND k.model = j.model AND k.submit_time > j.submit_time)",
        "SELECT job_id, EXISTS (SELECT * FROM jobs k WHERE k.status = 'Failed'"
            + " AND k.model = j.model) FROM jobs j",
        "SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE jobs, DESCRIPTOR(submit_time), INTERVAL '1' DAY))",
        "SELECT window_start, COUNT(*) FROM TABLE(TUMBLE(TABLE jobs, DESCRIPTOR(submit_time),"
            + " INTERVAL '1' DAY)) WHERE status = 'Failed' GROUP BY window_start",
        "SELECT job_id, window_end FROM TABLE(HOP(TABLE jobs, DESCRIPTOR(submit_time),"
            + " INTERVAL '1' DAY, INTERVAL '2' DAY))",
        "SELECT MIN(window_start) FROM TABLE(SESSION(TABLE jobs, DESCRIPTOR(submit_time),"
            + " DESCRIPTOR(model), INTERVAL '1' DAY))",
        "SELECT (SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE jobs, DESCRIPTOR(submit_time),"
            + " INTERVAL '1' DAY)) t WHERE t.model = j.model) FROM jobs j",
        "SELECT COUNT(*) FROM " + FAILED + " t",
        "SELECT job_id FROM "
            + FAILED
            + " t WHERE job_arn IN (SELECT job_arn FROM "
            + FAILED
            + " u)",
        "SELECT t.job_id FROM " + FAILED + " t JOIN " + FAILED + " u ON t.job_arn = u.job_arn",
        "SELECT t.job_id, u.job_id FROM "
            + FAILED
            + " t LEFT JOIN "
            + FAILED
            + " u ON t.model = u.model AND t.submit_time < u.submit_time",
        "WITH f AS "
            + FAILED
            + " SELECT model, COUNT(*) FROM f WHERE timeout_hours >="
            + " (SELECT MIN(timeout_hours) FROM f) GROUP BY model",
        "SELECT job_id FROM (SELECT * FROM jobs WHERE status = 'Failed' UNION ALL"
            + " SELECT * FROM jobs WHERE status = 'Stopped') t",
        "SELECT job_id, r FROM (SELECT *, RANK() OVER (PARTITION BY model ORDER BY submit_time) r"
            + " FROM jobs) t WHERE r < 3",
        "SELECT DISTINCT model FROM (SELECT * FROM jobs ORDER BY end_time, job_id LIMIT 100) t",
        "SELECT j.job_id, x.n FROM jobs j, LATERAL (SELECT COUNT(*) n FROM (SELECT * FROM jobs k"
            + " WHERE k.model = j.model AND k.total_records > j.total_records) y) x",
        "SELECT LISTAGG(job_id, ',') WITHIN GROUP (ORDER BY submit_time) FROM " + FAILED + " t",
        "SELECT (SELECT MAX(end_time) FROM (SELECT * FROM jobs k WHERE k.model = j.model) m)"
            + " FROM jobs j",
      })
  void noMessageIsReadThatNobodyAskedFor(String sql) throws SQLException {
    final List<String> rows = Queries.run(Urls.of(emulator), sql);
    assertThat(details()).as(sql).isZero();
    assertThat(rows)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            Queries.run(Urls.of(emulator) + ";pushdown=false", sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(message) FROM TABLE(TUMBLE(TABLE jobs, DESCRIPTOR(submit_time),"
            + " INTERVAL '1' DAY))",
        "SELECT job_id FROM "
            + FAILED
            + " t WHERE EXISTS (SELECT * FROM jobs k"
            + " WHERE k.status = 'Failed' AND k.message = t.message)",
        "SELECT t.job_id, x.m FROM "
            + FAILED
            + " t, LATERAL (SELECT t.message || '!' AS m"
            + " FROM (VALUES 1) v(y)) x",
        "SELECT COUNT(*) FROM (SELECT * FROM jobs WHERE status = 'Failed' INTERSECT"
            + " SELECT * FROM jobs) t",
      })
  void aMessageThatIsUsedIsRead(String sql) throws SQLException {
    final List<String> rows = Queries.run(Urls.of(emulator), sql);
    assertThat(details()).as(sql).isPositive();
    assertThat(rows)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            Queries.run(Urls.of(emulator) + ";pushdown=false", sql));
  }

  /** What is not used may be unreadable. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM jobs WHERE EXISTS (SELECT * FROM jobs WHERE status = 'Failed')",
        "SELECT window_start, COUNT(*) FROM TABLE(TUMBLE(TABLE jobs, DESCRIPTOR(submit_time),"
            + " INTERVAL '1' DAY)) GROUP BY window_start",
        "SELECT j.job_id FROM jobs j JOIN (SELECT * FROM jobs) k ON j.job_arn = k.job_arn",
      })
  void unusedColumnsAreNotEvenLookedAt(String sql) throws SQLException {
    final List<String> rows = Queries.run(Urls.of(emulator), sql);
    emulator.behave(
        Behavior.standard()
            .with(
                Knob.UNREADABLE_FIELDS,
                Set.of("endTime", "totalRecordCount", "jobExpirationTime")));
    assertThat(Queries.run(Urls.of(emulator), sql)).containsExactlyInAnyOrderElementsOf(rows);
  }
}
