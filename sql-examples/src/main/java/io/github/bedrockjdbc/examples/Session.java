package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.age.RowAge;
import io.github.bedrockjdbc.examples.output.Column;
import io.github.bedrockjdbc.examples.output.Output;
import io.github.bedrockjdbc.examples.terminal.Shell;
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

  private final Database database;
  private final Connection connection;
  private final Calls calls;
  private volatile Statement running;
  private volatile boolean isCancelled;

  Session(Database database) throws SQLException {
    this.database = database;
    this.connection = database.connect();
    this.calls = new Calls(connection);
  }

  DatabaseMetaData metaData() throws SQLException {
    return connection.getMetaData();
  }

  /** How old rows may be, in seconds. */
  int maxAge() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet setting = statement.executeQuery("SHOW maxAge")) {
      setting.next();
      return setting.getInt(1);
    }
  }

  void setMaxAge(int seconds) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(MaxAge.setting(seconds));
    }
  }

  /**
   * Prints the rows of a query; beside them its warnings, and what it sent if that is wanted.
   *
   * @throws CancellationException after {@link #cancel}
   */
  void run(String sql, Outputs outputs, Mode mode, Shell shell) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        Progress progress = Progress.start(database, shell)) {
      statement.setMaxRows(mode.maxRows());
      if (mode.areCallsShown() || mode.isAgeShown()) {
        calls.skip(); // what was sent before is told no more
      }
      isCancelled = false;
      running = statement;
      if (!statement.execute(mode.statement(sql))) {
        return; // a setting
      }
      try (ResultSet result = statement.getResultSet()) {
        final Shell screen = shell.withOut(progress.before(shell.out()));
        final long rows = print(result, outputs.output(screen), screen);
        progress.end();
        if (mode.maxRows() > 0 && rows == mode.maxRows()) {
          shell.note(mode.hints().stopped(rows));
        }
        warn(statement, result, shell);
      }
      if (mode.isAgeShown()) {
        tellAge(mode.statement(sql), shell);
      }
    } catch (SQLException e) {
      if (isCancelled) {
        throw cancelled(e);
      }
      throw mode.place(sql).of(e);
    } finally {
      running = null;
      shell.out().flush();
      if (mode.areCallsShown()) {
        tellCalls(shell);
      }
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

  private long print(ResultSet result, Output output, Shell shell)
      throws SQLException, IOException {
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
    return rows;
  }

  private static List<String> values(ResultSet result, int columns) throws SQLException {
    final List<String> values = new ArrayList<>(columns);
    for (int i = 1; i <= columns; i++) {
      values.add(result.getString(i));
    }
    return values;
  }

  private static void warn(Statement statement, ResultSet result, Shell shell) throws SQLException {
    final Set<String> messages = new LinkedHashSet<>();
    for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
      messages.add(w.getMessage());
    }
    for (SQLWarning w = result.getWarnings(); w != null; w = w.getNextWarning()) {
      messages.add(w.getMessage());
    }
    messages.forEach(shell::warn);
  }

  private void tellCalls(Shell shell) throws SQLException {
    final List<String> lines = calls.next();
    if (lines.isEmpty()) {
      shell.note("sent: nothing");
    }
    lines.forEach(line -> shell.note("sent: " + line));
  }

  private void tellAge(String sql, Shell shell) throws SQLException {
    if (calls.areNone()) {
      RowAge.of(sql, connection)
          .ifPresent(seconds -> shell.note("kept rows, " + seconds + " s old"));
    }
  }

  private static CancellationException cancelled(SQLException cause) {
    final CancellationException cancelled = new CancellationException("cancelled");
    cancelled.initCause(cause);
    return cancelled;
  }
}
