package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the table shows of calls that did not go well, and what it never shows. */
class ApiCallsFailureTest {
  private static final String CANARY = "CANARY+canary/0123456789";
  private static final String ANSWER = "http_status, error_type, result_rows, bytes, tries";

  private final BedrockEmulator emulator =
      BedrockEmulator.builder()
          .jobs(JobFixture.of(20, 7))
          .sessionCredentials("ASIATEMPORARY", "secret", CANARY, BedrockEmulator.DEMO_ACCOUNT)
          .apiKey(CANARY)
          .start();

  @AfterEach
  void nothingStaysOpen() {
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void triesThatWentBadAreCounted() throws SQLException {
    emulator.inject(new Fault.Throttle(), 1);
    emulator.inject(new Fault.Status(500, "InternalServerException", "oops"), 1);

    assertThat(query("", "http_status, error_type, result_rows, tries, request_id"))
        .containsExactly("200|null|20|3|" + emulator.log().requests().get(2).requestId());
  }

  @Test
  void aRefusedCallShowsTheServicesType() throws SQLException {
    emulator.inject(new Fault.Status(403, "AccessDeniedException", CANARY), 1);

    assertThat(query("", "http_status, error_type, result_rows, tries, request_id"))
        .containsExactly(
            "403|AccessDeniedException|null|1|" + emulator.log().requests().get(0).requestId());
  }

  @Test
  void theLastFailureCountsWhenTriesRunOut() throws SQLException {
    emulator.inject(new Fault.Throttle(), 1);
    emulator.inject(new Fault.Status(503, "ServiceUnavailableException", "busy"), 1);

    assertThat(query(";maxAttempts=2", "http_status, error_type, tries"))
        .containsExactly("503|ServiceUnavailableException|2");
  }

  @Test
  void anAnswerOfSomebodyElseHasOurWord() throws SQLException {
    emulator.inject(new Fault.ProxyPage(404), 1);

    assertThat(query("", "http_status, error_type, tries, request_id"))
        .containsExactly("404|BAD_ANSWER|1|null");
  }

  @Test
  void theBodyIsMeasured() throws SQLException {
    emulator.inject(new Fault.Malformed("{}"), 1);
    assertThat(query("", ANSWER)).containsExactly("200|null|0|2|1");

    emulator.inject(new Fault.Malformed("{\"nextToken\": 7}"), 1);
    assertThat(query(";parallelism=1", ANSWER)).containsExactly("200|BAD_ANSWER|null|16|1");
  }

  @Test
  void whereNothingCameBackThereIsNoStatus() throws SQLException {
    emulator.inject(new Fault.Status(503, "ServiceUnavailableException", "busy"), 1);
    emulator.inject(new Fault.Reset(true), 1);

    assertThat(query(";maxAttempts=2", ANSWER)).containsExactly("null|CONNECTION_LOST|null|null|2");
  }

  @Test
  void whatWasCancelledIsShown() throws Exception {
    final Fault.Hang hang = new Fault.Hang();
    emulator.inject(hang, 1);
    try (Connection connection = DriverManager.getConnection(Urls.of(emulator));
        Statement statement = connection.createStatement()) {
      final Thread canceller =
          new Thread(
              () -> {
                emulator.awaitRequests(1);
                try {
                  statement.cancel();
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              });
      canceller.start();
      assertThat(Failures.stateOf(() -> Queries.lines(statement.executeQuery(ALL_JOBS))))
          .isEqualTo("57014");
      canceller.join();

      assertThat(Queries.run(connection, "SELECT " + ANSWER + " FROM api_calls"))
          .containsExactly("null|CANCELLED|null|null|1");
    }
  }

  @Test
  void aCallThatWasNotSentIsNone() throws SQLException {
    assertThat(query(";pageSize=10;maxRequests=1", "http_status, error_type"))
        .containsExactly("200|null");
  }

  @Test
  void secretsAndMessagesAreNowhere() throws SQLException {
    final String bare = emulator.jdbcUrl();
    final String session = ";user=ASIATEMPORARY;sessionToken=" + CANARY + ";password=";
    for (String url :
        List.of(
            bare + session + "secret",
            bare + session + CANARY, // the refusal quotes what was signed, the token among it
            bare + ";apiKey=" + CANARY,
            bare + ";apiKey=not" + CANARY)) {
      try (Connection connection = DriverManager.getConnection(url)) {
        read(connection, "SELECT message FROM jobs WHERE status = 'Failed'");
        emulator.inject(new Fault.Status(400, "ValidationException", CANARY), 1);
        read(connection, ALL_JOBS);
        final List<String> calls = Queries.run(connection, "SELECT * FROM api_calls");

        assertThat(calls).hasSizeGreaterThanOrEqualTo(2);
        assertThat(calls.toString()).doesNotContain(CANARY);
        emulator.jobs().stream()
            .filter(job -> job.message() != null)
            .forEach(job -> assertThat(calls.toString()).doesNotContain(job.message()));
      }
    }
  }

  private static final String ALL_JOBS = "SELECT * FROM jobs";

  /** What the table shows of a query that may fail. */
  private List<String> query(String settings, String columns) throws SQLException {
    try (Connection connection = DriverManager.getConnection(Urls.of(emulator) + settings)) {
      read(connection, "SELECT job_id FROM jobs");
      return Queries.run(connection, "SELECT " + columns + " FROM api_calls");
    }
  }

  private static void read(Connection connection, String sql) {
    try {
      Queries.run(connection, sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isNotBlank(); // the calls are what is looked at
    }
  }
}
