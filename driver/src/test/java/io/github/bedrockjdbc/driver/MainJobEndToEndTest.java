package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement that people come for, and what it costs. */
class MainJobEndToEndTest {
  private static final int JOBS = 2500;

  private final BedrockEmulator emulator = Urls.emulatorWith(JOBS);
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection(Urls.of(emulator) + ";parallelism=1");
  }

  @AfterEach
  void nothingStaysOpen() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void everyFailedJobComesOnceWithTheReason() throws SQLException {
    final List<Job> failed = failedJobs();
    final List<String> expected = new ArrayList<>();
    failed.forEach(job -> expected.add(job.jobArn() + "|" + job.message()));

    assertThat(run("SELECT * FROM jobs WHERE status='Failed'")).hasSize(failed.size());
    emulator.log().clear();
    assertThat(run("SELECT job_arn, message FROM jobs WHERE status='Failed'"))
        .containsExactlyInAnyOrderElementsOf(expected);
    // The messages are known by now; those that are not there yet may be written later.
    final List<String> requests = new ArrayList<>();
    requests.add("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
    failed.stream()
        .filter(job -> job.message() == null)
        .forEach(job -> requests.add("GET /model-invocation-job/" + job.jobArn()));
    assertThat(emulator.log().lines()).containsExactlyInAnyOrderElementsOf(requests);
  }

  @Test
  void messagesAreReadOnlyWhereTheyAreUsed() throws SQLException {
    assertThat(run("SELECT job_name FROM jobs WHERE status = 'Failed'")).isNotEmpty();
    assertThat(emulator.log().lines())
        .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=Failed");
  }

  @Test
  void messagesAreReadOnlyForRowsThatAreKept() throws SQLException {
    assertThat(run("SELECT job_arn, message FROM jobs WHERE status = 'Failed' LIMIT 20"))
        .hasSize(20);
    assertThat(lists())
        .containsExactly("GET /model-invocation-jobs maxResults=20 statusEquals=Failed");
    assertThat(details()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void messagesAreReadNoFurtherAheadThanParallelism() throws SQLException {
    try (Connection two = DriverManager.getConnection(Urls.of(emulator) + ";parallelism=2");
        Statement statement = two.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT message FROM jobs WHERE status = 'Failed'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
    }
    emulator.awaitOpenExchanges(0);
    assertThat(details()).hasSizeBetween(2, 3);
  }

  @Test
  void onlyFailedJobsHaveAMessage() throws SQLException {
    assertThat(run("SELECT DISTINCT status FROM jobs WHERE message IS NOT NULL"))
        .containsExactly("Failed");
  }

  @Test
  void readMessagesFalseReadsNone() throws SQLException {
    assertThat(
            Queries.run(
                Urls.of(emulator) + ";readMessages=false",
                "SELECT DISTINCT message FROM jobs WHERE status = 'Failed'"))
        .containsExactly("null");
    assertThat(details()).isEmpty();
  }

  @Test
  void theFirstRowNeedsOnePage() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM jobs WHERE job_name <> ''")) {
      assertThat(rows.next()).isTrue();
      assertThat(lists()).containsExactly("GET /model-invocation-jobs maxResults=1000");
    }
    assertThat(lists()).hasSize(1);
  }

  @Test
  void readingAWholePageIsNoReasonToAskForTheNext() throws SQLException {
    for (String sql : List.of("SELECT * FROM jobs", "SELECT UPPER(job_name) FROM jobs")) {
      emulator.log().clear();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        for (int i = 0; i < 1000; i++) {
          assertThat(rows.next()).isTrue();
        }
      }
      assertThat(lists()).containsExactly("GET /model-invocation-jobs maxResults=1000");
    }
  }

  @Test
  void everyJobComesOnce() throws SQLException {
    final List<String> arns = run("SELECT job_arn FROM jobs");
    final Set<String> expected = new HashSet<>();
    emulator.jobs().forEach(job -> expected.add(job.jobArn()));

    assertThat(arns).hasSize(JOBS);
    assertThat(new HashSet<>(arns)).isEqualTo(expected);
    assertThat(lists())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=1000",
            "GET /model-invocation-jobs maxResults=1000 nextToken=*",
            "GET /model-invocation-jobs maxResults=1000 nextToken=*");
  }

  @Test
  void countingReadsNoMessages() throws SQLException {
    assertThat(run("SELECT COUNT(*) FROM jobs")).containsExactly("" + JOBS);
    assertThat(run("SELECT COUNT(job_id) FROM jobs WHERE status <> 'Failed'")).hasSize(1);
    assertThat(details()).isEmpty();
    assertThat(lists()).hasSize(6);
  }

  @Test
  void theNewestAreOneCallWhateverTheyAreSortedByNext() throws SQLException {
    assertThat(run("SELECT job_id FROM jobs ORDER BY submit_time DESC LIMIT 10")).hasSize(10);
    assertThat(run("SELECT * FROM jobs ORDER BY submit_time DESC, job_name LIMIT 10")).hasSize(10);
    assertThat(run("SELECT MAX(submit_time) FROM jobs")).hasSize(1);
    assertThat(run("SELECT MIN(submit_time) FROM jobs")).hasSize(1);
    assertThat(lists())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=15 sortBy=CreationTime sortOrder=Descending",
            "GET /model-invocation-jobs maxResults=15 sortBy=CreationTime sortOrder=Descending",
            "GET /model-invocation-jobs maxResults=6 sortBy=CreationTime sortOrder=Descending",
            "GET /model-invocation-jobs maxResults=6 sortBy=CreationTime sortOrder=Ascending");
  }

  @Test
  void anOrderGoesBelowAPredicateThatStaysSoThatALimitEndsTheWalk() throws SQLException {
    assertThat(
            run(
                "SELECT job_id FROM jobs WHERE UPPER(job_name) LIKE '%A%'"
                    + " ORDER BY submit_time DESC LIMIT 5"))
        .hasSize(5);
    assertThat(lists())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=1000 sortBy=CreationTime sortOrder=Descending");
  }

  @Test
  void statusesInOrderAreOneCallEach() throws SQLException {
    assertThat(
            run(
                "SELECT job_id FROM jobs WHERE status IN ('Failed', 'Stopped')"
                    + " ORDER BY submit_time DESC LIMIT 10"))
        .hasSize(10);
    assertThat(lists()).hasSize(2);
  }

  @Test
  void aJobIsLookedUpByItsArn() throws SQLException {
    final Job job = failedJobs().get(0);
    assertThat(run("SELECT job_name, message FROM jobs WHERE job_arn = '" + job.jobArn() + "'"))
        .containsExactly(job.jobName() + "|" + job.message());
    assertThat(emulator.log().lines()).containsExactly("GET /model-invocation-job/" + job.jobArn());
  }

  @Test
  void aLimitIsOneSmallCall() throws SQLException {
    assertThat(run("SELECT job_id FROM jobs LIMIT 10")).hasSize(10);
    assertThat(run("SELECT UPPER(job_id) FROM jobs LIMIT 3 OFFSET 4")).hasSize(3);
    assertThat(run("SELECT job_id FROM jobs FETCH FIRST 5 ROWS ONLY")).hasSize(5);
    assertThat(lists())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=10",
            "GET /model-invocation-jobs maxResults=7",
            "GET /model-invocation-jobs maxResults=5");
  }

  @Test
  void maxRowsReachesTheService() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(10);
      try (ResultSet rows = statement.executeQuery("SELECT job_id FROM jobs")) {
        assertThat(Queries.lines(rows)).hasSize(10);
      }
    }
    try (var statement = connection.prepareStatement("SELECT * FROM jobs WHERE status = ?")) {
      statement.setString(1, "Completed");
      statement.setMaxRows(7);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(Queries.lines(rows)).hasSize(7);
      }
    }
    assertThat(lists())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=10",
            "GET /model-invocation-jobs maxResults=7 statusEquals=Completed");
  }

  @Test
  void parametersAreSentWithTheirValuesOfEachExecution() throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT job_id FROM jobs WHERE ? = status LIMIT ?")) {
      statement.setString(1, "Stopped");
      statement.setLong(2, 3);
      assertThat(Queries.lines(statement.executeQuery())).hasSize(3);
      statement.setString(1, "Expired");
      statement.setInt(2, 4);
      assertThat(Queries.lines(statement.executeQuery())).hasSize(4);
    }
    assertThat(lists())
        .containsExactly(
            "GET /model-invocation-jobs maxResults=3 statusEquals=Stopped",
            "GET /model-invocation-jobs maxResults=4 statusEquals=Expired");
  }

  @Test
  void whatCannotBeTrueAsksNothing() throws SQLException {
    assertThat(run("SELECT * FROM jobs WHERE 1 = 0")).isEmpty();
    assertThat(run("SELECT * FROM jobs LIMIT 0")).isEmpty();
    assertThat(run("SELECT * FROM jobs WHERE status = 'Failed' AND status = 'Stopped'")).isEmpty();
    assertThat(run("SELECT 1")).containsExactly("1");
    assertThat(emulator.log().lines()).isEmpty();
  }

  @Test
  void whatIsNotAStatusIsLookedForAndWarnedOf() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM jobs WHERE status = 'failed'")) {
      assertThat(rows.next()).isFalse();
      assertThat(statement.getWarnings().getMessage()).contains("did you mean 'Failed'?");
      assertThat(rows.getWarnings().getMessage()).contains("did you mean 'Failed'?");
      statement.clearWarnings();
      assertThat(statement.getWarnings() == null).isTrue();
    }
    assertThat(lists()).hasSize(3);
  }

  @Test
  void aWhereOfWhichNothingCouldBeSentIsWarnedOfWhenItReadsMoreThanAPage() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT job_id FROM jobs WHERE UPPER(job_name) LIKE '%ZZ%'")) {
      Queries.lines(rows);
      assertThat(statement.getWarnings().getMessage())
          .contains("every job was read", "UPPER(job_name)");
      assertThat(statement.getWarnings().getNextWarning() == null).isTrue();
    }
  }

  private List<Job> failedJobs() {
    return emulator.jobs().stream().filter(job -> "Failed".equals(job.status())).toList();
  }

  private List<String> run(String sql) throws SQLException {
    return Queries.run(connection, sql);
  }

  private List<String> lists() {
    return emulator.log().lines().stream()
        .filter(line -> line.startsWith("GET /model-invocation-jobs"))
        .toList();
  }

  private List<String> details() {
    return emulator.log().lines().stream()
        .filter(line -> line.startsWith("GET /model-invocation-job/"))
        .toList();
  }
}
