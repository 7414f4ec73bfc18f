package io.github.bedrockjdbc.report;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;

/**
 * A connection and, for the demo, the emulator behind it. The report's queries share it, so that
 * the failure messages are read once.
 *
 * @param source where the jobs come from, in words for readers
 */
record Database(Connection connection, String source, Runnable atEnd) implements AutoCloseable {
  static Database open(String url) throws SQLException {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      // The message of DriverManager quotes the URL, and with it perhaps a password.
      throw new SQLException("No driver takes this URL; it begins with jdbc:bedrock:", "08001", e);
    }
    final Connection connection = connect(url);
    final String shown =
        connection.getMetaData().getURL().replace(";maxAge=" + Readings.MAX_AGE, "");
    return new Database(connection, "Source: " + shown, () -> {});
  }

  /** The same jobs each time, as if the last had just been submitted, in an emulator of its own. */
  static Database demo(Instant now) throws SQLException {
    final BedrockEmulator emulator = BedrockEmulator.demo(now);
    try {
      return new Database(
          connect(emulator.jdbcUrlWithLogin()),
          "Source: demo data (embedded emulator)",
          emulator::close);
    } catch (SQLException e) {
      emulator.close();
      throw e;
    }
  }

  /** The URL's own maxAge counts. */
  private static Connection connect(String url) throws SQLException {
    final Properties properties = new Properties();
    properties.setProperty("maxAge", Integer.toString(Readings.MAX_AGE));
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      atEnd.run();
    }
  }
}
