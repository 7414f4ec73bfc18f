package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.database.Database;
import io.github.bedrockjdbc.driver.database.Databases;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Engines are there while they are used and for a while after, and leave nothing behind. */
class EngineLifeTest {
  private static final String DETAILS = "SELECT message FROM jobs WHERE status = 'Failed'";

  /** What would run a minute later. */
  private final List<Runnable> later = new ArrayList<>();

  private final BedrockDriver driver = new BedrockDriver(new Databases(later::add));
  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(50);

  private Connection connect() throws SQLException {
    return driver.connect(Urls.of(emulator), null);
  }

  private static Database database(Connection connection) throws SQLException {
    return connection.unwrap(BedrockConnection.class).database();
  }

  private void aMinutePasses() {
    final List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  @Test
  void connectingAsksNothingAndOnlyTheFirstTimeStartsThreads() throws SQLException {
    try (Connection first = connect()) {
      final Set<Thread> others = threads();
      for (int i = 0; i < 100; i++) {
        try (Connection pooled = connect()) {
          assertThat(database(pooled)).isSameAs(database(first));
          assertThat(pooled.isValid(1)).isTrue();
          assertThat(pooled.getMetaData().getURL()).startsWith("jdbc:bedrock:");
        }
      }
      assertThat(threads())
          .filteredOn(thread -> !others.contains(thread))
          .noneMatch(thread -> thread.getName().startsWith("bedrock-jobs"));
    }
    assertThat(emulator.log().requests()).isEmpty();
    assertThat(emulator.openConnections()).isZero();
  }

  @Test
  void anEngineThatIsUsedAgainInTimeStays() throws SQLException {
    final Database database;
    try (Connection connection = connect()) {
      database = database(connection);
    }
    try (Connection connection = connect()) {
      assertThat(database(connection)).isSameAs(database);
      aMinutePasses();
      assertThat(Answered.to(connection, DETAILS).rows()).isNotEmpty();
    }
    try (Connection connection = connect()) {
      assertThat(database(connection)).isSameAs(database);
    }
  }

  @Test
  void onlyTheLastCloseCounts() throws SQLException {
    final Connection kept = connect();
    final Database database = database(kept);
    connect().close();
    assertThat(later).isEmpty();
    kept.close();
    final Connection again = connect();
    again.close();
    assertThat(later).hasSize(2);
    later.remove(0).run(); // a minute after the first time that nobody used it
    try (Connection connection = connect()) {
      assertThat(database(connection)).isSameAs(database);
    }
  }

  @Test
  void anEngineThatNobodyUsesIsClosedAndMadeAnew() throws SQLException {
    final Database database;
    try (Connection connection = connect()) {
      database = database(connection);
      assertThat(Answered.to(connection, DETAILS).rows()).isNotEmpty();
    }
    aMinutePasses();
    try (Connection connection = connect()) {
      assertThat(database(connection)).isNotSameAs(database);
      assertThat(Answered.to(connection, DETAILS).rows()).isNotEmpty();
    }
  }

  @Test
  void noThreadSurvives() throws Exception {
    final Set<Thread> others = threads();
    try (Connection connection = connect()) {
      assertThat(Answered.to(connection, DETAILS).rows()).isNotEmpty();
    }
    final Set<Thread> ours = threads();
    ours.removeAll(others);
    ours.removeIf(thread -> !thread.getName().matches("bedrock-jobs.*"));
    assertThat(ours).isNotEmpty().allMatch(Thread::isDaemon);
    aMinutePasses();
    final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    for (Thread thread : ours) {
      while (thread.isAlive() && System.nanoTime() < end) {
        System.gc(); // on Java 17 a client's thread ends when the client is collected
        thread.join(50);
      }
    }
    assertThat(ours).noneMatch(Thread::isAlive);
    emulator.awaitOpenConnections(0);
  }

  private static Set<Thread> threads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  @Test
  void noThreadKeepsTheJvmAlive() throws Exception {
    final Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LeftOpen.class.getName(),
                Urls.of(emulator),
                DETAILS)
            .inheritIO()
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(emulator.log().requests()).isNotEmpty();
    } finally {
      process.destroyForcibly();
    }
  }
}
