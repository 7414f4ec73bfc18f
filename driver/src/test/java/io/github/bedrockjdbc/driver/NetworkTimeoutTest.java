package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection on which one answer takes longer than its user waits for any is given up. */
class NetworkTimeoutTest {
  /** Milliseconds; long enough for any request to be on its way, or answered, before. */
  private static final int SHORT = 1000;

  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(50);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10");
    Answered.to(connection, "SELECT job_arn FROM jobs LIMIT 1"); // the first request takes longest
    emulator.log().clear();
  }

  @AfterEach
  void nothingIsLeftOpen() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @Test
  void isKeptAndNotNegative() throws SQLException {
    assertThat(connection.getNetworkTimeout()).isZero();
    connection.setNetworkTimeout(Runnable::run, 1234);
    assertThat(connection.getNetworkTimeout()).isEqualTo(1234);
    connection.setNetworkTimeout(Runnable::run, 0);
    assertThat(connection.getNetworkTimeout()).isZero();
    assertThat(Failures.stateOf(() -> connection.setNetworkTimeout(Runnable::run, -1)))
        .isEqualTo("HY024");
    assertThat(Failures.stateOf(() -> connection.setNetworkTimeout(null, 1))).isEqualTo("HY024");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_arn FROM jobs",
        "SELECT COUNT(*) FROM jobs",
        "SELECT message FROM jobs ORDER BY message"
      })
  void anAnswerThatDoesNotComeEndsTheConnection(String sql) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, SHORT);
    emulator.inject(new Fault.Hang(), 1);
    try (Statement statement = connection.createStatement()) {
      assertThatExceptionOfType(SQLTimeoutException.class)
          .isThrownBy(() -> Answered.rows(statement.executeQuery(sql)))
          .withMessageContaining("network timeout of " + SHORT + " ms")
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("HYT01"));
      assertThat(statement.isClosed()).isTrue();
    }
    assertThat(connection.isClosed()).isTrue();
    assertThat(connection.isValid(0)).isFalse();
    emulator.awaitOpenExchanges(0);
    assertThat(emulator.log().requests()).singleElement().matches(RecordedRequest::aborted);
  }

  @Test
  void pausesBetweenAttemptsCount() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, SHORT);
    emulator.inject(new Fault.Throttle(OptionalInt.of(3600)), 1);
    assertThat(Answered.failureOf(connection, "SELECT job_arn FROM jobs").getSQLState())
        .isEqualTo("HYT01");
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void aLaterPageCountsByItself() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, SHORT);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT job_arn FROM jobs")) {
      for (int row = 0; row < 10; row++) {
        assertThat(result.next()).isTrue();
      }
      emulator.inject(new Fault.Hang(), 1);
      assertThat(Failures.stateOf(result::next)).isEqualTo("HYT01");
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void theQueryTimeoutThatPassesFirstLeavesTheConnectionOpen() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 60_000);
    emulator.inject(new Fault.Hang(), 1);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(3);
      assertThat(
              Failures.stateOf(
                  () -> Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs"))))
          .isEqualTo("HYT00");
      assertThat(Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs"))).hasSize(50);
    }
  }
}
