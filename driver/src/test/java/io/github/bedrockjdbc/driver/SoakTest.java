package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many queries leave nothing behind: {@code -Dsoak.queries=10000} runs more of them than every
 * build does.
 */
class SoakTest {
  private static final int QUERIES = Integer.getInteger("soak.queries", 250);

  /** Before anything is measured, what is loaded once is loaded. */
  private static final int WARM_UP = 200;

  private static final long MEGABYTE = 1 << 20;

  private BedrockEmulator emulator;

  /**
   * What could grow.
   *
   * @param heap bytes in use after a collection
   * @param sockets connections that the service sees
   */
  private record Resources(long threads, long heap, int sockets) {}

  @BeforeEach
  void start() {
    emulator = Urls.emulatorWith(60);
  }

  @AfterEach
  void stop() {
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(Urls.of(emulator) + ";pageSize=20");
  }

  @Test
  void queriesOnOneConnection() throws SQLException {
    try (Connection connection = connect()) {
      for (int i = 0; i < WARM_UP; i++) {
        query(connection, i);
      }
      final Resources before = resources();
      for (int i = 0; i < QUERIES; i++) {
        query(connection, i);
      }
      assertNoGrowth("one connection", before, resources());
    }
  }

  @Test
  void queriesOnConnectionsThatComeAndGo() throws Exception {
    final int threads = 4;
    final ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (Connection kept = connect()) { // as the idle one of a pool
      assertThat(kept.isValid(0)).isTrue();
      queries(executor, threads, WARM_UP);
      final Resources before = resources();
      queries(executor, threads, QUERIES);
      assertNoGrowth("connections that come and go", before, resources());
    } finally {
      executor.shutdownNow();
    }
  }

  private void queries(ExecutorService executor, int threads, int number) throws Exception {
    final List<Future<?>> tasks = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      tasks.add(
          executor.submit(
              () -> {
                for (int i = 0; i < number / threads; i++) {
                  try (Connection connection = connect()) {
                    query(connection, i);
                  }
                }
                return null;
              }));
    }
    for (Future<?> task : tasks) {
      task.get(10, TimeUnit.MINUTES);
    }
  }

  /** Statements that end in every way: read to the end, left early, closed by their connection. */
  private static void query(Connection connection, int i) throws SQLException {
    switch (i % 5) {
      case 0 -> assertThat(Answered.to(connection, "SELECT job_arn FROM jobs").rows()).hasSize(60);
      case 1 ->
          assertThat(Answered.to(connection, "SELECT COUNT(*) FROM jobs").rows())
              .containsExactly("60");
      case 2 -> {
        try (PreparedStatement prepared =
            connection.prepareStatement("SELECT job_arn FROM jobs WHERE status = ? LIMIT 2")) {
          prepared.setString(1, "Failed");
          assertThat(Answered.rows(prepared.executeQuery())).hasSize(2);
        }
      }
      case 3 -> {
        try (Statement statement = connection.createStatement();
            ResultSet result = statement.executeQuery("SELECT * FROM jobs")) {
          assertThat(result.next()).isTrue();
        }
      }
      default ->
          assertThat(
                  Answered.failureOf(connection, "SELECT " + i % 3 + " / 0 FROM jobs")
                      .getSQLState())
              .isEqualTo("22012");
    }
  }

  private Resources resources() {
    emulator.awaitOpenExchanges(0);
    emulator.log().clear();
    System.gc();
    System.gc();
    final Runtime runtime = Runtime.getRuntime();
    return new Resources(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.getName().contains("emulator"))
            .count(),
        runtime.totalMemory() - runtime.freeMemory(),
        emulator.openConnections());
  }

  private static void assertNoGrowth(String what, Resources before, Resources after) {
    final String figures = what + ", " + QUERIES + " queries: " + before + " -> " + after;
    if (QUERIES > 1000) {
      System.out.println(figures);
    }
    assertThat(after.threads()).as(figures).isLessThanOrEqualTo(before.threads() + 4);
    assertThat(after.sockets()).as(figures).isLessThanOrEqualTo(before.sockets() + 4);
    assertThat(after.heap()).as(figures).isLessThan(before.heap() + 16 * MEGABYTE);
  }
}
