package io.github.bedrockjdbc.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.config.Config;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.driver.database.JdbcUrl;
import io.github.bedrockjdbc.driver.database.QueryContext;
import io.github.bedrockjdbc.driver.testing.Cases;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.calcite.linq4j.Enumerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pushdown evaluates by itself has the value that the plan gives it: each form of an operand
 * is computed by generated code, and compared with jobs just before, at and just after it, on the
 * direct path, on the full one and without pushdown.
 */
class PushedOperandsTest {
  private static final long DAY = 86_400_000;
  private static final long NOW = Instant.parse("2026-11-29T13:14:15.678Z").toEpochMilli();
  private static final List<Object> PARAMETERS =
      Collections.nCopies(6, Instant.parse("2026-03-08T05:00:00.123Z").toEpochMilli());
  private static final List<Object> DAYS = Collections.nCopies(6, 20_520);

  private static final Map<String, IntPredicate> COMPARISONS =
      Map.of(
          "=",
          c -> c == 0,
          "<>",
          c -> c != 0,
          "<",
          c -> c < 0,
          "<=",
          c -> c <= 0,
          ">",
          c -> c > 0,
          ">=",
          c -> c >= 0);

  private static final Map<String, Long> VALUES = new HashMap<>();

  private static BedrockEmulator emulator;
  private static Engine pushing;
  private static Engine notPushing;

  static List<String> operands() {
    return List.of(
        "TIMESTAMP '2026-03-08 05:00:00.123'",
        "TIMESTAMP '2026-03-08 05:00:00.123456'",
        "DATE '2026-03-08'",
        "CAST('2026-03-08T05:00:00Z' AS TIMESTAMP)",
        "CAST('2026-03-08' AS DATE)",
        "CAST('2026-03-08 05:00:00.1' AS TIMESTAMP)",
        "CAST(DATE '2026-03-08' AS TIMESTAMP)",
        "CAST(TIMESTAMP '2026-03-08 05:00:00.999' AS TIMESTAMP(0))",
        "CAST(TIMESTAMP '2026-03-08 05:00:00.999' AS TIMESTAMP(3))",
        "CAST(TIMESTAMP '2026-03-08 23:59:59.999' AS DATE)",
        "CAST(CAST(TIMESTAMP '2026-03-08 23:59:59.999' AS DATE) AS TIMESTAMP)",
        "TIMESTAMP '2026-03-08 05:00:00' - INTERVAL '36' HOUR",
        "TIMESTAMP '2026-03-31 05:00:00' - INTERVAL '1' MONTH",
        "TIMESTAMP '2024-02-29 05:00:00' + INTERVAL '1' YEAR",
        "INTERVAL '90' MINUTE + TIMESTAMP '2026-03-08 05:00:00'",
        "DATE '2026-01-10' - INTERVAL '36' HOUR",
        "DATE '2026-01-10' + INTERVAL '36' HOUR",
        "DATE '2026-01-10' - INTERVAL '1 12' DAY TO HOUR",
        "DATE '2026-01-10' - INTERVAL '24' HOUR",
        "DATE '2026-01-10' - INTERVAL '0.001' SECOND",
        "DATE '2026-01-10' - INTERVAL '1' DAY",
        "DATE '2026-03-31' - INTERVAL '1' MONTH",
        "DATE '2026-03-31' + INTERVAL '1-1' YEAR TO MONTH",
        "DATE '2026-01-10' - INTERVAL '36' HOUR - INTERVAL '12' HOUR",
        "DATE '2026-01-10' + INTERVAL '1' DAY - INTERVAL '12' HOUR",
        "DATE '2026-03-31' - INTERVAL '1' MONTH + INTERVAL '1' DAY",
        "CAST(DATE '2026-01-10' - INTERVAL '36' HOUR AS DATE)",
        "CURRENT_DATE",
        "CURRENT_TIMESTAMP",
        "CURRENT_TIMESTAMP(0)",
        "LOCALTIMESTAMP",
        "NOW()",
        "CURRENT_DATE - INTERVAL '6012' HOUR(4)",
        "CURRENT_DATE - INTERVAL '36' HOUR",
        "CURRENT_DATE - INTERVAL '7' DAY",
        "CURRENT_DATE - INTERVAL '1' MONTH",
        "CURRENT_TIMESTAMP - INTERVAL '90' MINUTE",
        "CURRENT_TIMESTAMP - INTERVAL '1' MONTH",
        "CAST(CURRENT_TIMESTAMP AS DATE)",
        "CAST(NULL AS TIMESTAMP)",
        "CAST(NULL AS DATE) - INTERVAL '36' HOUR",
        "CAST(? AS TIMESTAMP)",
        "CAST(? AS TIMESTAMP) - INTERVAL '36' HOUR",
        "CAST(CAST(? AS TIMESTAMP) AS DATE)",
        "CAST(? AS DATE)",
        "CAST(? AS DATE) - INTERVAL '1' DAY",
        "CAST(? AS DATE) - INTERVAL '36' HOUR");
  }

