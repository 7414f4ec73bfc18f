package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may list but not read details: what is merely shown is left out, nothing is decided by it.
 */
class RefusedMessagesTest {
  private final BedrockEmulator emulator = Urls.emulatorWith(200);
  private Connection connection;

  @BeforeEach
  void refuse() throws SQLException {
    emulator.behave(Behavior.standard().with(Knob.GET_REFUSED, job -> true));
    connection = DriverManager.getConnection(Urls.of(emulator));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT message FROM jobs WHERE status = 'Failed'",
        "SELECT UPPER(message) FROM jobs WHERE status = 'Failed' AND job_name <> ''",
        "SELECT message FROM jobs WHERE status = 'Failed' ORDER BY job_name",
        "SELECT m FROM (SELECT message AS m, job_arn FROM jobs WHERE status = 'Failed') t"
            + " JOIN jobs USING (job_arn)",
        "SELECT message FROM jobs WHERE status = 'Failed' UNION ALL SELECT message FROM jobs",
      })
  void aMessageThatIsMerelyShownIsNullWithOneWarning(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(Queries.lines(rows)).isNotEmpty().containsOnly("null");
      assertThat(statement.getWarnings().getMessage())
          .contains("Failure messages are missing", "bedrock:GetModelInvocationJob");
      assertThat(statement.getWarnings().getNextWarning() == null).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_id FROM jobs WHERE message LIKE '%quota%'",
        "SELECT COUNT(message) FROM jobs",
        "SELECT message, COUNT(*) FROM jobs GROUP BY message",
        "SELECT DISTINCT message FROM jobs",
        "SELECT message FROM jobs WHERE status = 'Failed' ORDER BY message",
        "SELECT job_id FROM jobs ORDER BY UPPER(message)",
        "SELECT a.job_id FROM jobs a JOIN jobs b ON a.message = b.message",
        "SELECT job_id, ROW_NUMBER() OVER (ORDER BY message) FROM jobs",
        "SELECT message FROM jobs UNION SELECT status FROM jobs",
        "SELECT job_id FROM jobs WHERE status IN (SELECT message FROM jobs)",
      })
  void aMessageThatDecidesFailsTheQuery(String sql) {
    assertThatThrownBy(() -> Queries.run(connection, sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> {
              assertThat(e.getSQLState()).isEqualTo("42501");
              assertThat(e.getErrorCode()).isEqualTo(403);
            })
        .hasMessageContaining("bedrock:GetModelInvocationJob");
  }
}
