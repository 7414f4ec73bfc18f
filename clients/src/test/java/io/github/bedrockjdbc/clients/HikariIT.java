package io.github.bedrockjdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HikariCP, which asks each connection at each borrow whether it is valid. */
class HikariIT {
  /** What people set. */
  private enum Way {
    DEFAULTS,
    READ_ONLY,
    MANUAL_COMMIT,
    TRANSACTION_NONE,
    TRANSACTION_READ_UNCOMMITTED,
    TRANSACTION_READ_COMMITTED,
    TEST_QUERY,
    INIT_QUERY,
    SCHEMA,
    LEAK_DETECTION,
    DRIVER_CLASS,
    DATA_SOURCE;

    void set(HikariConfig config) {
      switch (this) {
        case DEFAULTS -> {}
        case READ_ONLY -> config.setReadOnly(true);
        case MANUAL_COMMIT -> config.setAutoCommit(false);
        case TEST_QUERY -> config.setConnectionTestQuery("SELECT 1");
        case INIT_QUERY -> config.setConnectionInitSql("VALUES 1");
        case SCHEMA -> config.setSchema("bedrock");
        case LEAK_DETECTION -> config.setLeakDetectionThreshold(30_000);
        case DRIVER_CLASS ->
            config.setDriverClassName("io.github.bedrockjdbc.driver.BedrockDriver");
        case DATA_SOURCE -> {
          config.addDataSourceProperty("url", config.getJdbcUrl());
          config.addDataSourceProperty("pageSize", 500);
          config.addDataSourceProperty("readMessages", "false");
          config.setDataSourceClassName("io.github.bedrockjdbc.driver.BedrockDataSource");
          config.setJdbcUrl(null);
        }
        default -> config.setTransactionIsolation(name());
      }
    }
  }

  private BedrockEmulator emulator;
  private LoggedWarnings warnings;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.demo();
    warnings = new LoggedWarnings();
  }

  @AfterEach
  void stop() {
    warnings.close();
    emulator.close();
  }

  private HikariDataSource pool(int size, Consumer<HikariConfig> settings) {
    final HikariConfig config = new HikariConfig();
    config.setJdbcUrl(emulator.jdbcUrl() + ";maxAttempts=1;connectTimeout=1");
    config.setUsername(BedrockEmulator.DEMO_ACCESS_KEY_ID);
    config.setPassword(BedrockEmulator.DEMO_SECRET_ACCESS_KEY);
    config.setMaximumPoolSize(size);
    settings.accept(config);
    return new HikariDataSource(config);
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSACTION_REPEATABLE_READ", "TRANSACTION_SERIALIZABLE"})
  void isolationThatDoesNotHoldIsRefused(String level) {
    assertThatThrownBy(() -> pool(1, config -> config.setTransactionIsolation(level)))
        .hasStackTraceContaining("every statement sees the jobs as they are when it runs");
  }

  @ParameterizedTest
  @EnumSource
  void startsAndBorrowsWithoutAWarningOrARequest(Way way) throws SQLException {
    try (HikariDataSource pool = pool(2, way::set)) {
      for (int i = 0; i < 1000; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(connection.isReadOnly()).isTrue();
        }
      }
      assertThat(emulator.log().requests()).isEmpty();
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isEqualTo(way != Way.MANUAL_COMMIT);
        assertThat(count(connection, "SELECT COUNT(*) FROM jobs"))
            .isEqualTo(BedrockEmulator.DEMO_JOBS);
        if (way == Way.MANUAL_COMMIT) {
          connection.commit();
          connection.rollback();
        }
      }
      assertThat(warnings.lines()).isEmpty();
    }
  }

  @Test
  void eightThreadsQueryAtOnce() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(8);
    try (HikariDataSource pool = pool(4, config -> config.setLeakDetectionThreshold(30_000))) {
      final List<Future<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(threads.submit(() -> queries(pool)));
      }
      for (Future<Long> task : tasks) {
        assertThat(task.get(2, TimeUnit.MINUTES)).isEqualTo(200 * 3L);
      }
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      assertThat(warnings.lines()).isEmpty();
    } finally {
      threads.shutdownNow();
    }
    emulator.awaitOpenExchanges(0);
  }

  private static long queries(HikariDataSource pool) throws SQLException {
    long rows = 0;
    for (int i = 0; i < 200; i++) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery("SELECT job_arn FROM jobs WHERE status = 'Failed' LIMIT 3")) {
        while (result.next()) {
          rows++;
        }
      }
    }
    return rows;
  }

  @Test
  void aConnectionThatIsNotGivenBackIsTold() throws Exception {
    try (HikariDataSource pool = pool(1, config -> config.setLeakDetectionThreshold(2_000));
        Connection kept = pool.getConnection()) {
      assertThat(warnings.awaitOne(Duration.ofMinutes(1))).isTrue();
      assertThat(warnings.lines()).singleElement().asString().contains("leak detection");
      assertThat(count(kept, "SELECT COUNT(*) FROM jobs")).isEqualTo(BedrockEmulator.DEMO_JOBS);
    }
  }

  @Test
  void aConnectionThatBrokeIsReplaced() throws SQLException {
    try (HikariDataSource pool = pool(1, Way.DEFAULTS::set)) {
      final Connection broken;
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SELECT job_arn FROM jobs")) {
        broken = connection.unwrap(Connection.class);
        assertThat(result.next()).isTrue();
        emulator.close();
        final SQLException failure =
            catchThrowableOfType(
                SQLException.class,
                () -> {
                  while (result.next()) {
                    assertThat(result.getString(1)).isNotEmpty();
                  }
                });
        assertThat(failure.getSQLState()).startsWith("08");
      }
      emulator = BedrockEmulator.builder().port(emulator.port()).jobs(JobFixture.of(10, 1)).start();
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(Connection.class)).isNotSameAs(broken);
        assertThat(count(connection, "SELECT COUNT(*) FROM jobs")).isEqualTo(10);
      }
    }
  }

  @Test
  void aConnectionThatWasThrottledIsKept() throws SQLException {
    try (HikariDataSource pool = pool(1, Way.DEFAULTS::set)) {
      final Connection throttled;
      try (Connection connection = pool.getConnection()) {
        throttled = connection.unwrap(Connection.class);
        emulator.inject(new Fault.Throttle(), 1);
        final SQLException failure =
            catchThrowableOfType(
                SQLException.class, () -> count(connection, "SELECT COUNT(*) FROM jobs"));
        assertThat(failure.getSQLState()).isEqualTo("53300");
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(Connection.class)).isSameAs(throttled);
        assertThat(count(connection, "SELECT COUNT(*) FROM jobs"))
            .isEqualTo(BedrockEmulator.DEMO_JOBS);
      }
      assertThat(warnings.lines()).isEmpty();
    }
  }
}
