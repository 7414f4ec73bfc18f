package io.github.bedrockjdbc.driver;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements ask with {@code maxAge}, and what they need not. */
@Timeout(120)
class MaxAgeTest extends MaxAgeFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM jobs",
        "SELECT job_id FROM jobs ORDER BY submit_time",
        "SELECT job_id FROM jobs ORDER BY submit_time DESC LIMIT 3 OFFSET 2",
        "SELECT * FROM jobs WHERE status = 'Failed'",
        "SELECT * FROM jobs WHERE status IN ('Failed', 'Stopped') AND job_name LIKE '%a%'",
        "SELECT COUNT(*) FROM jobs WHERE submit_time > TIMESTAMP '2025-06-01 00:00:00'",
        "SELECT MIN(submit_time), MAX(submit_time) FROM jobs",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.model = b.model WHERE b.status = 'Failed'",
        "SELECT job_id FROM jobs WHERE job_arn = (SELECT MAX(job_arn) FROM jobs)",
        "SELECT (SELECT COUNT(*) FROM jobs b WHERE b.model = a.model) FROM jobs a LIMIT 2",
        "SELECT job_id FROM jobs WHERE EXISTS (SELECT 1 FROM jobs WHERE status = 'Expired')"
      })
  void aWholeWalkAnswersEverything(String sql) throws SQLException {
    final List<String> asked;
    try (Connection each = connect("")) {
      asked = Answered.to(each, sql).rows();
    }
    rows("SELECT COUNT(*) FROM jobs");

    asked(sql);
    assertThat(emulator.log().requests()).isEmpty();
    assertThat(rows(sql)).containsExactlyInAnyOrderElementsOf(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status = 'Failed'          | status = 'Failed' AND job_name LIKE '%a%' | 0",
        "status = 'Failed'          | status = 'Stopped'                        | 1",
        "status = 'Failed'          | status IN ('Failed', 'Stopped')           | 2",
        "status IN ('Failed', 'Stopped') | status = 'Stopped'                   | 0",
        "job_name LIKE '%nightly%'  | job_name LIKE '%nightly-%'                | 0",
        "job_name LIKE '%nightly-%' | job_name LIKE '%nightly%'                 | 1",
        "submit_time > TIMESTAMP '2025-12-01 00:00:00' | submit_time > TIMESTAMP '2026-01-01 00:00:00' | 0",
      })
  void aPartAnswersItsParts(String first, String second, int requests) throws SQLException {
    rows("SELECT job_id FROM jobs WHERE " + first);

    assertThat(asked("SELECT job_id FROM jobs WHERE " + second)).isEqualTo(requests);
  }

  @Test
  void withoutItEveryStatementAsks() throws SQLException {
    try (Connection each = connect("")) {
      for (int i = 0; i < 2; i++) {
        emulator.log().clear();
        Answered.to(each, "SELECT COUNT(*) FROM jobs");
        assertThat(emulator.log().requests()).hasSizeGreaterThanOrEqualTo(pages(99));
      }
    }
  }

  @Test
  void whoReadsThePageOnlyAsksForThePage() throws SQLException {
    emulator.log().clear();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT job_id FROM jobs")) {
      for (int row = 0; row < 20; row++) {
        rows.next();
      }
      assertThat(emulator.log().requests()).hasSize(1);
    }
    assertThat(asked("SELECT COUNT(*) FROM jobs")).isPositive();
  }

  @Test
  void whoReadsOnReadsAllAtOnce() throws SQLException {
    emulator.log().clear();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT job_id FROM jobs")) {
      for (int row = 0; row < 21; row++) {
        rows.next();
      }
      assertThat(emulator.log().requests()).hasSizeGreaterThanOrEqualTo(pages(99));
    }
    assertThat(asked("SELECT COUNT(*) FROM jobs")).isZero();
  }

  @Test
  void nobodyWaitsForAReaderThatFailed() throws SQLException {
    emulator.injectAt(3, new Fault.Status(403, "AccessDeniedException", "no"));
    Answered.failureOf(connection, "SELECT job_id FROM jobs");

    assertThat(asked("SELECT COUNT(*) FROM jobs")).isEqualTo(pages(99));
  }

  @Test
  void severalRequestsGiveTheirRowsInOneOrder() throws SQLException {
    final String sorted =
        "SELECT submit_time FROM jobs WHERE status IN ('Failed', 'Completed', 'Stopped')"
            + " ORDER BY submit_time";
    assertThat(rows(sorted)).hasSizeGreaterThan(50).isSorted();
    assertThat(asked(sorted)).isZero();
    assertThat(rows(sorted)).isSorted();
  }

  @Test
  void whatEndedEarlyIsNotKept() throws SQLException {
    assertThat(asked("SELECT job_id FROM jobs LIMIT 5")).isEqualTo(1);
    assertThat(asked("SELECT job_id FROM jobs LIMIT 5")).isEqualTo(1);
    emulator.injectAt(3, new Fault.Status(403, "AccessDeniedException", "no"));
    Answered.failureOf(connection, "SELECT COUNT(*) FROM jobs");

    assertThat(asked("SELECT COUNT(*) FROM jobs")).isEqualTo(pages(99));
    assertThat(asked("SELECT COUNT(*) FROM jobs")).isZero();
  }

  @Test
  void aLimitIsNoReasonToReadAll() throws SQLException {
    assertThat(asked("SELECT COUNT(*) FROM (SELECT job_id FROM jobs LIMIT 5)")).isEqualTo(1);
    assertThat(asked("SELECT MAX(job_name) FROM (SELECT * FROM jobs ORDER BY submit_time LIMIT 3)"))
        .isEqualTo(1);
  }

  @Test
  void rowsThatWereReadOldestFirstAnswerInAnyOrder() throws SQLException {
    rows("SELECT job_id FROM jobs ORDER BY submit_time");
    for (String order : List.of("", " DESC")) {
      final String newest = "SELECT submit_time FROM jobs ORDER BY submit_time" + order;
      assertThat(asked(newest)).isZero();
      assertThat(rows(newest))
          .isSortedAccordingTo(order.isEmpty() ? naturalOrder() : reverseOrder());
    }
  }

  @Test
  void statementsThatNeedTheSameAtOnceShareOneWalk() throws Exception {
    emulator.behave(Behavior.standard().with(Knob.LIST_LATENCY, Duration.ofMillis(50)));
    final int alone = asked("SELECT COUNT(*) FROM jobs WHERE job_name LIKE '%a%'");
    emulator.log().clear();
    final ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      final List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(
            threads.submit(
                () -> {
                  try (Connection each = connect(";maxAge=600")) {
                    return Answered.to(each, "SELECT status, COUNT(*) FROM jobs GROUP BY status")
                        .rows();
                  }
                }));
      }
      for (Future<List<String>> each : all) {
        assertThat(each.get()).containsExactlyInAnyOrderElementsOf(all.get(0).get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(alone).isPositive();
    // The pages, and what finding slices costs.
    assertThat(emulator.log().requests()).hasSizeLessThan(2 * pages(100) + 4);
  }

  @Test
  void oneUserNeverSeesTheRowsOfAnother() throws SQLException {
    final long mine = Long.parseLong(rows("SELECT COUNT(*) FROM jobs").get(0));
    try (Connection other =
        DriverManager.getConnection(
            emulator.jdbcUrl() + ";pageSize=20;readMessages=false;maxAge=600",
            "AKIOTHER",
            "other")) {
      assertThat(Answered.to(other, "SELECT COUNT(*) FROM jobs").rows()).containsExactly("30");
    }
    assertThat(mine).isEqualTo(100);
  }

  @Test
  void listsAndTagsAreKeptToo() throws SQLException {
    for (String sql :
        List.of(
            "SELECT model_id FROM models",
            "SELECT COUNT(*) FROM inference_profiles",
            "SELECT job_id, tags FROM job_details WHERE status = 'Failed'")) {
      assertThat(asked(sql)).as(sql).isPositive();
      assertThat(asked(sql)).as(sql).isZero();
    }
  }

  @Test
  void messagesComeFromTheRegionOfTheirJob() throws SQLException {
    final String sql =
        "SELECT a.region || ' ' || a.message FROM jobs a JOIN (SELECT DISTINCT status FROM jobs) b"
            + " ON a.status = b.status WHERE a.status = 'Failed' ORDER BY a.job_arn";
    try (BedrockEmulator two =
            BedrockEmulator.builder()
                .region("us-east-1", "eu-west-1")
                .jobs(JobFixture.of(20, 7))
                .jobs(JobFixture.of(20, 9).in("eu-west-1", BedrockEmulator.DEMO_ACCOUNT))
                .start();
        Connection asking = DriverManager.getConnection(ofBothRegions(two));
        Connection keeping = DriverManager.getConnection(ofBothRegions(two) + ";maxAge=600")) {
      final List<String> messages = Answered.to(asking, sql).rows();

      assertThat(messages).anyMatch(row -> row.startsWith("eu-west-1 ")).doesNotContainNull();
      assertThat(Answered.to(keeping, sql).rows()).isEqualTo(messages);
    }
  }

  @Test
  void rowsThatAreTooOldAreRenewedWithOneRequest() throws Exception {
    final List<Job> all =
        JobFixture.of(200, 7).stream().map(job -> job.withStatus("Completed")).toList();
    try (BedrockEmulator still = BedrockEmulator.builder().jobs(all).start();
        Connection keeping = Urls.connect(still, ";maxAge=1;pageSize=20;parallelism=1")) {
      Answered.to(keeping, "SELECT COUNT(*) FROM jobs");
      assertThat(still.log().requests()).hasSize(10);
      still.behave(Behavior.standard().with(Knob.ARRIVALS, 1));
      Thread.sleep(1_100);
      still.log().clear();

      assertThat(Answered.to(keeping, "SELECT COUNT(*) FROM jobs").rows()).containsExactly("201");
      assertThat(still.log().lines())
          .singleElement()
          .asString()
          .contains("submitTimeAfter=")
          .doesNotContain("submitTimeBefore");
    }
  }

  private static String ofBothRegions(BedrockEmulator two) {
    return Urls.of(two).replace("region=us-east-1", "region=us-east-1,eu-west-1");
  }

  @Test
  void aStatementSeesOneMoment() throws SQLException {
    rows("SELECT COUNT(*) FROM jobs WHERE status = 'Completed'");
    final long before = count("Completed") + count("Failed");
    emulator.behave(Behavior.standard().with(Knob.ARRIVALS, 3));
    final List<Job> arrived = new ArrayList<>();
    try (Connection each = connect("")) {
      Answered.to(each, "SELECT COUNT(*) FROM jobs WHERE status = 'Failed'");
    }
    emulator.behave(Behavior.standard());
    arrived.addAll(emulator.jobs());

    assertThat(
            rows(
                "SELECT (SELECT COUNT(*) FROM jobs WHERE status = 'Completed')"
                    + " + (SELECT COUNT(*) FROM jobs WHERE status = 'Failed')"))
        .containsExactly(Long.toString(count("Completed") + count("Failed")));
    assertThat(arrived).hasSizeGreaterThan(130);
    assertThat(before).isPositive();
  }
}
