package io.github.bedrockjdbc.examples;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Runs one statement after the other. Only {@link #cancel} may be called by another thread. */
final class Session implements AutoCloseable {
  private static final long FLUSH_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

  private final Connection connection;
  private final Shell shell;
  private final int maxRows;
  private volatile Statement running;
  private volatile boolean isCancelled;

  /**
   * @param maxRows 0 for all
   */
  Session(Connection connection, Shell shell, int maxRows) {
    this.connection = connection;
    this.shell = shell;
    this.maxRows = maxRows;
  }

  /** The same session with another place for its rows. */
  Session writingTo(Shell other) {
    return new Session(connection, other, maxRows);
  }

  DatabaseMetaData metaData() throws SQLException {
    return connection.getMetaData();
  }

  /**
   * Prints the rows of a query, and its warnings beside them.
   *
   * @throws CancellationException after {@link #cancel}
   */
  void run(String sql, Format format) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(maxRows);
      isCancelled = false;
      running = statement;
      try (ResultSet result = statement.executeQuery(sql)) {
        print(result, format.output(shell.out(), shell.width()));
        warn(statement, result);
      }
    } catch (SQLException e) {
      if (isCancelled) {
        throw cancelled(e);
      }
      throw e;
    } finally {
      running = null;
      shell.out().flush();
    }
  }

  /** Returns false if there is nothing to cancel. */
  boolean cancel() throws SQLException {
    final Statement statement = running;
    if (statement != null) {
      isCancelled = true;
      statement.cancel();
    }
    return statement != null;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void print(ResultSet result, Output output) throws SQLException, IOException {
    final List<Column> columns = Column.of(result.getMetaData());
    output.begin(columns);
    long flushed = System.nanoTime();
    long rows = 0;
    while (result.next()) {
      if (isCancelled) {
        throw cancelled(null);
      }
      output.row(values(result, columns.size()));
      rows++;
      if (System.nanoTime() - flushed > FLUSH_EVERY) {
        shell.out().flush();
        flushed = System.nanoTime();
      }
    }
    output.end(rows);
    shell.out().flush();
    if (maxRows > 0 && rows == maxRows) {
      shell.say("note: stopped at --max-rows " + maxRows + "; there may be more");
    }
  }

  private static List<String> values(ResultSet result, int columns) throws SQLException {
    final List<String> values = new ArrayList<>(columns);
    for (int i = 1; i <= columns; i++) {
      values.add(result.getString(i));
    }
    return values;
  }

  private void warn(Statement statement, ResultSet result) throws SQLException {
    final Set<String> messages = new LinkedHashSet<>();
    for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
      messages.add(w.getMessage());
    }
    for (SQLWarning w = result.getWarnings(); w != null; w = w.getNextWarning()) {
      messages.add(w.getMessage());
    }
    messages.forEach(message -> shell.say("warning: " + message));
  }

  private static CancellationException cancelled(SQLException cause) {
    final CancellationException cancelled = new CancellationException("cancelled");
    cancelled.initCause(cause);
    return cancelled;
  }
}
