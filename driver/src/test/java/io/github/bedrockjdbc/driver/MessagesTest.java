package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.http.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A failure message is read once; that there is none is asked again for a while; another job's is
 * nobody's.
 */
class MessagesTest {
  private static final String SQL =
      "SELECT message FROM jobs WHERE status = 'Failed' ORDER BY submit_time LIMIT 1";

  private BedrockEmulator emulator;
  private Connection connection;
  private Job failed;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(50);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";maxAttempts=1");
    final String arn = Answered.to(connection, SQL.replace("message", "job_arn")).rows().get(0);
    failed = emulator.jobs().stream().filter(j -> j.jobArn().equals(arn)).findFirst().orElseThrow();
    emulator.log().clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.close();
  }

  private void answerOnce(String arn) {
    answerOnce(arn, "");
  }

  private void answerOnce(String arn, String more) {
    final String answer = "{\"jobArn\": \"%s\", \"status\": \"Failed\"%s}".formatted(arn, more);
    emulator.injectAt(Operation.GET, 1, new Fault.Custom(200, Map.of(), answer));
  }

  private long details() {
    return emulator.log().requests().stream().filter(r -> r.operation() == Operation.GET).count();
  }

  @Test
  void oneThatArrivesLaterIsShown() throws SQLException {
    final List<String> right = List.of(failed.message());
    answerOnce(failed.jobArn());
    assertThat(Answered.to(connection, SQL).rows()).containsOnlyNulls();
    assertThat(details()).isEqualTo(1);
    assertThat(Answered.to(connection, SQL).rows()).isEqualTo(right);
    assertThat(details()).isEqualTo(2);
    assertThat(Answered.to(connection, SQL).rows()).isEqualTo(right);
    assertThat(details()).as("read once").isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"PT2H, 2", "PT0S, 4"})
  void noneOfAJobThatEndedLongAgoIsAskedTwice(Duration ago, int reads) throws SQLException {
    final String end = ", \"endTime\": \"%s\"".formatted(Instant.now().minus(ago));
    answerOnce(failed.jobArn(), end);
    assertThat(Answered.to(connection, SQL).rows()).containsOnlyNulls();
    answerOnce(failed.jobArn(), end);
    assertThat(Answered.to(connection, SQL).rows()).containsOnlyNulls();
    answerOnce(failed.jobArn(), end);
    Answered.to(connection, SQL);
    Answered.to(connection, SQL);
    assertThat(details()).isEqualTo(reads);
  }

  /** Even if it ended long ago. */
  @Test
  void oneThatWasNotThereOnceIsShown() throws SQLException {
    answerOnce(failed.jobArn(), ", \"endTime\": \"2020-01-01T00:00:00Z\"");
    assertThat(Answered.to(connection, SQL).rows()).containsOnlyNulls();
    assertThat(Answered.to(connection, SQL).rows()).containsExactly(failed.message());
  }

  @Test
  void anotherJobsAnswerIsRefused() throws SQLException {
    final String other = failed.jobArn().replaceAll("[^/]+$", "zzzzzzzzzzzz");
    answerOnce(other);
    final SQLException failure = Answered.failureOf(connection, SQL);
    assertThat(failure.getSQLState()).isEqualTo("58000");
    assertThat(failure.getMessage())
        .contains(
            "Reading " + failed.jobArn() + " failed: the response describes another job, " + other,
            "HTTP 200, request id 0");
    assertThat(Answered.to(connection, SQL).rows()).containsExactly(failed.message());
  }

  /** The list gives the same row, and knows which is which. */
  @Test
  void aJobThatIsLookedUpIsFoundInTheListInstead() throws SQLException {
    answerOnce(failed.jobArn().replaceAll("[^/]+$", "zzzzzzzzzzzz"));
    final String sql = "SELECT job_name FROM jobs WHERE job_arn = '" + failed.jobArn() + "'";
    assertThat(Answered.to(connection, sql).rows()).containsExactly(failed.jobName());
    assertThat(details()).isEqualTo(1);
  }
}
