package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is kept, also by its text; the values of an execution are not. */
class ExecutionValuesTest {
  private static final Duration WIDENED_BY = Duration.ofSeconds(1);

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(50);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_id FROM jobs WHERE submit_time > CURRENT_TIMESTAMP - INTERVAL '1' DAY",
        "SELECT COUNT(*) FROM jobs WHERE submit_time > CURRENT_TIMESTAMP - INTERVAL '1' DAY",
      })
  void theClockIsThatOfEachExecution(String sql) throws Exception {
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (int i = 0; i < 4; i++) {
        final Instant before = Instant.now();
        read(i % 2 == 0 ? statement.executeQuery(sql) : prepared.executeQuery());
        final Instant after = Instant.now();
        assertThat(Instant.parse(onlyRequest().replaceFirst(".*submitTimeAfter=", "")))
            .isBetween(
                before.minus(Duration.ofDays(1)).minus(WIDENED_BY).minusMillis(1),
                after.minus(Duration.ofDays(1)).minus(WIDENED_BY).plusMillis(1));
        Thread.sleep(5); // so that a value kept from the execution before would be too old
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"job_id", "COUNT(*)"})
  void parametersAreThoseOfEachExecution(String column) throws SQLException {
    final String sql = "SELECT " + column + " FROM jobs WHERE status = ?";
    try (PreparedStatement one = connection.prepareStatement(sql);
        PreparedStatement other = connection.prepareStatement(sql)) {
      for (final String status : List.of("Failed", "Stopped", "Failed")) {
        other.setString(1, "Expired");
        one.setString(1, status);
        read(one.executeQuery());
        assertThat(onlyRequest()).endsWith("statusEquals=" + status);
        read(other.executeQuery());
        assertThat(onlyRequest()).endsWith("statusEquals=Expired");
      }
    }
  }

  @Test
  void whatIsNotNullOnceMayBeNullTheNextTime() throws SQLException {
    try (PreparedStatement prepared =
        connection.prepareStatement("SELECT job_id FROM jobs WHERE status = ?")) {
      prepared.setString(1, "Failed");
      read(prepared.executeQuery());
      assertThat(onlyRequest()).endsWith("statusEquals=Failed");
      prepared.setString(1, null);
      read(prepared.executeQuery());
      assertThat(emulator.log().lines()).isEmpty();
    }
  }

  private static void read(ResultSet rows) throws SQLException {
    try (rows) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  private String onlyRequest() {
    final List<String> lines = emulator.log().lines();
    emulator.log().clear();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }
}
