package io.github.bedrockjdbc.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.driver.database.JdbcUrl;
import io.github.bedrockjdbc.driver.database.QueryContext;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.linq4j.Enumerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The direct way, Calcite's full rules, and no pushdown at all must give the same rows. */
class WaysTest {
  private static BedrockEmulator emulator;
  private static Engine pushing;
  private static Engine notPushing;

  @BeforeAll
  static void start() {
    emulator = Urls.emulatorWith(700);
    emulator.behave(
        Behavior.standard()
            .with(Knob.SHORT_PAGES, true)
            .with(Knob.EMPTY_PAGES, true)
            .with(Knob.REPEATED_JOBS, 3)
            .with(Knob.UNKNOWN_FIELDS, true)
            .with(Knob.ODD_STATUS, Optional.of("Paused")));
    pushing = new Engine(Config.of(JdbcUrl.parse(Urls.of(emulator))));
    notPushing = new Engine(Config.of(JdbcUrl.parse(Urls.of(emulator) + ";pushdown=false")));
  }

  @AfterAll
  static void stop() {
    pushing.close();
    notPushing.close();
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM jobs",
        "SELECT * FROM jobs WHERE status = 'Failed'",
        "SELECT status, job_id, status FROM jobs WHERE 'Stopped' = status",
        "SELECT job_id FROM jobs WHERE status = 'Paused'",
        "SELECT job_id FROM jobs WHERE status = 'failed'",
        "SELECT job_id FROM jobs WHERE status = 'Failed '",
        "SELECT job_id FROM jobs WHERE status = 'Failed' AND status = 'Failed'",
        "SELECT job_id FROM jobs WHERE status = 'Failed' AND status = 'Stopped'",
        "SELECT * FROM (SELECT * FROM jobs WHERE status = 'Completed') t WHERE status = 'Failed'",
        "SELECT job_id FROM jobs LIMIT 10",
        "SELECT job_id FROM jobs LIMIT 10 OFFSET 95",
        "SELECT job_id FROM jobs LIMIT 0",
        "SELECT job_id FROM jobs OFFSET 690",
        "SELECT job_id FROM jobs WHERE status = 'Completed' LIMIT 7 OFFSET 3",
        "SELECT job_id FROM (SELECT * FROM jobs LIMIT 50) t WHERE status = 'Failed'",
        "SELECT * FROM (SELECT job_id, status FROM jobs LIMIT 20 OFFSET 5) t LIMIT 10",
        "SELECT * FROM jobs ORDER BY submit_time DESC, job_id LIMIT 20",
        "SELECT job_id, submit_time FROM jobs ORDER BY submit_time, job_arn LIMIT 5 OFFSET 300",
        "SELECT job_id FROM jobs WHERE status IN ('Failed', 'Submitted', 'InProgress')"
            + " ORDER BY submit_time DESC, job_arn",
        "SELECT job_id FROM jobs WHERE end_time IS NULL ORDER BY submit_time, job_name DESC, job_id",
        "SELECT job_id FROM jobs WHERE job_name LIKE '%a%' AND total_records > 1000"
            + " AND submit_time >= '2025-06-01 00:00:00' ORDER BY submit_time, job_id",
        "SELECT job_id FROM jobs WHERE EXTRACT(YEAR FROM submit_time) = 2025"
            + " OR status = 'Failed' ORDER BY submit_time DESC, job_id DESC",
        "SELECT s FROM (SELECT status AS s, job_id AS status FROM jobs) t WHERE s = 'Failed'",
        "SELECT job_id FROM jobs WHERE DATE_TRUNC('month', submit_time) = '2025-10-01'",
        "SELECT job_id FROM jobs WHERE submit_time >= '2025-06-01T00:00:00+02:00'"
            + " AND submit_time < CAST('2026-02-01T12:30:00.5Z' AS TIMESTAMP)",
        "SELECT job_id FROM jobs WHERE submit_time < TIMESTAMP '2025-06-01T00:00Z'",
        "SELECT job_id FROM jobs WHERE submit_time < NOW()",
        "SELECT status AS count, submit_time AS date, region AS value FROM jobs;",
        "SELECT count FROM (SELECT status AS count FROM jobs) t WHERE count = 'Failed'",
        "SELECT job_id FROM jobs WHERE job_name LIKE '%!_%' {escape '!'}",
        "SELECT job_id FROM jobs WHERE job_name LIKE '%eev%' ESCAPE 'e'",
        "SELECT job_id FROM jobs WHERE job_name LIKE 'b%--%' ESCAPE '-'",
      })
  void scansAreDirectAndTheSameEveryWay(String sql) throws SQLException {
    final Plan direct = new Planning(pushing).plan(sql, 0);
    final List<String> rows = rows(pushing, direct);

    if (!sql.contains("LIMIT 50) t WHERE") && !sql.contains("OFFSET 5) t LIMIT")) {
      assertThat(direct.isDirect()).isTrue();
    }
    assertThat(rows(pushing, new Planning(pushing, true).plan(sql, 0))).isEqualTo(rows);
    assertThat(rows(notPushing, new Planning(notPushing).plan(sql, 0))).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name, UPPER(status) FROM jobs WHERE status = 'Failed' AND job_name LIKE '%a%'",
        "SELECT status, COUNT(*), AVG(total_records) FROM jobs GROUP BY status ORDER BY 1",
        "SELECT COUNT(*) FROM jobs WHERE status <> 'Failed'",
        "SELECT COUNT(*) FROM jobs WHERE status IN ('Failed', 'Stopped') OR status IS NULL",
        "SELECT job_id FROM jobs WHERE status = 'Failed' OR model LIKE '%nova%' ORDER BY job_id",
        "SELECT job_id, submit_time FROM jobs ORDER BY submit_time DESC, job_id LIMIT 20",
        "SELECT job_id FROM jobs WHERE NOT (status = 'Failed') ORDER BY end_time, job_id LIMIT 15",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn"
            + " WHERE a.status = 'Failed' AND b.status = 'Failed' ORDER BY 1",
        "SELECT a.status, COUNT(*) FROM jobs a LEFT JOIN jobs b"
            + " ON a.job_arn = b.job_arn AND b.status = 'Stopped' GROUP BY a.status ORDER BY 1",
        "SELECT job_id FROM jobs WHERE job_arn IN"
            + " (SELECT job_arn FROM jobs WHERE status = 'Expired') ORDER BY 1",
        "SELECT job_id FROM jobs j WHERE status = 'Failed' AND EXISTS"
            + " (SELECT 1 FROM jobs k WHERE k.model = j.model AND k.status = 'Stopped') ORDER BY 1",
        "SELECT job_id FROM jobs WHERE status = 'Failed' UNION ALL"
            + " SELECT job_id FROM jobs WHERE status = 'Stopped' ORDER BY 1",
        "SELECT status FROM jobs EXCEPT SELECT status FROM jobs WHERE status = 'Failed'"
            + " ORDER BY 1",
        "WITH f AS (SELECT * FROM jobs WHERE status = 'Failed') SELECT job_id,"
            + " ROW_NUMBER() OVER (PARTITION BY model ORDER BY submit_time, job_id) FROM f"
            + " ORDER BY 1",
        "SELECT message, COUNT(*) FROM jobs WHERE status = 'Failed' GROUP BY message ORDER BY 1",
        "SELECT COUNT(*) FROM jobs WHERE message LIKE '%quota%'",
        "SELECT job_id FROM jobs WHERE UPPER(job_name) LIKE '%A%'"
            + " ORDER BY submit_time DESC, job_id LIMIT 7",
        "SELECT UPPER(job_name), submit_time FROM jobs WHERE UPPER(status) <> 'FAILED'"
            + " ORDER BY submit_time, job_id OFFSET 100",
        "SELECT COUNT(*) FROM jobs WHERE EXTRACT(MONTH FROM submit_time) = 5",
        "SELECT MAX(submit_time) FROM jobs WHERE status = 'Failed'",
        "SELECT MIN(submit_time) FROM jobs WHERE status = 'Nothing'",
        "SELECT MAX(submit_time), MIN(submit_time), COUNT(DISTINCT model) FROM jobs",
        "SELECT job_id FROM jobs WHERE submit_time >= TIMESTAMP '2026-01-01 00:00:00'"
            + " AND status = 'Completed' ORDER BY submit_time, job_id",
        "SELECT CAST(submit_time AS DATE) d, COUNT(*) FROM jobs GROUP BY 1 ORDER BY 1",
        "SELECT job_name || '/' || status FROM jobs WHERE total_records > 1000 ORDER BY 1",
        "SELECT CASE WHEN status = 'Failed' THEN 1 ELSE 0 END c, COUNT(*) FROM jobs GROUP BY 1"
            + " ORDER BY 1",
        "SELECT x FROM (SELECT UPPER(job_id) x, status FROM jobs) t WHERE status = 'Failed'"
            + " ORDER BY 1",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT DATE_TRUNC('week', submit_time) w, COUNT(*) FROM jobs GROUP BY 1 ORDER BY w",
        "SELECT COUNT(*) FROM jobs WHERE DATE_TRUNC('quarter', submit_time) = '2025-10-01'",
        "SELECT COUNT(*) FROM jobs WHERE DATE_TRUNC('week', submit_time) = '2025-10-06'",
        "SELECT total_records * 2 - 1, -error_records, total_records / 7 FROM jobs ORDER BY 1, 2",
        "SELECT COUNT(*) FROM {oj jobs a LEFT JOIN jobs b ON a.job_arn = b.job_arn}",
        "SELECT 1 FROM jobs WHERE 1 = 0",
        "SELECT COUNT(*) FROM jobs WHERE job_name ILIKE '%EVAL%'",
        "SELECT job_id FROM jobs WHERE (status <> 'Completed' OR COALESCE(message, '') = '') IS FALSE"
            + " ORDER BY 1",
        "SELECT COUNT(*) FROM jobs WHERE COALESCE(input_bucket_owner, '') = ''"
            + " AND NOT (COALESCE(input_bucket_owner, '') = '')",
        "SELECT EXTRACT(YEAR FROM submit_time), COUNT(*) FILTER (WHERE status = 'Failed'"
            + " OR timeout_hours > 24 AND job_name LIKE 'a%') FROM jobs GROUP BY 1 ORDER BY 1",
        "SELECT status, MIN(submit_time), MAX(submit_time) FROM jobs GROUP BY status ORDER BY 1",
        "SELECT status, MIN(submit_time) FROM jobs GROUP BY status ORDER BY 1",
        "SELECT MIN(submit_time) FILTER (WHERE status = 'Failed') FROM jobs",
        "SELECT job_id FROM (SELECT * FROM jobs LIMIT 50) t ORDER BY submit_time, job_id",
        "SELECT job_id FROM (SELECT * FROM jobs LIMIT 50) t ORDER BY submit_time, job_id LIMIT 5",
        "SELECT job_id, (SELECT COUNT(*) FROM jobs k WHERE k.model = j.model AND k.status = 'Failed')"
            + " FROM jobs j ORDER BY job_id",
      })
  void otherStatementsAreTheSameWithAndWithoutPushdown(String sql) throws SQLException {
    assertThat(rows(pushing, new Planning(pushing).plan(sql, 0)))
        .isEqualTo(rows(notPushing, new Planning(notPushing).plan(sql, 0)));
  }

  @Test
  void weeksBeginOnMonday() throws SQLException {
    final String sql =
        "SELECT CAST(DATE_TRUNC('Week', t) AS DATE) FROM (VALUES TIMESTAMP '2026-03-08 23:59:59.999',"
            + " TIMESTAMP '2026-03-09 00:00:00', TIMESTAMP '2025-12-31 12:00:00') x(t)";
    assertThat(rows(pushing, new Planning(pushing).plan(sql, 0)))
        .containsExactly(
            "[" + day(2026, 3, 2) + "]",
            "[" + day(2026, 3, 9) + "]",
            "[" + day(2025, 12, 29) + "]");
  }

  private static long day(int year, int month, int day) {
    return LocalDate.of(year, month, day).toEpochDay();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "(s <= 'C' AND s IS NOT NULL) IS NOT FALSE, 1",
        "(s <= 'C' AND s IS NULL) IS NOT FALSE, 1",
        "(s <= 'C' OR s IS NOT NULL) IS NOT FALSE, 3",
        "(s IS NOT NULL AND NOT (s > 'C')) IS NOT FALSE, 1",
        "((s <= 'C' AND s IS NOT NULL) OR s = 'Z') IS NOT FALSE, 3",
        "(NOT (s <= 'C' AND s IS NOT NULL)) IS NOT TRUE, 1",
        "(NOT (s <= 'C' AND s IS NOT NULL)) IS TRUE, 2",
        "((s <= 'C' AND s IS NOT NULL) IS FALSE), 2",
        "NOT ((s <= 'C' AND s IS NOT NULL) IS FALSE), 1",
        "(s > 'C' OR s IS NULL) IS NOT TRUE, 1",
        "(s > 'C' OR s IS NULL) IS FALSE, 1",
        "(s > 'C' AND s IS NULL) IS NOT TRUE, 3",
        "(s <= 'C' AND s IS NOT NULL) IS UNKNOWN, 0",
      })
  void nullIsNeitherTrueNorFalse(String condition, int rows) throws SQLException {
    final String sql =
        "SELECT COUNT(*) FROM (VALUES 'A', CAST(NULL AS VARCHAR), 'Z') t(s) WHERE " + condition;
    assertThat(rows(pushing, new Planning(pushing).plan(sql, 0))).containsExactly("[" + rows + "]");
  }

  @Test
  void aTimestampAsTextKeepsItsMilliseconds() throws SQLException {
    final String sql =
        "SELECT CAST(t AS VARCHAR), CAST(t AS VARCHAR(10)), CAST(t AS CHAR(26)) || '|', t || '' FROM"
            + " (VALUES TIMESTAMP '2026-03-08 23:59:59.009', TIMESTAMP '1969-12-31 23:59:59.990',"
            + " TIMESTAMP '2026-01-01 00:00:00', CAST(NULL AS TIMESTAMP)) x(t)";
    assertThat(rows(pushing, new Planning(pushing).plan(sql, 0)))
        .containsExactly(
            "[2026-03-08 23:59:59.009, 2026-03-08, 2026-03-08 23:59:59.009|,"
                + " 2026-03-08 23:59:59.009]",
            "[1969-12-31 23:59:59.990, 1969-12-31, 1969-12-31 23:59:59.990|,"
                + " 1969-12-31 23:59:59.990]",
            "[2026-01-01 00:00:00.000, 2026-01-01, 2026-01-01 00:00:00.000|,"
                + " 2026-01-01 00:00:00.000]",
            "[null, null, null, null]");
  }

  @Test
  void averagesOfWholeNumbersAreNotCut() throws SQLException {
    assertThat(
            rows(pushing, new Planning(pushing).plan("SELECT AVG(x) FROM (VALUES 1, 2) t(x)", 0)))
        .containsExactly("[1.5]");
  }

  @Test
  void aJobThatIsLookedUpIsTheRowOfTheList() throws SQLException {
    for (String arn : emulator.jobs().stream().map(Job::jobArn).limit(12).toList()) {
      final String sql = "SELECT * FROM jobs WHERE job_arn = '" + arn + "'";
      assertThat(rows(pushing, new Planning(pushing).plan(sql, 0)))
          .hasSize(1)
          .isEqualTo(rows(notPushing, new Planning(notPushing).plan(sql, 0)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT status FROM jobs UNION SELECT status FROM jobs WHERE model <> 'x' ORDER BY 1",
        "SELECT status, region FROM jobs UNION SELECT model, region FROM jobs ORDER BY 2, 1 DESC",
      })
  void aLimitOfAUnionCountsItsOwnRows(String sql) throws SQLException {
    for (Engine engine : List.of(pushing, notPushing)) {
      final List<String> all = rows(engine, new Planning(engine).plan(sql, 0));
      assertThat(rows(engine, new Planning(engine).plan(sql + " LIMIT 4 OFFSET 2", 0)))
          .isEqualTo(all.subList(2, 6));
      assertThat(rows(engine, new Planning(engine).plan(sql, 3))).isEqualTo(all.subList(0, 3));
    }
  }

  @Test
  void pushdownOffSendsNothingButThePageSize() throws SQLException {
    emulator.log().clear();
    rows(
        notPushing,
        new Planning(notPushing)
            .plan("SELECT job_id FROM jobs WHERE status = 'Failed' LIMIT 1", 0));

    assertThat(emulator.log().lines())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line).startsWith("GET /model-invocation-jobs maxResults=1000"))
        .noneSatisfy(line -> assertThat(line).contains("statusEquals"));
  }

  private static List<String> rows(Engine engine, Plan plan) {
    final QueryContext context =
        new QueryContext(
            new Planning(engine),
            engine.newExecution(Cancellation.unlimited()),
            List.of(),
            "",
            1_800_000_000_000L);
    final List<String> rows = new ArrayList<>();
    try (Enumerator<Object[]> enumerator = plan.rows().apply(context).enumerator()) {
      while (enumerator.moveNext()) {
        rows.add(Arrays.toString(enumerator.current()));
      }
    }
    return rows;
  }
}
