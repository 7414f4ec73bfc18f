package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.JobOrder;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A long walk is cut into slices of time, which changes neither rows nor order. */
class SlicesTest extends SlicesFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        EVERY_ARN,
        "SELECT * FROM jobs ORDER BY submit_time, job_arn",
        "SELECT job_arn FROM jobs ORDER BY submit_time DESC, job_arn DESC",
        "SELECT job_arn FROM jobs WHERE status = 'Completed'",
        "SELECT job_arn FROM jobs WHERE job_name LIKE '%a%' AND total_records > 100",
        "SELECT job_arn FROM jobs WHERE submit_time > '2025-03-01 00:00:00'"
            + " AND submit_time < '2026-03-01 00:00:00'",
        "SELECT job_arn FROM jobs WHERE submit_time < '2026-03-01 00:00:00' ORDER BY submit_time",
        "SELECT COUNT(*), MIN(end_time), SUM(total_records) FROM jobs",
        "SELECT job_arn FROM jobs WHERE status IN ('Failed', 'Completed')",
        "SELECT job_arn FROM jobs WHERE status IN ('Failed', 'Completed')"
            + " ORDER BY submit_time, job_arn",
        "SELECT job_arn FROM jobs WHERE status = 'Completed' AND job_name LIKE '%a%'"
            + " OR status = 'Failed' AND submit_time < '2026-09-01 00:00:00'",
      })
  void slicesGiveTheSameRowsInTheSameOrder(String sql) throws SQLException {
    final List<String> plain = Queries.run(url(1), sql);
    final int calls = emulator.log().requests().size();
    assertThat(slices()).isZero();
    emulator.log().clear();

    assertThat(Queries.run(url(4), sql)).isEqualTo(plain);

    assertThat(slices()).isPositive();
    assertThat(emulator.log().requests().size()).isBetween(calls, calls + 2 * 4 + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 64})
  void anyNumberMayBeUnderWay(int parallelism) throws SQLException {
    final List<String> plain = Queries.run(url(1), EVERY_ARN);
    emulator.log().clear();

    assertThat(Queries.run(url(parallelism), EVERY_ARN)).isEqualTo(plain);

    assertThat(emulator.log().requests().size())
        .isBetween(JOBS / PAGE, JOBS / PAGE + 2 * parallelism + 1);
  }

  @Test
  void theOldestJobIsAskedForOnce() throws SQLException {
    assertThat(Queries.run(url(4), EVERY_ARN)).hasSize(JOBS);
    assertThat(slices()).isEqualTo(1);
    emulator.log().clear();

    assertThat(Queries.run(url(4), EVERY_ARN)).hasSize(JOBS);
    assertThat(Queries.run(url(4), EVERY_ARN + " ORDER BY submit_time DESC")).hasSize(JOBS);

    assertThat(slices()).isZero();
    assertThat(emulator.log().requests().size())
        .isBetween(2 * JOBS / PAGE, 2 * (JOBS / PAGE + 2 * 4 - 1));
  }

  /** Half of the jobs come in the last hundredth of the time. */
  @Test
  void aLaterScanIsDividedByItsJobs() throws SQLException {
    final Instant first = Instant.parse("2025-01-01T00:00:00Z");
    final List<Instant> times =
        IntStream.range(0, JOBS)
            .mapToObj(i -> i < JOBS / 2 ? i * 1000L : 745_000L + i * 10L)
            .map(minutes -> first.plus(Duration.ofMinutes(minutes)))
            .toList();
    final List<Job> jobs =
        IntStream.range(0, JOBS)
            .mapToObj(
                i -> JobFixture.of(JOBS, 7).get(i).toBuilder().submitTime(times.get(i)).build())
            .toList();
    try (BedrockEmulator uneven = BedrockEmulator.builder().jobs(jobs).start();
        Connection connection = Urls.connect(uneven, ";pageSize=" + PAGE + ";parallelism=4")) {
      final List<String> plain = Queries.run(connection, EVERY_ARN);
      uneven.log().clear();
      uneven.behave(Behavior.standard().with(Knob.LIST_LATENCY, Duration.ofMillis(50)));

      assertThat(Queries.run(connection, EVERY_ARN)).isEqualTo(plain);

      final List<Long> jobsBefore =
          uneven.log().requests().stream()
              .flatMap(request -> Stream.ofNullable(request.parameters().get("submitTimeBefore")))
              .distinct()
              .limit(3)
              .map(Instant::parse)
              .map(end -> times.stream().filter(time -> time.isBefore(end)).count())
              .sorted()
              .toList();
      for (int i = 0; i < 3; i++) {
        assertThat(jobsBefore.get(i)).isCloseTo((i + 1L) * JOBS / 4, within(2L * PAGE));
      }
      assertThat(uneven.log().requests().size()).isBetween(JOBS / PAGE, JOBS / PAGE + 2 * 4 - 1);
    }
  }

  @Test
  void twoPagesCostNothingMore() throws SQLException {
    assertThat(Queries.run(url(4, 1000), EVERY_ARN)).hasSize(JOBS);
    assertThat(emulator.log().requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"true,1", "true,4", "false,1", "false,4"})
  void aTokenMayStandInFrontOfTheJobsOrBehind(boolean isFirst, int parallelism)
      throws SQLException {
    final List<String> plain = Queries.run(url(1), EVERY_ARN);
    emulator.behave(Behavior.standard().with(Knob.TOKEN_FIRST, isFirst));
    emulator.log().clear();

    assertThat(Queries.run(url(parallelism), EVERY_ARN)).isEqualTo(plain);

    assertThat(emulator.log().requests().size())
        .isBetween(JOBS / PAGE, JOBS / PAGE + (parallelism > 1 ? 2 * parallelism : 0));
  }

  @Test
  void severalRegionsAreReadInSlices() throws SQLException {
    try (BedrockEmulator two =
        BedrockEmulator.builder()
            .region("us-east-1", "eu-west-1")
            .jobs(JobFixture.of(400, 1))
            .jobs(JobFixture.of(300, 2).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT))
            .start()) {
      final String url = Urls.of(two).replace("us-east-1", "us-east-1,eu-west-1") + ";pageSize=20";
      for (String order : List.of("", " ORDER BY submit_time, job_arn")) {
        final String sql = "SELECT job_arn, region FROM jobs" + order;
        final List<String> plain = Queries.run(url + ";parallelism=1", sql);
        assertThat(plain).hasSize(700);
        two.log().clear();
        assertThat(Queries.run(url + ";parallelism=4", sql)).isEqualTo(plain);
        assertThat(two.log().requests())
            .anyMatch(request -> request.parameters().containsKey("submitTimeBefore"))
            .hasSizeBetween(700 / 20, 700 / 20 + 2 + 2 * 4 - 1);
      }
    }
  }

  @Test
  void aLongWalkIsCutNoMoreOftenThanAShortOne() throws SQLException {
    assertThat(Queries.run(url(2, 5), EVERY_ARN)).hasSize(JOBS);

    assertThat(slices()).isPositive();
    assertThat(emulator.log().requests().size()).isBetween(JOBS / 5, JOBS / 5 + 2 * 2 + 1);
  }

  @ParameterizedTest
  @CsvSource({"MILLISECONDS,true", "SECONDS,false", "SHUFFLED,true"})
  void nothingIsLostWhateverTheOrderAndTheBounds(JobOrder order, boolean inclusive)
      throws SQLException {
    emulator.behave(
        Behavior.standard()
            .with(Knob.ORDER, order)
            .with(Knob.BOUNDS_INCLUSIVE, inclusive)
            .with(Knob.SHORT_PAGES, true)
            .with(Knob.EMPTY_PAGES, true)
            .with(Knob.REPEATED_JOBS, 2));

    assertThat(sorted(Queries.run(url(4), EVERY_ARN))).isEqualTo(sorted(arns()));
  }

  @Test
  void aFewJobsInOrderByAccidentAreNotTakenForAnOrder() throws SQLException {
    emulator.behave(Behavior.standard().with(Knob.ORDER, JobOrder.SHUFFLED));

    for (int pageSize = 2; pageSize <= 3; pageSize++) {
      assertThat(sorted(Queries.run(url(4, pageSize), EVERY_ARN)))
          .as("pages of %d", pageSize)
          .isEqualTo(sorted(arns()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"submitTimeAfter", "submitTimeBefore", "sortOrder"})
  void nothingIsLostOrTwiceWhereTheServiceIgnoresAParameter(String name) throws SQLException {
    emulator.behave(Behavior.standard().with(Knob.IGNORED_PARAMETERS, Set.of(name)));

    assertThat(sorted(Queries.run(url(4), EVERY_ARN))).isEqualTo(sorted(arns()));
  }

  @Test
  void aJobWithoutATimeIsGivenOnceWhereNobodyAsksForItsTime() throws SQLException {
    emulator.behave(Behavior.standard().with(Knob.MISSING_FIELDS, Set.of("submitTime")));

    assertThat(sorted(Queries.run(url(4), EVERY_ARN))).isEqualTo(sorted(arns()));
    assertThat(slices()).isPositive();
  }

  @Test
  void aReaderOfTheFirstPageCausesOneCall() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(4));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(EVERY_ARN)) {
      for (int i = 0; i < PAGE; i++) {
        rows.next();
      }
      assertThat(Queries.run(url(1), EVERY_ARN)).hasSize(JOBS); // time enough for another call
      assertThat(emulator.log().requests().size()).isEqualTo(1 + JOBS / PAGE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";pushdown=false", ";maxRequests=60"})
  void noCallIsMadeForSlicesWhereNoneIsWanted(String keys) throws SQLException {
    assertThat(Queries.run(url(4) + keys, EVERY_ARN)).hasSize(JOBS);

    assertThat(emulator.log().requests().size()).isEqualTo(JOBS / PAGE);
    assertThat(slices()).isZero();
  }
}
