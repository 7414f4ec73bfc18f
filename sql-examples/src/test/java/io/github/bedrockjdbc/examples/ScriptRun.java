package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.Job;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Runs the statements of one script, each in a new connection unless it says {@code !keep}. The
 * emulator is a new one, too: what the driver knows of an address outlives the connection.
 */
final class ScriptRun implements AutoCloseable {
  private static final int JOBS = 120;
  private static final long SEED = 7;

  private final List<Job> jobs;
  private final Map<String, String> settings = new TreeMap<>();
  private List<Object> bound = List.of();
  private BedrockEmulator emulator;
  private Connection connection;

  ScriptRun() {
    this(JobFixture.of(JOBS, SEED));
  }

  ScriptRun(List<Job> jobs) {
    this.jobs = jobs;
    settings.put("parallelism", "1"); // else details may arrive in any order
  }

  /**
   * What the script should expect: rows or their number, or {@code !error} with the SQLState and
   * the message; {@code !requests}, and the requests.
   */
  List<String> run(ScriptPart part) throws SQLException {
    final boolean keep = obey(part.commands());
    if (keep) {
      emulator.log().clear();
    } else {
      reconnect();
    }
    final List<String> lines = new ArrayList<>();
    try {
      final List<String> rows = rows(part.statement());
      if (part.countsRowsOnly()) {
        lines.add("!rows " + (rows.size() - 1));
      } else {
        lines.addAll(rows);
      }
    } catch (SQLException e) {
      lines.add("!error " + e.getSQLState() + " " + shown(e.getMessage()));
    }
    lines.add("!requests");
    final List<String> requests = emulator.log().lines();
    lines.addAll(requests.isEmpty() ? List.of("none") : requests);
    return lines;
  }

  boolean isConnected() {
    return connection != null;
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
    if (emulator != null) {
      emulator.close();
    }
  }

  /** Returns whether the connection of the statement before is used again. */
  private boolean obey(List<String> commands) {
    boolean keep = false;
    bound = List.of();
    for (final String command : commands) {
      if (command.equals("keep")) {
        keep = true;
      } else if (command.matches("set \\w+=.+")) {
        final int equals = command.indexOf('=');
        settings.put(command.substring("set ".length(), equals), command.substring(equals + 1));
      } else if (command.startsWith("bind ")) {
        bound = ScriptValues.of(command.substring("bind ".length()));
      } else {
        throw new IllegalArgumentException(
            "None of !keep, !set key=value and !bind value, value: !" + command);
      }
    }
    return keep;
  }

  private void reconnect() throws SQLException {
    close();
    emulator = BedrockEmulator.builder().jobs(jobs).start();
    final StringBuilder url = new StringBuilder(emulator.jdbcUrlWithLogin());
    settings.forEach((key, value) -> url.append(';').append(key).append('=').append(value));
    connection = DriverManager.getConnection(url.toString());
  }

  /** The labels first. */
  private List<String> rows(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = executed(statement)) {
      final ResultSetMetaData metaData = result.getMetaData();
      final StringJoiner labels = new StringJoiner("|");
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        labels.add(metaData.getColumnLabel(i));
      }
      final List<String> rows = new ArrayList<>(List.of(labels.toString()));
      while (result.next()) {
        final StringJoiner row = new StringJoiner("|");
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
          row.add(shown(result.getString(i)));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  private ResultSet executed(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < bound.size(); i++) {
      statement.setObject(i + 1, bound.get(i));
    }
    return statement.executeQuery();
  }

  /** On one line. */
  private static String shown(String value) {
    return value == null ? "null" : value.stripTrailing().replaceAll("\\R", "\\\\n");
  }
}
