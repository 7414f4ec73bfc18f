package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** H2 shows the table as its own, and sends what compares for equality. */
class LinkedTableIT {
  @Test
  void namesAreLowerCaseAndEqualityIsPushed() throws SQLException {
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection h2 = DriverManager.getConnection("jdbc:h2:mem:linked");
        Statement statement = h2.createStatement()) {
      statement.execute(
          "CREATE LINKED TABLE jobs('io.github.bedrockjdbc.driver.BedrockDriver', '"
              + Service.url(emulator)
              + ";readMessages=false', '"
              + BedrockEmulator.DEMO_ACCESS_KEY_ID
              + "', '"
              + BedrockEmulator.DEMO_SECRET_ACCESS_KEY
              + "', 'bedrock', 'jobs') READONLY");
      System.out.println("LINK " + emulator.log().lines());
      emulator.log().clear();
      try (ResultSet result =
          statement.executeQuery(
              "SELECT COUNT(*), MAX(\"submit_time\") FROM jobs WHERE \"status\" = 'Failed'")) {
        assertThat(result.next()).isTrue();
        assertThat(result.getInt(1)).isEqualTo(272);
      }
      System.out.println("LINK " + emulator.log().lines());
      for (String where : new String[] {"\"submit_time\" >= TIMESTAMP '2026-10-28 00:00:00'", "\"job_arn\" = 'x'", "\"status\" IN ('Failed','Stopped')", "\"job_name\" LIKE 'weekly%'"}) {
      emulator.log().clear();
      try (ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM jobs WHERE " + where)) { result.next(); System.out.println("LINK " + where + result.getInt(1) + emulator.log().lines()); } }
    }
  }
}
