package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Fault;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans and statements that read the same: of one statement, at once, and one after the other. */
@Timeout(120)
class MaxAgeSharingTest {
  private static final String THREE_REGIONS = "region=us-east-1,eu-west-1,eu-west-2";
  private static final String ONE_PAGE_EACH = ";pageSize=20;readMessages=false;parallelism=1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM jobs",
        "SELECT job_id, status FROM jobs",
        "SELECT job_id FROM jobs ORDER BY submit_time DESC, job_id",
        "SELECT job_id FROM jobs ORDER BY submit_time, job_id"
      })
  void statementsAtOnceReadOneScan(String sql) throws Exception {
    try (BedrockEmulator emulator = finished(200)) {
      emulator.behave(Behavior.standard().with(Knob.LIST_LATENCY, Duration.ofMillis(40)));

      final List<List<String>> all = atOnce(8, emulator, ONE_PAGE_EACH + ";maxAge=600", sql);

      assertThat(all).allSatisfy(rows -> assertThat(rows).isEqualTo(all.get(0)));
      // Each may have read its first page before another one reads on.
      assertThat(emulator.log().requests()).hasSizeLessThanOrEqualTo(8 + 9);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM jobs",
        "SELECT job_id, status FROM jobs",
        "SELECT job_id FROM jobs ORDER BY submit_time",
        "SELECT job_id FROM jobs WHERE status = 'Completed'"
      })
  void statementsAtOnceRenewAScanOnce(String sql) throws Exception {
    try (BedrockEmulator emulator = finished(200);
        Connection first = connect(emulator, ONE_PAGE_EACH + ";maxAge=1")) {
      Answered.to(first, "SELECT COUNT(*) FROM jobs");
      Thread.sleep(1_100);
      emulator.log().clear();
      emulator.behave(Behavior.standard().with(Knob.LIST_LATENCY, Duration.ofMillis(40)));

      atOnce(8, emulator, ONE_PAGE_EACH + ";maxAge=1", sql);

      assertThat(emulator.log().requests()).hasSize(1);
    }
  }

  /** The oldest job is not final, so that a renewal reads all pages. */
  @ParameterizedTest
  @ValueSource(strings = {"", " DESC"})
  void theFirstRowsDoNotWaitForALongRenewal(String direction) throws Exception {
    final List<Job> jobs = new ArrayList<>(JobFixture.of(100, 7));
    jobs.replaceAll(job -> job.withStatus("Completed"));
    jobs.sort(Comparator.comparing(Job::submitTime));
    jobs.set(0, jobs.get(0).withStatus("InProgress"));
    final String sql = "SELECT job_id FROM jobs ORDER BY submit_time" + direction;
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(jobs).start();
        Connection keeping = connect(emulator, ONE_PAGE_EACH + ";maxAge=1")) {
      final List<String> all = Answered.to(keeping, sql).rows();
      Thread.sleep(1_100);
      emulator.log().clear();
      try (Statement statement = keeping.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        assertThat(emulator.log().requests()).hasSize(1);
      }
      emulator.log().clear();

      assertThat(Answered.to(keeping, sql).rows()).isEqualTo(all).hasSize(100);
      assertThat(emulator.log().requests()).hasSizeLessThanOrEqualTo(1 + 6);
    }
  }

  /** Jobs arrive between the first page and the renewal: they come in order, or not at all. */
  @ParameterizedTest
  @ValueSource(strings = {"", " DESC"})
  void rowsAfterTheFirstPageStayInOrder(String direction) throws Exception {
    final List<Job> jobs = new ArrayList<>(JobFixture.of(100, 7));
    jobs.replaceAll(job -> job.withStatus("InProgress"));
    final String sql = "SELECT submit_time, job_id FROM jobs ORDER BY submit_time" + direction;
    try (BedrockEmulator emulator = BedrockEmulator.builder().jobs(jobs).start();
        Connection keeping = connect(emulator, ONE_PAGE_EACH + ";maxAge=1");
        Statement statement = keeping.createStatement()) {
      final List<String> before = rows(statement.executeQuery(sql), 100);
      Thread.sleep(1_100);
      emulator.log().clear();
      final ResultSet rows = statement.executeQuery(sql);
      final List<String> read = rows(rows, 1);
      assertThat(emulator.log().requests()).hasSize(1);
      emulator.behave(Behavior.standard().with(Knob.ARRIVALS, 2));
      read.addAll(rows(rows, 200));

      assertThat(emulator.log().lines()).anyMatch(line -> line.contains("submitTimeAfter="));
      assertThat(read.stream().map(row -> row.substring(0, row.indexOf(','))))
          .isSortedAccordingTo(
              direction.isEmpty() ? Comparator.naturalOrder() : Comparator.reverseOrder());
      assertThat(read).containsAll(before).doesNotHaveDuplicates();
    }
  }

  /** At most so many, as {@code time, id}. */
  private static List<String> rows(ResultSet rows, int most) throws SQLException {
    final List<String> read = new ArrayList<>();
    while (read.size() < most && rows.next()) {
      read.add(rows.getString(1) + ", " + rows.getString(2));
    }
    return read;
  }

  /** One scan ends at its first row, which another one of the statement must not notice. */
  @Test
  void aScanThatEndsEarlyDoesNotEndWhatAnotherOneWaitsFor() throws SQLException {
    final String sql =
        "SELECT job_name FROM (SELECT job_name FROM jobs WHERE job_name || '' = 'needle' LIMIT 1)"
            + " UNION ALL SELECT CAST(COUNT(*) AS VARCHAR) FROM jobs";
    final List<Job> few =
        new ArrayList<>(JobFixture.of(40, 3).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT));
    few.set(0, few.get(0).withName("needle"));
    try (BedrockEmulator emulator =
        BedrockEmulator.builder()
            .region("us-east-1", "eu-west-1", "eu-west-2")
            .jobs(JobFixture.of(40, 7))
            .jobs(few)
            .jobs(JobFixture.of(200, 9).in("eu-west-2", BedrockEmulator.DEMO_ACCOUNT))
            .start()) {
      emulator.behave(Behavior.standard().with(Knob.LIST_LATENCY, Duration.ofMillis(2)));
      for (int attempt = 0; attempt < 20; attempt++) {
        try (Connection keeping =
            connect(
                emulator,
                THREE_REGIONS,
                ";readMessages=false;pageSize=20;maxAge=600;maxRequests=" + (1_000 + attempt))) {
          assertThat(Answered.to(keeping, sql).rows()).containsExactlyInAnyOrder("needle", "280");
        }
      }
    }
  }

  @Test
  void aRegionIsSkippedInAllScansOfAStatementOrInNone() throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .region("us-east-1", "eu-west-1", "eu-west-2")
                .jobs(JobFixture.of(50, 1))
                .jobs(JobFixture.of(50, 2).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT))
                .start();
        Connection keeping =
            connect(emulator, THREE_REGIONS, ";maxAge=600;onUnreachable=skip;maxAttempts=1")) {
      emulator.injectWhen(
          request -> request.toString().contains("eu-west-1"),
          new Fault.Status(403, "AccessDeniedException", "no"));

      assertThat(
              Answered.to(
                      keeping,
                      "SELECT (SELECT COUNT(*) FROM jobs)"
                          + " + 1000 * (SELECT COUNT(*) FROM jobs WHERE job_id <> 'x')")
                  .rows())
          .containsExactly("50050");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM jobs WHERE submit_time <= CURRENT_TIMESTAMP",
        "SELECT COUNT(*) FROM jobs WHERE submit_time BETWEEN"
            + " CURRENT_TIMESTAMP - INTERVAL '900' DAY(3) AND CURRENT_TIMESTAMP",
        "SELECT * FROM models WHERE provider_name = 'Anthropic'",
        "SELECT * FROM inference_profiles WHERE type = 'APPLICATION'"
      })
  void whatMovesWithTheClockOrIsAPartIsAskedOnce(String sql) throws Exception {
    try (BedrockEmulator emulator = finished(50);
        Connection keeping = connect(emulator, ";maxAge=600")) {
      Answered.to(keeping, sql.startsWith("SELECT *") ? sql.replaceAll(" WHERE.*", "") : sql);
      Thread.sleep(5);
      emulator.log().clear();
      Answered.to(keeping, sql);

      assertThat(emulator.log().requests()).isEmpty();
      assertThat(Answered.to(keeping, "EXPLAIN PLAN FOR " + sql).rows())
          .anyMatch(line -> line.matches(" *Request: none, as .* answers?, \\d+ s old"));
      final long kept =
          Long.parseLong(Answered.to(keeping, "SELECT kept_jobs FROM sources").rows().get(0));
      assertThat(kept).isLessThanOrEqualTo(50);
    }
  }

  /** The service's clock may be far ahead of this machine's. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ORDER BY submit_time", " ORDER BY submit_time DESC"})
  void aPeriodThatEndsAMinuteAgoIsNotAllJobs(String order) throws SQLException {
    try (BedrockEmulator emulator =
            BedrockEmulator.builder()
                .jobs(JobFixture.of(50, 7).until(Instant.now().plus(Duration.ofDays(90))))
                .start();
        Connection asking = connect(emulator, "");
        Connection keeping = connect(emulator, ";maxAge=600")) {
      final String before = "submit_time <= CURRENT_TIMESTAMP - INTERVAL '1' MINUTE";
      final List<String> some =
          Answered.to(keeping, "SELECT job_id FROM jobs WHERE " + before + order).rows();
      final List<String> all = Answered.to(asking, "SELECT COUNT(*) FROM jobs").rows();

      assertThat(all).isNotEqualTo(List.of(Integer.toString(some.size())));
      assertThat(Answered.to(keeping, "SELECT COUNT(*) FROM jobs").rows()).isEqualTo(all);
    }
  }

  @Test
  void explainShowsTheRenewal() throws Exception {
    final String sql = "SELECT COUNT(*) FROM jobs";
    try (BedrockEmulator emulator = finished(50);
        Connection keeping = connect(emulator, ONE_PAGE_EACH + ";maxAge=1")) {
      Answered.to(keeping, sql);
      Thread.sleep(1_100);
      final List<String> plan = Answered.to(keeping, "EXPLAIN PLAN FOR " + sql).rows();
      emulator.log().clear();
      Answered.to(keeping, sql);
      final String sent =
          emulator.log().lines().get(0).replaceAll(".*(submitTimeAfter=\\S+).*", "$1");

      assertThat(plan)
          .anyMatch(
              line -> line.matches(" *Request: .* \\Q" + sent + "\\E, as kept rows are 1 s old"));
    }
  }

  private static BedrockEmulator finished(int jobs) {
    return BedrockEmulator.builder()
        .jobs(JobFixture.of(jobs, 7).stream().map(job -> job.withStatus("Completed")).toList())
        .start();
  }

  private static Connection connect(BedrockEmulator emulator, String more) throws SQLException {
    return connect(emulator, "region=us-east-1", more);
  }

  private static Connection connect(BedrockEmulator emulator, String regions, String more)
      throws SQLException {
    return DriverManager.getConnection(
        Urls.of(emulator).replace("region=us-east-1", regions) + more);
  }

  private static List<List<String>> atOnce(
      int count, BedrockEmulator emulator, String more, String sql) throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(count);
    final List<Connection> connections = new ArrayList<>();
    try {
      final List<Future<List<String>>> started = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        final Connection each = connect(emulator, more);
        connections.add(each);
        started.add(threads.submit(() -> Answered.to(each, sql).rows()));
      }
      final List<List<String>> all = new ArrayList<>();
      for (Future<List<String>> each : started) {
        all.add(each.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
      for (Connection each : connections) {
        each.close();
      }
    }
  }
}
