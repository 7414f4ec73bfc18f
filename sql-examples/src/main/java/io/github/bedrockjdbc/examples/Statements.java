package io.github.bedrockjdbc.examples;

import io.github.bedrockjdbc.examples.age.MaxAge;
import io.github.bedrockjdbc.examples.script.WrongCommand;
import io.github.bedrockjdbc.examples.terminal.Shell;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs statements, those included that the driver leaves to its metadata. */
final class Statements {
  private static final Pattern TABLES = Pattern.compile("(?i)SHOW\\s+(FULL\\s+)?TABLES");
  private static final Pattern COLUMNS =
      Pattern.compile(
          "(?i)(?:DESC(?:RIBE)?(?:\\s+TABLE)?|SHOW\\s+COLUMNS\\s+(?:FROM|IN))\\s+([\\w.\"]+)");

  private static final double SECOND = 1000;
  private static final int MINUTE = 60_000;

  private static final String CONNECTION =
      "SELECT region, account_name, state, calls, kept_jobs, kept_seconds FROM sources";

  private final Session session;
  private final Results results;
  private Mode mode;
  private boolean isTimed;
  private String last = "";

  Statements(Session session, Results results, Mode mode) {
    this.session = session;
    this.results = results;
    this.mode = mode;
  }

  Mode mode() {
    return mode;
  }

  void setCallsShown(boolean shown) {
    mode = mode.withCallsShown(shown);
  }

  boolean isTimed() {
    return isTimed;
  }

  void setTimed(boolean timed) {
    isTimed = timed;
  }

  /** The statement that was run last; empty if none was. */
  String last() {
    return last;
  }

  void run(String statement, Shell shell) throws SQLException, IOException {
    last = statement;
    final Matcher columns = COLUMNS.matcher(statement);
    final long begin = System.nanoTime();
    if (TABLES.matcher(statement).matches()) {
      listTables("", shell);
    } else if (columns.matches()) {
      describe(columns.group(1), shell);
    } else {
      session.run(statement, results, mode, shell);
    }
    if (isTimed) {
      shell.note("Time: " + time(System.nanoTime() - begin));
    }
  }

  /** As psql tells it. */
  static String time(long nanos) {
    final double millis = nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    final String text = String.format(Locale.ROOT, "%.3f ms", millis);
    return millis < SECOND
        ? text
        : String.format(
            Locale.ROOT,
            "%s (%02d:%06.3f)",
            text,
            (long) millis / MINUTE,
            millis % MINUTE / SECOND);
  }

  /**
   * The statement, or the one that was run last.
   *
   * @param statement empty if a command stands alone
   */
  String orLast(String statement, Command command) {
    final String found = statement.isEmpty() ? last : statement;
    if (found.isEmpty()) {
      throw new WrongCommand("There is no statement for " + command + " to run");
    }
    return found;
  }

  /** Until it is interrupted. Rows of earlier rounds are too old for the next one. */
  void watch(String statement, Duration every, Shell shell) throws SQLException, IOException {
    final int before = session.maxAge();
    final int now = Math.min(before, MaxAge.ofWatch(every).seconds());
    session.setMaxAge(now);
    try {
      new Watch(every, now, false, shell).run(screen -> run(statement, screen));
    } catch (CancellationException e) {
      Thread.interrupted(); // which has been heeded
      throw e;
    } finally {
      session.setMaxAge(before);
    }
  }

  /** The columns of a table; without a name, the tables. */
  void describe(String table, Shell shell) throws SQLException, IOException {
    if (table.isEmpty()) {
      listTables("", shell);
    } else {
      new Description(session.metaData()).columns(table, results, shell);
    }
  }

  void listTables(String pattern, Shell shell) throws SQLException, IOException {
    new Description(session.metaData()).tables(pattern, results, shell);
  }

  void listSchemas(Shell shell) throws SQLException, IOException {
    new Description(session.metaData()).schemas(results, shell);
  }

  void listFunctions(String pattern, Shell shell) throws SQLException, IOException {
    new Description(session.metaData()).functions(pattern, results, shell);
  }

  /** Where rows come from, and how old they may be. */
  void tellConnection(Shell shell) throws SQLException, IOException {
    final int seconds = session.maxAge();
    shell.note(
        session.metaData().getURL()
            + (seconds == 0 ? ", asked for each statement" : ", rows up to " + seconds + " s old"));
    session.run(CONNECTION, results, Mode.USUAL, shell);
  }
}
