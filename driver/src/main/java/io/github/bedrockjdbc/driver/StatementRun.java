package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.driver.database.QueryContext;
import io.github.bedrockjdbc.driver.database.QueryRows;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.plan.Plan;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What statements of both kinds have in common: the execution under way, and what it had to say.
 */
final class StatementRun {
  /** What statements say that nobody has given a hint. */
  static final int FETCH_SIZE = 100;

  private final BedrockConnection connection;
  private final List<String> changedOptions = new CopyOnWriteArrayList<>();
  private volatile int timeoutSeconds;
  private volatile Cancellation current; // also while the statement is planned
  private volatile Execution execution;
  private volatile boolean ended;
  private volatile WarningChain warnings = new WarningChain(this::allWarnings);

  StatementRun(BedrockConnection connection) {
    this.connection = connection;
  }

  /** How long an execution may take; 0 for no limit. */
  int timeoutSeconds() {
    return timeoutSeconds;
  }

  void limitTime(int seconds) throws SQLException {
    SqlErrors.checkNotNegative(seconds, "A time limit");
    timeoutSeconds = seconds;
  }

  /**
   * @param seconds from now on, 0 for no limit
   */
  static Cancellation limit(int seconds) {
    return seconds == 0
        ? Cancellation.unlimited()
        : Cancellation.after(Duration.ofSeconds(seconds));
  }

  /** A hint, which changes no request; some clients pass a negative number for "row by row". */
  static int fetchSize(int rows) {
    return Math.max(0, rows);
  }

  static SQLException closed() {
    return SqlErrors.closed("The statement");
  }

  /** Here the clock of the time limit starts; from now on the run can be cancelled. */
  Cancellation start() throws SQLException {
    final Cancellation next = limit(timeoutSeconds);
    current = next;
    if (ended) {
      throw closed();
    }
    return next;
  }

  /**
   * A result that has sent nothing yet.
   *
   * @param cancellation of the run that was started
   */
  BedrockResultSet begin(
      QueryStatement statement, Plan plan, List<Object> parameters, Cancellation cancellation)
      throws SQLException {
    final Execution next = connection.newExecution(cancellation);
    execution = next;
    changedOptions.clear();
    warnings = new WarningChain(this::allWarnings);
    final QueryContext context =
        new QueryContext(
            connection.database().planning(), next, parameters, "", System.currentTimeMillis());
    return new BedrockResultSet(
        statement,
        plan.columns(),
        new QueryRows(plan, context, cancellation),
        new WarningChain(() -> warningsOf(next)));
  }

  /** Ends the execution under way, if any; the next one is not touched. */
  void cancel() {
    final Cancellation running = current;
    if (running != null) {
      running.cancel();
    }
  }

  /** Ends the execution under way, if any, and lets no other one start. */
  void end() {
    ended = true;
    cancel();
  }

  /** Tells, until the statement is executed, that it is not quite what was asked for. */
  void warnOfChangedOption(String text) {
    changedOptions.add(text);
  }

  WarningChain warnings() {
    return warnings;
  }

  private List<SQLWarning> allWarnings() {
    final List<SQLWarning> all = new ArrayList<>();
    changedOptions.forEach(text -> all.add(SqlErrors.warning(SqlState.OPTION_CHANGED, text)));
    final Execution last = execution;
    if (last != null) {
      all.addAll(warningsOf(last));
    }
    return all;
  }

  private static List<SQLWarning> warningsOf(Execution execution) {
    return execution.warnings().stream()
        .map(text -> SqlErrors.warning(SqlState.WARNING, text))
        .toList();
  }
}
