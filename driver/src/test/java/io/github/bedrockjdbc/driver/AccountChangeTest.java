package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Await;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A profile's file is read again when it changes, and may then name another account: what an
 * earlier answer told of the account is no reason to leave out a row.
 */
class AccountChangeTest {
  private static final String ONE = BedrockEmulator.DEMO_ACCOUNT;
  private static final String OTHER = "210987654321";
  private static final String ALL = "SELECT job_arn FROM jobs";

  @TempDir private Path folder;
  private Path file;
  private Map<String, String> properties;
  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void start() throws IOException, SQLException {
    file = folder.resolve("config");
    properties =
        Map.of(
            "aws.configFile", file.toString(),
            "aws.sharedCredentialsFile", folder.resolve("none").toString());
    properties.forEach(System::setProperty);
    emulator =
        BedrockEmulator.builder()
            .credentials("AKIAONE", "first/secret", ONE)
            .credentials("AKIAONEAGAIN", "third/secret", ONE)
            .credentials("AKIAOTHER", "second/secret", OTHER)
            .jobs(JobFixture.of(12, 1))
            .jobs(JobFixture.of(27, 2).in(BedrockEmulator.DEMO_REGION, OTHER))
            .start();
    use("AKIAONE", "first/secret");
    connection =
        DriverManager.getConnection(
            "jdbc:bedrock:region=us-east-1;profile=p;pageSize=5;parallelism=1;endpoint="
                + emulator.endpoint());
  }

  @AfterEach
  void stop() throws SQLException {
    connection.close();
    emulator.close();
    properties.keySet().forEach(System::clearProperty);
  }

  /** As a tool would that renews the credentials of a profile. */
  private void use(String id, String secret) throws IOException {
    Files.writeString(
        file,
        """
        [profile p]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        """
            .formatted(id, secret));
    // The SDK reads a file again that is newer than its last reading; clocks of files are coarse.
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
  }

  private Job jobOf(String account) {
    return emulator.jobs().stream()
        .filter(job -> job.jobArn().contains(account))
        .findFirst()
        .orElseThrow();
  }

  private static String id(Job job) {
    return job.jobArn().substring(job.jobArn().lastIndexOf('/') + 1);
  }

  private List<String> rows(String where) throws SQLException {
    return Answered.to(connection, ALL + where).rows();
  }

  /** The SDK looks at the file no more than once in a second: asks until there are rows. */
  private List<String> rowsOfTheNext(String where) throws SQLException {
    final long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<String> rows = rows(where);
    while (rows.isEmpty() && System.nanoTime() < end) {
      rows = rows(where);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " WHERE account_id = '" + OTHER + "'",
        " WHERE account_id <> '" + ONE + "'",
        " WHERE account_id LIKE '2%'",
        " WHERE job_id = '{id}'",
        " WHERE job_arn = '{arn}'",
        " WHERE job_arn IN ('x', '{arn}')",
        " WHERE job_id >= '{id}' AND job_id <= '{id}' AND status IS NOT NULL",
      })
  void theOtherAccountsJobsAreFound(String where) throws SQLException, IOException {
    assertThat(rows("")).hasSize(12);
    use("AKIAOTHER", "second/secret");

    final Job job = jobOf(OTHER);
    final String bound = where.replace("{arn}", job.jobArn()).replace("{id}", id(job));
    assertThat(rowsOfTheNext(bound))
        .contains(job.jobArn())
        .hasSize(where.contains("account_id") ? 27 : 1);
    assertThat(rows(" WHERE account_id = '" + ONE + "'")).isEmpty();
    use("AKIAONE", "first/secret");
    assertThat(rowsOfTheNext(" WHERE account_id = '" + ONE + "'")).hasSize(12);
    assertThat(rows(bound)).isEmpty();
  }

  @Test
  @Timeout(20)
  void theOtherAccountsListsAreFound() throws SQLException, IOException {
    final String all = "SELECT DISTINCT account_id FROM inference_profiles";
    assertThat(rows("")).hasSize(12);
    use("AKIAOTHER", "second/secret");

    final String others = all + " WHERE account_id = '" + OTHER + "'";
    while (!Answered.to(connection, all).rows().equals(List.of(OTHER))) {
      Thread.onSpinWait(); // the file is looked at once in a second
    }
    assertThat(Answered.to(connection, others).rows()).containsExactly(OTHER);
    assertThat(Answered.to(connection, all + " WHERE account_id = '" + ONE + "'").rows()).isEmpty();
  }

