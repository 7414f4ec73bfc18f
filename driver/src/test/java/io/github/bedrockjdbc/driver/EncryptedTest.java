package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.AwsSetup;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is encrypted, as the service's own endpoints are. */
class EncryptedTest {
  private static final int JOBS = 3000;
  private static final SelfSigned CERTIFICATE = SelfSigned.make();

  @TempDir private static Path folder;

  private BedrockEmulator emulator;
  private AwsSetup aws;

  @BeforeEach
  void start() throws IOException {
    emulator =
        BedrockEmulator.builder().jobs(JobFixture.of(JOBS, 7)).encrypted(CERTIFICATE).start();
    final Path bundle = Files.writeString(folder.resolve("bundle.pem"), CERTIFICATE.pem());
    aws = new AwsSetup(folder).set("aws.caBundle", bundle.toString());
  }

  @AfterEach
  void nothingIsLeftOpen() {
    aws.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(emulator.jdbcUrlWithLogin() + more);
  }

  @ParameterizedTest
  @ValueSource(strings = {";pageSize=100;parallelism=1", ";pageSize=100;parallelism=4", ""})
  void everyPageIsRead(String settings) throws SQLException {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 3; i++) {
        assertThat(Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs")))
            .hasSize(JOBS)
            .doesNotHaveDuplicates();
      }
      assertThat(
              Answered.rows(
                  statement.executeQuery(
                      "SELECT message FROM jobs WHERE status = 'Failed' LIMIT 20")))
          .hasSize(20);
    }
  }

  /** A handshake takes several round trips. */
  @Test
  void aConnectionIsUsedAgain() throws SQLException {
    try (Connection connection = connect(";pageSize=100;parallelism=1");
        Statement statement = connection.createStatement()) {
      Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs"));
      assertThat(emulator.log().requests(Operation.LIST)).hasSize(JOBS / 100);
      assertThat(emulator.openConnections()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void anAnswerThatIsCutIsAskedForAgain() throws SQLException {
    for (final Fault fault :
        List.of(
            new Fault.Truncate(),
            new Fault.Reset(true),
            new Fault.Reset(false),
            new Fault.Close())) {
      emulator.log().clear();
      try (Connection connection = connect(";pageSize=1000;parallelism=1");
          Statement statement = connection.createStatement()) {
        emulator.inject(fault, 1);
        assertThat(Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs")))
            .as("%s", fault)
            .hasSize(JOBS);
      }
      assertThat(emulator.log().requests(Operation.LIST)).as("%s", fault).hasSize(4);
    }
  }

  @Test
  void cancelEndsTheRequest() throws Exception {
    final CountDownLatch reached = new CountDownLatch(1);
    emulator.injectWhen(
        request -> {
          reached.countDown();
          return true;
        },
        new Fault.Hang());
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      final FutureTask<String> reading =
          new FutureTask<>(
              () -> {
                try (ResultSet rows = statement.executeQuery("SELECT job_arn FROM jobs")) {
                  return "rows: " + rows.next();
                } catch (SQLException e) {
                  return e.getSQLState();
                }
              });
      new Thread(reading, "reader").start();
      assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
      statement.cancel();
      assertThat(reading.get(1, TimeUnit.MINUTES)).isEqualTo("57014");
      emulator.awaitOpenExchanges(0);
      assertThat(Answered.rows(statement.executeQuery("SELECT COUNT(*) FROM jobs"))).hasSize(1);
    }
  }

  @Test
  void aServiceThatIsNotTrustedIsAskedOnce() throws SQLException {
    aws.set("aws.caBundle", null);
    try (Connection connection = DriverManager.getConnection(emulator.jdbcUrlWithLogin())) {
      final SQLException failure = Answered.failureOf(connection, "SELECT * FROM jobs");
      assertThat(failure.getSQLState()).isEqualTo("08001");
      assertThat(failure.getMessage())
          .contains("its certificate was issued by no authority that is trusted here")
          .contains("AWS_CA_BUNDLE")
          .doesNotContain("attempts");
    }
  }
}
