package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tells a person how far a long walk is, in a line that goes away again. It asks the table {@code
 * api_calls}, with a connection of its own.
 */
final class Progress implements AutoCloseable {
  private static final String CALLS =
      "SELECT request_id, operation, result_rows FROM api_calls"
          + " WHERE start_time >= ? AND error_type IS NULL";

  /** What calls beside the list's pages read. */
  private static final Map<String, String> DETAILS =
      Map.of(
          "GetModelInvocationJob", "messages",
          "GetObject", "manifests",
          "GetResources", "pages of tags");

  private static final long PATIENCE_MILLIS = 1000;
  private static final long EVERY_MILLIS = 500;

  private final Database database;
  private final Shell shell;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Set<String> seen = new HashSet<>();
  private final LocalDateTime begin = now();
  private final Thread thread = new Thread(this::tell, "progress");
  private long pages;
  private long jobs;
  private final Map<String, Long> details = new TreeMap<>();

  private Progress(Database database, Shell shell) {
    this.database = database;
    this.shell = shell;
    thread.setDaemon(true);
  }

  /** Tells nothing where nobody looks at the errors, or where the line could not go away. */
  static Progress start(Database database, Shell shell) {
    final Progress progress = new Progress(database, shell);
    if (shell.screen().errors().getAsBoolean() && shell.canErase()) {
      progress.thread.start();
    } else {
      progress.done.countDown();
    }
    return progress;
  }

  /** A writer before whose first character the line goes away, if both are on the screen. */
  Writer before(Writer out) {
    return shell.screen().output().getAsBoolean() ? new First(out) : out;
  }

  @Override
  public void close() {
    end();
  }

  /** Takes the line back. */
  void end() {
    done.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    boolean isShown = false;
    try {
      if (done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      try (Connection connection = database.connect()) {
        do {
          look(connection);
          show("\r" + shell.errorStyle().faint(line()) + "\u001b[K");
          isShown = true;
        } while (!done.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
      }
    } catch (SQLException e) {
      // The statement itself will say what is wrong.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (isShown) {
        show("\r\u001b[K");
      }
    }
  }

  private void show(String text) {
    shell.err().print(text);
    shell.err().flush();
  }

  /** The table forgets calls in the end, so that each is counted when it is seen first. */
  private void look(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CALLS)) {
      statement.setObject(1, begin);
      try (ResultSet calls = statement.executeQuery()) {
        while (calls.next()) {
          if (seen.add(calls.getString("request_id"))) {
            count(calls.getString("operation"), calls.getLong("result_rows"));
          }
        }
      }
    }
  }

  private void count(String operation, long rows) {
    if (operation.equals("ListModelInvocationJobs")) {
      pages++;
      jobs += rows;
    } else {
      details.merge(DETAILS.getOrDefault(operation, "other calls"), 1L, Long::sum);
    }
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  private String line() {
    if (pages == 0) {
      return "waiting for the first page";
    }
    final double seconds = Duration.between(begin, now()).toMillis() / 1000.0;
    final String line =
        String.format(
            Locale.ROOT,
            "%s, %,d jobs, %,.0f jobs/s",
            pages == 1 ? "1 page" : String.format(Locale.ROOT, "%,d pages", pages),
            jobs,
            jobs / seconds);
    return details.entrySet().stream()
        .map(each -> String.format(Locale.ROOT, ", %,d %s", each.getValue(), each.getKey()))
        .collect(Collectors.joining("", line, ""));
  }

  /** Ends the progress when the first rows come. */
  private final class First extends FilterWriter {
    First(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      end();
      out.write(c);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      end();
      out.write(text, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      end();
      out.write(text, offset, length);
    }
  }
}