  @BeforeAll
  static void start() throws SQLException {
    try (BedrockEmulator none = Urls.emulatorWith(0);
        Engine engine = new Engine(Config.of(JdbcUrl.parse(Urls.of(none) + ";pushdown=false")))) {
      final TreeSet<Long> times = new TreeSet<>();
      for (String operand : operands()) {
        final Long value = value(engine, operand);
        VALUES.put(operand, value);
        if (value != null) {
          final long day = Math.floorDiv(value, DAY) * DAY;
          for (long at : List.of(value, day, day + DAY)) {
            times.addAll(List.of(at - 1, at, at + 1));
          }
        }
      }
      emulator = BedrockEmulator.builder().jobs(jobs(times)).start();
    }
    pushing = new Engine(Config.of(JdbcUrl.parse(Urls.of(emulator))));
    notPushing = new Engine(Config.of(JdbcUrl.parse(Urls.of(emulator) + ";pushdown=false")));
  }

  private static List<Job> jobs(Set<Long> times) {
    final List<Job> fixture = JobFixture.of(times.size(), 3);
    final List<Job> jobs = new ArrayList<>();
    for (long time : times) {
      final Job job = fixture.get(jobs.size());
      jobs.add(job.resubmitted(job.jobArn(), Instant.ofEpochMilli(time)));
    }
    return jobs;
  }

  @AfterAll
  static void stop() {
    pushing.close();
    notPushing.close();
    emulator.close();
  }

  static Stream<String> everyFourthOperand() {
    return Cases.every(4, operands());
  }

  @ParameterizedTest
  @MethodSource("everyFourthOperand")
  void aTimeIsComparedWithTheValueThatThePlanGives(String operand) throws SQLException {
    assertCompared("submit_time", operand, time -> time);
  }

  static Stream<String> everyTwelfthOperand() {
    return Cases.every(12, operands());
  }

  @ParameterizedTest
  @MethodSource("everyTwelfthOperand")
  void aDayIsComparedWithTheValueThatThePlanGives(String operand) throws SQLException {
    assertCompared("CAST(submit_time AS DATE)", operand, time -> Math.floorDiv(time, DAY) * DAY);
  }

  private static void assertCompared(String column, String operand, ToLongFunction<Long> seen)
      throws SQLException {
    final Long value = VALUES.get(operand);
    final StringBuilder all = new StringBuilder("SELECT job_id");
    final Map<String, StringBuilder> answers = new TreeMap<>();
    for (Job job : emulator.jobs()) {
      answers.put(job.jobId(), new StringBuilder("[" + job.jobId()));
    }
    for (Map.Entry<String, IntPredicate> comparison : COMPARISONS.entrySet()) {
      final String predicate = column + " " + comparison.getKey() + " " + operand;
      final List<String> expected = new ArrayList<>();
      for (Job job : emulator.jobs()) {
        final Boolean holds =
            value == null
                ? null
                : (Boolean)
                    comparison
                        .getValue()
                        .test(
                            Long.compare(seen.applyAsLong(job.submitTime().toEpochMilli()), value));
        answers.get(job.jobId()).append(", ").append(holds);
        if (Boolean.TRUE.equals(holds)) {
          expected.add("[" + job.jobId() + "]");
        }
      }
      expected.sort(null);
      final String sql = "SELECT job_id FROM jobs WHERE " + predicate;
      assertThat(rows(pushing, false, sql)).as(sql).isEqualTo(expected);
      if (comparison.getKey().equals(">=")) {
        assertEveryWay(sql, expected);
      }
      all.append(", ").append(predicate);
    }
    assertThat(rows(notPushing, false, all + " FROM jobs"))
        .as(all.toString())
        .isEqualTo(answers.values().stream().map(row -> row + "]").toList());
  }

