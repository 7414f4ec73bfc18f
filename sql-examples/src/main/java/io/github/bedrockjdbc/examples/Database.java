package io.github.bedrockjdbc.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.examples.age.MaxAge;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/** A pool of connections and, for the demo, the emulator behind it. */
final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Runnable atEnd;

  private Database(HikariDataSource pool, Runnable atEnd) {
    this.pool = pool;
    this.atEnd = atEnd;
  }

  static Database open(String url) throws SQLException {
    return open(url, MaxAge.OF_SCRIPT);
  }

  static Database open(String url, MaxAge maxAge) throws SQLException {
    return new Database(pool(url, maxAge), () -> {});
  }

  /**
   * The same jobs each time, as if the last had just been submitted, in an emulator of its own;
   * they move on as the clock does.
   */
  static Database demo(Clock clock, MaxAge maxAge) throws SQLException {
    final BedrockEmulator emulator = BedrockEmulator.demo(clock);
    try {
      return new Database(pool(emulator.jdbcUrlWithLogin(), maxAge), emulator::close);
    } catch (SQLException e) {
      emulator.close();
      throw e;
    }
  }

  Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
    atEnd.run();
  }

  private static HikariDataSource pool(String url, MaxAge maxAge) throws SQLException {
    requireDriver(url);
    final HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(maxAge.properties());
    maxAge.statement().ifPresent(config::setConnectionInitSql);
    config.setReadOnly(true);
    config.setMaximumPoolSize(2); // one to run statements, one to tell how far they are
    config.setMinimumIdle(1);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The pool would quote the URL, and with it perhaps a password. */
  private static void requireDriver(String url) throws SQLException {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw new SQLException("No driver takes this URL; it begins with jdbc:bedrock:", "08001", e);
    }
  }
}
