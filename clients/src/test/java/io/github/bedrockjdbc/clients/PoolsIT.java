package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pools beside HikariCP. */
class PoolsIT {
  private static final String COUNT = "SELECT COUNT(*) FROM jobs WHERE status = ?";

  private BedrockEmulator emulator;
  private LoggedWarnings warnings;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.demo();
    warnings = new LoggedWarnings();
  }

  @AfterEach
  void stop() {
    warnings.close();
    emulator.close();
  }

  private Pool.Borrowing open(Pool pool) throws SQLException {
    return pool.open(emulator.jdbcUrl() + ";maxAttempts=1");
  }

  private static long count(Connection connection, String status) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, status);
      try (ResultSet result = statement.executeQuery()) {
        assertThat(result.next()).isTrue();
        return result.getLong(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void borrowingCostsNoRequest(Pool kind) throws SQLException {
    try (Pool.Borrowing pool = open(kind)) {
      for (int i = 0; i < 200; i++) {
        try (Connection first = pool.connection();
            Connection second = pool.connection()) {
          assertThat(first.isReadOnly()).isTrue();
          assertThat(second.getSchema()).isEqualTo("bedrock");
        }
      }
      assertThat(emulator.log().requests()).isEmpty();
    }
    assertThat(warnings.lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void keptStatementsRunAgainWithOtherValues(Pool kind) throws SQLException {
    try (Pool.Borrowing pool = open(kind)) {
      for (String status : new String[] {"Failed", "Stopped", "Failed"}) {
        emulator.log().clear();
        try (Connection connection = pool.connection()) {
          assertThat(count(connection, status)).isEqualTo(status.equals("Failed") ? 272 : 152);
        }
        assertThat(emulator.log().lines())
            .containsExactly("GET /model-invocation-jobs maxResults=1000 statusEquals=" + status);
      }
    }
    assertThat(warnings.lines()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void afterFailuresThePoolGoesOn(Pool kind) throws SQLException {
    try (Pool.Borrowing pool = open(kind)) {
      emulator.inject(new Fault.Throttle(), 1);
      try (Connection connection = pool.connection()) {
        assertThat(
                catchThrowableOfType(SQLException.class, () -> count(connection, "Failed"))
                    .getSQLState())
            .isEqualTo("53300");
      }
      try (Connection connection = pool.connection()) {
        // Pools that keep statements wrap what prevents one.
        assertThatThrownBy(() -> connection.prepareStatement("SELECT nope FROM jobs"))
            .isInstanceOf(SQLException.class)
            .hasStackTraceContaining("java.sql.SQLSyntaxErrorException")
            .hasStackTraceContaining("nope");
      }
      try (Connection connection = pool.connection()) {
        connection.unwrap(Connection.class).abort(Runnable::run);
      } catch (SQLException alreadyClosed) {
        assertThat(alreadyClosed.getSQLState()).isIn("08003", null);
      }
      try (Connection connection = pool.connection()) {
        assertThat(count(connection, "Stopped")).isEqualTo(152);
      }
    }
  }
}
