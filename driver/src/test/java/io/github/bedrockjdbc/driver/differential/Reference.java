package io.github.bedrockjdbc.driver.differential;

import io.github.bedrockjdbc.emulator.Job;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;

/** An independent engine with the same rows. */
final class Reference implements AutoCloseable {
  private final Connection connection;

  private Reference(Connection connection) {
    this.connection = connection;
  }

  /** Holds what the jobs themselves say, not what the driver reads. */
  static Reference of(List<Job> jobs, boolean readMessages) throws SQLException {
    final Connection connection =
        DriverManager.getConnection("jdbc:h2:mem:;DEFAULT_NULL_ORDERING=HIGH;DEFAULT_ESCAPE=");
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA bedrock");
      statement.execute("SET SCHEMA bedrock");
      statement.execute("SET TIME ZONE 'UTC'");
      statement.execute("CREATE TABLE jobs (" + String.join(", ", JobValues.COLUMNS) + ")");
    }
    final String marks = String.join(", ", Collections.nCopies(JobValues.COLUMNS.size(), "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO jobs VALUES (" + marks + ")")) {
      for (final Job job : jobs) {
        final List<Object> values = JobValues.of(job, readMessages);
        for (int i = 0; i < values.size(); i++) {
          insert.setObject(i + 1, values.get(i));
        }
        insert.executeUpdate();
      }
    }
    return new Reference(connection);
  }

  List<List<Object>> rows(Part sql, int maxRows) throws SQLException {
    return Rows.of(
        connection, sql.h2(), sql.parameters().stream().map(Reference::value).toList(), maxRows);
  }

  /** H2 would read a {@code Timestamp} in the session's zone, the driver does in the JVM's. */
  private static Object value(Object parameter) {
    return parameter instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : parameter;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
