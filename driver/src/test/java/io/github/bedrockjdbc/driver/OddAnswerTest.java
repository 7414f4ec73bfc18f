package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.Job;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are a success but not what one would expect. */
class OddAnswerTest {
  private static final Behavior STANDARD = Behavior.standard();
  private static final String DIRECT = "SELECT job_arn, job_name, submit_time FROM jobs";
  private static final String FULL =
      "SELECT job_arn, job_name, submit_time, COUNT(*) FROM jobs GROUP BY 1, 2, 3";

  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(50);
    connection =
        DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;maxAttempts=2;parallelism=1");
  }

  @AfterEach
  void connectionIsUsableAndNothingIsLeftOpen() throws SQLException {
    emulator.behave(STANDARD);
    assertThat(Answered.to(connection, DIRECT).rows()).containsExactlyInAnyOrderElementsOf(arns());
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private List<String> arns() {
    return emulator.jobs().stream().map(Job::jobArn).toList();
  }

  private List<String> oddArns() {
    return emulator.jobs().stream().filter(emulator.behavior()::isOdd).map(Job::jobArn).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL})
  void shortEmptyAndRepeatingPagesGiveEachJobOnce(String sql) throws SQLException {
    for (Behavior behavior :
        List.of(
            STANDARD.with(Knob.SHORT_PAGES, true),
            STANDARD.with(Knob.EMPTY_PAGES, true),
            STANDARD.with(Knob.REPEATED_JOBS, 3),
            STANDARD.with(Knob.PAGE_CAP, 7).with(Knob.EMPTY_PAGES, true))) {
      emulator.behave(behavior);
      final Answered answered = Answered.to(connection, sql);
      assertThat(answered.rows())
          .as(behavior.toString())
          .containsExactlyInAnyOrderElementsOf(arns());
      assertThat(answered.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL})
  void tokenThatComesAgainIsAnError(String sql) {
    emulator.behave(STANDARD.with(Knob.SAME_TOKEN, true));
    final SQLException failure = Answered.failureOf(connection, sql);
    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getMessage()).contains("same nextToken twice");
    assertThat(emulator.log().requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL})
  void jobWithoutArnIsAnError(String sql) {
    emulator.behave(STANDARD.with(Knob.MISSING_FIELDS, Set.of("jobArn")));
    final SQLException failure = Answered.failureOf(connection, sql);
    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getErrorCode()).isEqualTo(200);
    assertThat(failure.getMessage()).contains("a job without 'jobArn'", "request id 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL})
  void timeThatCannotBeReadIsAnErrorThatQuotesIt(String sql) {
    emulator.behave(STANDARD.with(Knob.UNREADABLE_FIELDS, Set.of("submitTime")));
    final SQLException failure = Answered.failureOf(connection, sql);
    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getErrorCode()).isEqualTo(200);
    assertThat(failure.getMessage()).contains("'submitTime' is not a time: '", "request id 0");
  }

  @Test
  void fieldsThatTheQueryDoesNotUseMayBeUnreadable() throws SQLException {
    emulator.behave(STANDARD.with(Knob.UNREADABLE_FIELDS, Set.of("endTime", "totalRecordCount")));
    assertThat(Answered.to(connection, DIRECT).rows()).hasSize(50);
    assertThat(Answered.failureOf(connection, "SELECT end_time FROM jobs").getMessage())
        .contains("'endTime' is not a time");
    assertThat(Answered.failureOf(connection, "SELECT SUM(total_records) FROM jobs").getMessage())
        .contains("'totalRecordCount' is not a whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL})
  void missingNameIsAnEmptyTextWithOneWarningThatNamesTheJobs(String sql) throws SQLException {
    emulator.behave(STANDARD.with(Knob.MISSING_FIELDS, Set.of("jobName")));
    final Answered answered = Answered.to(connection, sql);
    assertThat(answered.rows()).containsExactlyInAnyOrderElementsOf(arns());
    assertThat(answered.warnings()).hasSize(1);
    assertThat(answered.warnings().get(0)).contains("jobName").contains(oddArns());
    assertThat(Answered.to(connection, "SELECT job_arn FROM jobs WHERE job_name = ''").rows())
        .containsExactlyInAnyOrderElementsOf(oddArns());
  }

  @Test
  void unknownStatusIsShownAsSent() throws SQLException {
    emulator.behave(STANDARD.with(Knob.ODD_STATUS, Optional.of("Paused")));
    assertThat(Answered.to(connection, "SELECT job_arn FROM jobs WHERE status = 'Paused'").rows())
        .containsExactlyInAnyOrderElementsOf(oddArns());
    assertThat(Answered.to(connection, "SELECT DISTINCT status FROM jobs").rows())
        .contains("Paused");
    assertThat(Answered.to(connection, "SELECT job_arn FROM jobs WHERE status <> 'Failed'").rows())
        .containsAll(oddArns());
  }

  @Test
  void unknownFieldsAreIgnored() throws SQLException {
    emulator.behave(STANDARD.with(Knob.UNKNOWN_FIELDS, true).with(Knob.ODD_ONE_IN, 1));
    final Answered answered = Answered.to(connection, "SELECT * FROM jobs");
    assertThat(answered.rows()).hasSize(50);
    assertThat(answered.warnings()).isEmpty();
  }

  /** Rows that do not match what was sent are no rows of the query. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'Failed'",
        "job_name LIKE '%eval%'",
        "submit_time >= '2026-06-01 00:00:00'",
        "submit_time < '2026-06-01 00:00:00' AND status IN ('Failed', 'Stopped')",
      })
  void filterThatTheServiceIgnoresIsAppliedAllTheSame(String predicate) throws SQLException {
    final String sql = "SELECT job_arn FROM jobs WHERE " + predicate;
    final List<String> right = Answered.to(connection, sql).rows();
    assertThat(right).isNotEmpty().hasSizeLessThan(50);
    emulator.behave(
        STANDARD.with(
            Knob.IGNORED_PARAMETERS,
            Set.of("statusEquals", "nameContains", "submitTimeAfter", "submitTimeBefore")));
    assertThat(Answered.to(connection, sql).rows()).containsExactlyInAnyOrderElementsOf(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", job_name"})
  void orderThatTheServiceIgnoresIsAnErrorThatTellsWhatToDo(String more) throws SQLException {
    final String sql = "SELECT job_arn FROM jobs ORDER BY submit_time" + more + " LIMIT 5";
    final List<String> right = Answered.to(connection, sql).rows();
    emulator.behave(STANDARD.with(Knob.IGNORED_PARAMETERS, Set.of("sortBy", "sortOrder")));

    final SQLException failure = Answered.failureOf(connection, sql);

    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getMessage()).contains("order", "pushdown=false");
    try (Connection careful =
        DriverManager.getConnection(Urls.of(emulator) + ";pushdown=false;pageSize=10")) {
      assertThat(Answered.to(careful, sql).rows()).containsExactlyElementsOf(right);
    }
  }

  @Test
  void misspeltStatusReadsEverythingAndOffersTheRightOne() throws SQLException {
    final Answered answered =
        Answered.to(connection, "SELECT job_arn FROM jobs WHERE status = 'failed'");
    assertThat(answered.rows()).isEmpty();
    assertThat(answered.warnings()).hasSize(2);
    assertThat(answered.warnings().get(0)).contains("'failed'", "did you mean 'Failed'?");
    assertThat(answered.warnings().get(1)).contains("every job was read");
    assertThat(emulator.log().requests()).hasSize(5);
  }
}
