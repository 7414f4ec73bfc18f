package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** p6spy, told to log through SLF4J by a system property. */
class P6spyIT {
  private static final Logger SPY = Logger.getLogger("p6spy");

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  void statementsAreLoggedWithTheirValues() throws SQLException {
    final String sql = "SELECT job_id FROM jobs WHERE status = ? ORDER BY submit_time DESC LIMIT ?";
    SPY.setLevel(Level.INFO);
    SPY.addHandler(handler);
    try (BedrockEmulator emulator = BedrockEmulator.demo();
        Connection connection =
            DriverManager.getConnection(
                emulator.jdbcUrl().replace("jdbc:", "jdbc:p6spy:"),
                BedrockEmulator.DEMO_ACCESS_KEY_ID,
                BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, "Failed");
      statement.setInt(2, 5);
      try (ResultSet result = statement.executeQuery()) {
        for (int i = 0; i < 5; i++) {
          assertThat(result.next()).isTrue();
        }
        assertThat(result.next()).isFalse();
      }
      assertThat(emulator.log().lines())
          .singleElement()
          .asString()
          .matches(
              "GET /model-invocation-jobs maxResults=[0-9]{1,2} sortBy=CreationTime"
                  + " sortOrder=Descending statusEquals=Failed");
    } finally {
      SPY.removeHandler(handler);
    }
    assertThat(logged)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("statement", sql, "status = 'Failed' ORDER BY", "LIMIT 5"));
  }
}
