package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.driver.database.Databases;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether connecting asks the service is the user's choice. */
class VerifyTest {
  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator = Urls.emulatorWith(5);
  }

  @AfterEach
  void stop() {
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private String url() {
    return Urls.of(emulator) + ";maxAttempts=1;verify=true";
  }

  @Test
  void oneJobIsAskedForOnceForEachConnection() throws SQLException {
    try (Connection first = DriverManager.getConnection(url());
        Connection second = DriverManager.getConnection(url())) {
      assertThat(emulator.log().lines())
          .containsExactly(
              "GET /model-invocation-jobs maxResults=1", "GET /model-invocation-jobs maxResults=1");
      assertThat(first.isValid(1)).isTrue();
      assertThat(second.isValid(0)).isTrue();
      assertThat(emulator.log().requests()).hasSize(2);
      assertThat(
              Answered.to(
                      second,
                      "SELECT CAST(connection_id AS VARCHAR) || '/' || CAST(query_id AS VARCHAR)"
                          + " FROM api_calls ORDER BY 1")
                  .rows())
          .containsExactly("1/1", "2/2");
    }
  }

  @Test
  void withoutItNothingIsAskedAndTheConnectionIsValid() throws SQLException {
    final String url = Urls.of(emulator).replace("password=", "password=wrong");
    final Connection closed;
    try (Connection connection = DriverManager.getConnection(url)) {
      closed = connection;
      assertThat(connection.isValid(1)).isTrue();
      assertThat(Failures.stateOf(() -> connection.isValid(-1))).isEqualTo("HY024");
      assertThat(emulator.log().requests()).isEmpty();
      assertThat(Answered.failureOf(connection, "SELECT job_arn FROM jobs").getSQLState())
          .isEqualTo("28000");
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThat(closed.isValid(1)).isFalse();
  }

  @Test
  void refusedCredentialsShowAtOnce() {
    assertThatExceptionOfType(SQLInvalidAuthorizationSpecException.class)
        .isThrownBy(() -> DriverManager.getConnection(url().replace("password=", "password=wrong")))
        .withMessageContaining("Listing jobs failed: InvalidSignatureException")
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(403));
    assertThat(emulator.log().requests()).hasSize(1);
  }

  @Test
  void nobodyListens() {
    emulator.close();
    assertThat(Failures.stateOf(() -> DriverManager.getConnection(url()))).isEqualTo("08001");
  }

  @Test
  void aRefusedConnectionKeepsNothing() throws SQLException {
    final List<Runnable> later = new ArrayList<>();
    final BedrockDriver driver = new BedrockDriver(new Databases(later::add));
    emulator.inject(new Fault.Status(403, "AccessDeniedException", "No."), 1);
    assertThat(Failures.stateOf(() -> driver.connect(url(), null))).isEqualTo("42501");
    assertThat(later).hasSize(1);
    later.forEach(Runnable::run);
    try (Connection connection = driver.connect(url(), null)) {
      assertThat(connection.isValid(0)).isTrue();
    }
  }

  @Test
  void loginTimeoutLimitsIt() throws SQLException {
    final BedrockDataSource source = new BedrockDataSource();
    source.setUrl(url());
    source.setLoginTimeout(3); // enough for the request to arrive
    emulator.inject(new Fault.Hang(), 1);
    assertThatExceptionOfType(SQLTimeoutException.class)
        .isThrownBy(source::getConnection)
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("HYT00"));
    emulator.awaitOpenExchanges(0);
    assertThat(emulator.log().requests()).singleElement().matches(RecordedRequest::aborted);
    try (Connection connection = source.getConnection()) {
      assertThat(connection.isValid(0)).isTrue();
    }
  }
}