  /** Forms whose value is not a time: only the ways are compared with each other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FLOOR(submit_time TO DAY) = TIMESTAMP '2026-01-08 00:00:00'",
        "FLOOR(submit_time TO DAY) = TIMESTAMP '2026-01-08 12:00:00'",
        "FLOOR(submit_time TO HOUR) >= TIMESTAMP '2026-03-08 05:00:00'",
        "FLOOR(submit_time TO MONTH) < TIMESTAMP '2026-03-01 00:00:00'",
        "FLOOR(submit_time TO YEAR) <> TIMESTAMP '2026-01-01 00:00:00'",
        "EXTRACT(YEAR FROM submit_time) > 2025",
        "EXTRACT(YEAR FROM submit_time) = 2025.5",
        "EXTRACT(YEAR FROM submit_time) < 2025.5",
        "POSITION('a' IN job_name) = 0",
        "POSITION('a' IN job_name) = 0.5",
        "POSITION('a' IN job_name) <> 0.5",
        "POSITION('a' IN job_name) < 0.5",
        "POSITION('a' IN job_name) >= 1",
        "POSITION('' IN job_name) > 0",
        "POSITION('a' IN client_request_token) = 0",
        "timeout_hours < 24.5",
        "timeout_hours = 24.0",
        "timeout_hours > 9223372036854775807",
        "timeout_hours <> NULL",
        "job_name = CAST('x' AS VARCHAR(1))",
        "status = CAST('Failed' AS VARCHAR(3))",
        "status BETWEEN 'Failed' AND 'Failed'",
        "status > 'Failed' AND status < 'Failed'",
        "status NOT BETWEEN 'Failed' AND 'Failed'",
        "status >= 'Completed' AND status <= 'Failed' AND status <> 'Completed'",
        "region <> 'us-east-1'",
        "region NOT IN ('us-east-1', 'eu-west-1') OR status = 'Failed'",
        "region LIKE 'us-%' AND account_id >= '1' AND account_id < '2'",
        "submit_time > TIMESTAMP '0001-01-01 00:00:00'",
        "submit_time < TIMESTAMP '0001-01-01 00:00:00'",
        "submit_time BETWEEN TIMESTAMP '0001-01-01 00:00:00' AND TIMESTAMP '9999-12-31 23:59:59.999'",
        "submit_time > TIMESTAMP '9999-12-31 23:59:59.999'",
      })
  void everyWayGivesTheSameRows(String predicate) throws SQLException {
    final String sql = "SELECT job_id FROM jobs WHERE " + predicate;
    assertEveryWay(sql, rows(notPushing, true, sql));
  }

  private static void assertEveryWay(String sql, List<String> expected) throws SQLException {
    assertThat(rows(pushing, false, sql)).as(sql).isEqualTo(expected);
    assertThat(rows(pushing, true, sql)).as("full: " + sql).isEqualTo(expected);
    assertThat(rows(notPushing, false, sql)).as("not pushed: " + sql).isEqualTo(expected);
  }

  private static Long value(Engine engine, String operand) throws SQLException {
    final String sql = "SELECT CAST(" + operand + " AS TIMESTAMP) FROM (VALUES 1) v(x)";
    final String row = rows(engine, true, sql).get(0);
    return row.equals("[null]") ? null : Long.valueOf(row.substring(1, row.length() - 1));
  }

  private static List<String> rows(Engine engine, boolean alwaysFull, String sql)
      throws SQLException {
    final Planning planning = new Planning(engine, alwaysFull);
    final QueryContext context =
        new QueryContext(
            planning,
            engine.newExecution(Cancellation.unlimited()),
            sql.contains("CAST(? AS DATE)") ? DAYS : PARAMETERS,
            "",
            NOW);
    final List<String> rows = new ArrayList<>();
    try (Enumerator<Object[]> enumerator =
        planning.plan(sql, 0).rows().apply(context).enumerator()) {
      while (enumerator.moveNext()) {
        rows.add(Arrays.toString(enumerator.current()));
      }
    } finally {
      planning.close();
    }
    rows.sort(null);
    return rows;
  }
}
