package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H2 shows the table as its own, and sends what compares one column with one value. */
class LinkedTableIT {
  private static final String ALL = "GET /model-invocation-jobs maxResults=1000";

  /** Conditions, and the requests that answer them. */
  private static final Map<String, List<String>> REQUESTS =
      Map.of(
          "\"status\" = 'Failed'",
          List.of(ALL + " statusEquals=Failed"),
          "\"submit_time\" >= TIMESTAMP '2026-10-28 00:00:00'",
          List.of(ALL + " submitTimeAfter=2026-10-27T23:59:59Z"),
          "\"job_arn\" = 'none'",
          List.of(),
          "\"status\" IN ('Failed', 'Stopped')",
          List.of(ALL, ALL + " nextToken=*"),
          "\"job_name\" LIKE 'weekly%'",
          List.of(ALL, ALL + " nextToken=*"));

  @Test
  void namesAreLowerCaseAndSingleComparisonsArePushed() throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection bedrock = DriverManager.getConnection(emulator.jdbcUrlWithLogin());
        Statement direct = bedrock.createStatement();
        Connection h2 = DriverManager.getConnection("jdbc:h2:mem:linked");
        Statement linked = h2.createStatement()) {
      linked.execute(
          "CREATE LINKED TABLE jobs('io.github.bedrockjdbc.driver.BedrockDriver', '"
              + emulator.jdbcUrl()
              + ";readMessages=false', '"
              + BedrockEmulator.DEMO_ACCESS_KEY_ID
              + "', '"
              + BedrockEmulator.DEMO_SECRET_ACCESS_KEY
              + "', 'bedrock', 'jobs') READONLY");
      assertThat(emulator.log().requests()).isEmpty();
      for (Map.Entry<String, List<String>> each : REQUESTS.entrySet()) {
        final String sql = "SELECT COUNT(*) FROM jobs WHERE " + each.getKey();
        final long count = count(direct, sql);
        emulator.log().clear();
        assertThat(count(linked, sql)).as(each.getKey()).isEqualTo(count);
        assertThat(emulator.log().lines()).as(each.getKey()).isEqualTo(each.getValue());
      }
    }
  }

  /** All columns are selected, so that each failed job's message is asked for; the page says so. */
  @Test
  void messagesCostARequestEach() throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection h2 = DriverManager.getConnection("jdbc:h2:mem:messages");
        Statement linked = h2.createStatement()) {
      linked.execute(
          "CREATE LINKED TABLE jobs('io.github.bedrockjdbc.driver.BedrockDriver', '"
              + emulator.jdbcUrlWithLogin()
              + "', '', '', 'bedrock', 'jobs') READONLY");
      assertThat(count(linked, "SELECT COUNT(*) FROM jobs WHERE \"status\" = 'Failed'"))
          .isEqualTo(272);
      assertThat(emulator.log().requests()).hasSize(273);
    }
  }

  private static long count(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }
}