  @Test
  void whatIsKnownOfTheOtherAccountIsUsedInTurn() throws SQLException, IOException {
    assertThat(rows("")).hasSize(12);
    use("AKIAOTHER", "second/secret");
    assertThat(rowsOfTheNext(" WHERE account_id = '" + OTHER + "'")).hasSize(27);
    assertThat(rows("")).hasSize(27); // the first one after a change may not be certain
    emulator.log().clear();

    assertThat(rows(" WHERE job_id = '" + id(jobOf(OTHER)) + "'")).hasSize(1);
    assertThat(rows(" WHERE account_id = '" + ONE + "'")).isEmpty();
    assertThat(emulator.log().requests()).hasSize(1);
  }

  @Test
  @Timeout(20)
  void otherKeysOfTheSameAccountGiveTheSameRows() throws SQLException, IOException {
    assertThat(rows("")).hasSize(12);
    use("AKIAONEAGAIN", "third/secret");

    final Set<String> keys = new HashSet<>();
    while (!keys.contains("AKIAONEAGAIN")) {
      emulator.log().clear();
      assertThat(rows(" WHERE job_id = '" + id(jobOf(ONE)) + "'"))
          .containsExactly(jobOf(ONE).jobArn());
      assertThat(rows(" WHERE account_id = '" + ONE + "'")).hasSize(12);
      emulator.log().requests().stream().map(RecordedRequest::accessKeyId).forEach(keys::add);
    }
  }

  @Test
  void messagesAreReadFromTheAccountThatTheirJobsAreOf() throws SQLException, IOException {
    final String messages = "SELECT message FROM jobs WHERE status = 'Failed'";
    assertThat(Answered.to(connection, messages).rows()).isNotEmpty().doesNotContainNull();
    use("AKIAOTHER", "second/secret");
    assertThat(rowsOfTheNext(" WHERE account_id = '" + OTHER + "'")).hasSize(27);
    final Answered after = Answered.to(connection, messages);
    assertThat(after.rows()).isNotEmpty().doesNotContainNull();
    assertThat(after.warnings()).isEmpty();
  }

  @Test
  @Timeout(60)
  void whatWasReadOfTwoAccountsIsNotKept() throws Exception {
    final String some =
        "SELECT DISTINCT job_arn FROM jobs WHERE status IN ('Completed', 'Failed', 'Stopped')";
    try (Connection keeping =
            DriverManager.getConnection(
                "jdbc:bedrock:region=us-east-1;profile=p;parallelism=1;maxAge=600;endpoint="
                    + emulator.endpoint());
        PreparedStatement prepared = keeping.prepareStatement(some)) {
      final Fault.Hang hang = new Fault.Hang();
      emulator.injectAt(2, hang);
      final FutureTask<List<String>> reading =
          new FutureTask<>(
              () -> Answered.to(keeping, "SELECT MIN(job_arn) FROM (" + some + ")").rows());
      new Thread(reading, "reader").start();
      emulator.awaitRequests(2);
      final FutureTask<List<String>> waiting =
          new FutureTask<>(() -> Answered.rows(prepared.executeQuery()));
      final Thread waiter = new Thread(waiting, "waiter");
      waiter.start();
      Await.until("nobody waits", () -> isWaiting(waiter));
      use("AKIAOTHER", "second/secret");
      Thread.sleep(1_100); // the SDK looks at the file once in a second
      hang.release();
      reading.get();
      assertThat(emulator.log().requests())
          .extracting(RecordedRequest::accessKeyId)
          .startsWith("AKIAONE", "AKIAONE", "AKIAOTHER");
      assertThat(waiting.get()).allMatch(arn -> arn.contains(OTHER));
      use("AKIAONE", "first/secret");
      Await.until(
          "the first account is not asked again",
          () -> rowsOf(keeping, ALL + " LIMIT 1").get(0).contains(ONE));

      assertThat(Answered.to(keeping, some).rows()).allMatch(arn -> arn.contains(ONE));
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static List<String> rowsOf(Connection connection, String sql) {
    try {
      return Answered.to(connection, sql).rows();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
