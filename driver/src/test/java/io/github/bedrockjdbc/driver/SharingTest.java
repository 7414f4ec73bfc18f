package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.database.Database;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What connections, statements and threads share, and what they must not. */
class SharingTest {
  private static final String FAILED = "SELECT job_arn, message FROM jobs WHERE status = 'Failed'";
  private static final String OTHER_ACCOUNT = "210987654321";

  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator =
        BedrockEmulator.builder()
            .jobs(JobFixture.of(50, 7))
            .jobs(JobFixture.of(20, 8).in("us-east-1", OTHER_ACCOUNT))
            .credentials("AKIOTHER", "other", OTHER_ACCOUNT)
            .start();
  }

  @AfterEach
  void stop() {
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10");
  }

  private Connection connectAs(String user, String password) throws SQLException {
    final Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(emulator.jdbcUrl(), properties);
  }

  private static Database database(Connection connection) throws SQLException {
    return connection.unwrap(BedrockConnection.class).database();
  }

  private List<RecordedRequest> details() {
    return emulator.log().requests().stream()
        .filter(request -> request.operation() == Operation.GET)
        .toList();
  }

  @Test
  void equalSettingsShareMessagesAndPlans() throws SQLException {
    final List<String> first;
    try (Connection connection = connect()) {
      first = Answered.to(connection, FAILED).rows();
      assertThat(details()).hasSameSizeAs(first);
    }
    try (Connection one = connect();
        Connection other = connect()) {
      assertThat(Answered.to(one, FAILED).rows()).isEqualTo(first);
      assertThat(details()).hasSameSizeAs(first);
      assertThat(one.unwrap(BedrockConnection.class).plan(FAILED, 0))
          .isSameAs(other.unwrap(BedrockConnection.class).plan(FAILED, 0));
    }
  }

  @Test
  void urlAndPropertiesThatSayTheSameShare() throws SQLException {
    try (Connection one =
            connectAs(BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
        Connection other = DriverManager.getConnection(Urls.of(emulator));
        Connection different = connect()) {
      assertThat(database(one)).isSameAs(database(other)).isNotSameAs(database(different));
    }
  }

  @Test
  void twoUsersOfOneUrlSeeNothingOfEachOther() throws SQLException {
    try (Connection one =
            connectAs(BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
        Connection other = connectAs("AKIOTHER", "other")) {
      final String accounts = "SELECT DISTINCT account_id FROM jobs";
      assertThat(Answered.to(one, accounts).rows()).containsExactly(BedrockEmulator.DEMO_ACCOUNT);
      assertThat(Answered.to(other, accounts).rows()).containsExactly(OTHER_ACCOUNT);
      assertThat(Answered.to(one, FAILED).rows())
          .isNotEmpty()
          .noneMatch(arn -> arn.contains(OTHER_ACCOUNT));
      assertThat(Answered.to(other, FAILED).rows())
          .isNotEmpty()
          .allMatch(arn -> arn.contains(OTHER_ACCOUNT));
      assertThat(emulator.log().requests())
          .allMatch(
              request ->
                  request.rawPath().contains(OTHER_ACCOUNT)
                      == (request.accessKeyId().equals("AKIOTHER")
                          && request.operation() == Operation.GET));
      assertThat(database(one)).isNotSameAs(database(other));
    }
  }

  @Test
  void sameUserWithAnotherPasswordSharesNothing() throws SQLException {
    try (Connection one =
            connectAs(BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
        Connection other = connectAs(BedrockEmulator.DEMO_ACCESS_KEY_ID, "wrong")) {
      assertThat(Answered.to(one, FAILED).rows()).isNotEmpty();
      assertThat(Answered.failureOf(other, FAILED).getSQLState()).isEqualTo("28000");
    }
  }

  @Test
  void closingTwiceFromManyThreadsReleasesOnce() throws Exception {
    final Connection kept = connect();
    final Database database = database(kept);
    final ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 50; i++) {
      final Connection closed = connect();
      final List<Future<?>> closing = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        closing.add(
            threads.submit(
                () -> {
                  closed.close();
                  return null;
                }));
      }
      for (Future<?> each : closing) {
        each.get(1, TimeUnit.MINUTES);
      }
    }
    threads.shutdown();
    assertThat(Answered.to(kept, FAILED).rows()).isNotEmpty();
    try (Connection another = connect()) {
      assertThat(database(another)).isSameAs(database);
    }
    kept.close();
  }

  @Test
  void thousandConnectionsNeedNoThreads() throws SQLException {
    try (Connection connection = connect()) {
      Answered.to(connection, FAILED);
    }
    final long before = ownThreads();
    for (int i = 0; i < 1000; i++) {
      connect().close();
    }
    assertThat(ownThreads()).isLessThanOrEqualTo(before);
  }

  private static long ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("bedrock-jobs.*"))
        .count();
  }

  @Test
  void closedConnectionsAndStatementsAreForgotten() throws SQLException {
    try (Connection connection = connect()) {
      for (int i = 0; i < 100; i++) {
        connection.createStatement().close();
        connection.prepareStatement(FAILED).close();
      }
      assertThat(connection.unwrap(BedrockConnection.class).statements()).isEmpty();
    }
  }

  @Test
  void resultsOfOneConnectionAreIndependent() throws SQLException {
    try (Connection connection = connect();
        Statement one = connection.createStatement();
        Statement two = connection.createStatement();
        ResultSet first = one.executeQuery("SELECT job_arn FROM jobs");
        ResultSet second = two.executeQuery("SELECT job_arn FROM jobs")) {
      int rows = 0;
      while (first.next()) {
        assertThat(second.next()).isTrue();
        assertThat(second.getString(1)).isEqualTo(first.getString(1));
        rows++;
      }
      assertThat(rows).isEqualTo(50);
      assertThat(second.next()).isFalse();
    }
  }

  @Test
  void valuesOfAnEarlierRunAreGone() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement("SELECT DISTINCT status FROM jobs WHERE status = ?")) {
      for (String status : List.of("Failed", "Completed", "Stopped", "Failed")) {
        statement.setString(1, status);
        assertThat(Answered.rows(statement.executeQuery())).containsExactly(status);
      }
      statement.setString(1, null);
      assertThat(Answered.rows(statement.executeQuery())).isEmpty();
      statement.clearParameters();
      assertThat(Failures.stateOf(statement::executeQuery)).isEqualTo("07002");
    }
  }

  @Test
  void warningsAreThoseOfTheLastExecution() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs WHERE status = 'failed'"));
      assertThat(Answered.texts(statement.getWarnings())).hasSize(2);
      Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs LIMIT 1"));
      assertThat(Answered.texts(statement.getWarnings())).isEmpty();
      Answered.rows(statement.executeQuery("SELECT job_arn FROM jobs WHERE status = 'failed'"));
      statement.clearWarnings();
      assertThat(Answered.texts(statement.getWarnings())).isEmpty();
    }
  }

  @Test
  void manyThreadsOnOneConnectionAndOnTheirOwn() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection shared = connect()) {
      final List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        final int thread = i;
        tasks.add(
            threads.submit(
                () -> {
                  try (Connection own = connect()) {
                    for (int n = 0; n < 50; n++) {
                      queryAll(n % 2 == 0 ? shared : own, thread + n);
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> task : tasks) {
        task.get(1, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void queryAll(Connection connection, int n) throws SQLException {
    switch (n % 4) {
      case 0 -> assertThat(Answered.to(connection, "SELECT job_arn FROM jobs").rows()).hasSize(50);
      case 1 ->
          assertThat(Answered.to(connection, "SELECT COUNT(*) FROM jobs").rows())
              .containsExactly("50");
      case 2 -> assertThat(Answered.to(connection, FAILED).rows()).hasSize(8);
      default -> {
        try (PreparedStatement statement =
            connection.prepareStatement("SELECT job_arn FROM jobs LIMIT ?")) {
          statement.setInt(1, n);
          assertThat(Answered.rows(statement.executeQuery())).hasSize(Math.min(n, 50));
        }
      }
    }
  }
}
