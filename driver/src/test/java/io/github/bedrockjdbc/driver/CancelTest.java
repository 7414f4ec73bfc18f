package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.emulator.http.Operation.GET;
import static io.github.bedrockjdbc.emulator.http.Operation.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A query that waits can be ended, by whatever means, and everything is fine afterwards. */
class CancelTest {
  /** Seconds in which a busy machine gets as far as a request. */
  private static final int LIMIT = 3;

  private static final String PAGES = "SELECT job_arn FROM jobs";
  private static final String DETAILS = "SELECT job_arn, message FROM jobs";
  private static final String GROUPS = "SELECT status, COUNT(*) FROM jobs GROUP BY status";

  /** Where a query waits for ever. */
  private enum Wait {
    FIRST_PAGE(PAGES, LIST, 1, true),
    LATER_PAGE(PAGES, LIST, 3, true),
    DETAIL(DETAILS, GET, 2, true),
    AGGREGATE(GROUPS, LIST, 3, true),
    SORTED_DETAIL(DETAILS + " ORDER BY message", GET, 2, true),
    PAUSE(PAGES, LIST, 1, false),
    LATER_PAUSE(GROUPS, LIST, 3, false),
    DETAIL_PAUSE(DETAILS, GET, 1, false);

    private final String sql;
    private final Operation operation;
    private final int request;
    private final boolean hangs;

    /**
     * @param hangs for an answer; else between two attempts
     */
    Wait(String sql, Operation operation, int request, boolean hangs) {
      this.sql = sql;
      this.operation = operation;
      this.request = request;
      this.hangs = hangs;
    }
  }

  private BedrockEmulator emulator;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(50);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;parallelism=1");
    statement = connection.createStatement();
  }

  @AfterEach
  void nothingIsLeftOpen() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  /** Starts reading all rows, and comes back when the query waits. */
  private FutureTask<String> waiting(Wait wait) throws Exception {
    return waiting(wait, () -> Answered.rows(statement.executeQuery(wait.sql)));
  }

  private FutureTask<String> waiting(Wait wait, Callable<?> reading) throws Exception {
    final CountDownLatch reached = new CountDownLatch(1);
    final AtomicInteger requests = new AtomicInteger();
    emulator.injectWhen(
        request -> {
          final boolean matches =
              request.operation() == wait.operation && requests.incrementAndGet() == wait.request;
          if (matches) {
            reached.countDown();
          }
          return matches;
        },
        wait.hangs ? new Fault.Hang() : new Fault.Throttle(OptionalInt.of(3600)));
    final FutureTask<String> task = new FutureTask<>(() -> stateOf(reading));
    new Thread(task, "reader").start();
    assertThat(reached.await(1, TimeUnit.MINUTES)).isTrue();
    if (!wait.hangs) {
      emulator.awaitOpenExchanges(0);
    }
    return task;
  }

  private static String stateOf(Callable<?> reading) throws Exception {
    try {
      reading.call();
      return "none";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static String result(FutureTask<String> task) throws Exception {
    return task.get(1, TimeUnit.MINUTES);
  }

  private void assertAborted(Wait wait) {
    emulator.awaitOpenExchanges(0);
    assertThat(
            emulator.log().requests().stream()
                .filter(request -> request.operation() == wait.operation)
                .skip(wait.request - 1L)
                .findFirst())
        .map(RecordedRequest::aborted)
        .contains(wait.hangs);
  }

  private void assertUsable(Statement one) throws SQLException {
    assertThat(Answered.rows(one.executeQuery(PAGES))).hasSize(50);
  }

  @ParameterizedTest
  @EnumSource
  void cancelEndsTheCallAndTheRequest(Wait wait) throws Exception {
    final FutureTask<String> task = waiting(wait);
    statement.cancel();
    assertThat(result(task)).isEqualTo("57014");
    assertAborted(wait);
    assertUsable(statement);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_PAGE", "AGGREGATE", "DETAIL", "PAUSE"})
  void timeLimitEndsTheCallAndTheRequest(Wait wait) throws Exception {
    statement.setQueryTimeout(LIMIT);
    final FutureTask<String> task = waiting(wait);
    assertThat(result(task)).isEqualTo("HYT00");
    assertAborted(wait);
    statement.setQueryTimeout(0);
    assertUsable(statement);
  }

  @ParameterizedTest
  @EnumSource
  void closingTheStatementEndsTheCall(Wait wait) throws Exception {
    final FutureTask<String> task = waiting(wait);
    statement.close();
    assertThat(result(task)).isIn("57014", "HY010");
    assertAborted(wait);
    try (Statement other = connection.createStatement()) {
      assertUsable(other);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_PAGE", "AGGREGATE", "DETAIL", "PAUSE"})
  void closingTheConnectionEndsTheCall(Wait wait) throws Exception {
    final FutureTask<String> task = waiting(wait);
    connection.close();
    assertThat(result(task)).isIn("57014", "HY010", "08003");
    assertAborted(wait);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_PAGE", "AGGREGATE", "DETAIL", "PAUSE"})
  void abortEndsTheCall(Wait wait) throws Exception {
    final FutureTask<String> task = waiting(wait);
    connection.abort(Runnable::run);
    assertThat(result(task)).isIn("57014", "HY010", "08003");
    assertAborted(wait);
    assertThat(connection.isClosed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void interruptEndsTheCall(Wait wait) throws Exception {
    final Thread[] reader = new Thread[1];
    final FutureTask<String> task =
        waiting(
            wait,
            () -> {
              reader[0] = Thread.currentThread();
              return Answered.rows(statement.executeQuery(wait.sql));
            });
    reader[0].interrupt();
    assertThat(result(task)).isEqualTo("57014");
    assertAborted(wait);
    assertUsable(statement);
  }

  @Test
  void closingTheResultEndsTheCall() throws Exception {
    final ResultSet result = statement.executeQuery(PAGES);
    assertThat(result.next()).isTrue();
    final FutureTask<String> task = waiting(Wait.FIRST_PAGE, () -> Answered.rows(result));
    result.close();
    assertThat(result(task)).isIn("57014", "HY010");
    emulator.awaitOpenExchanges(0);
    assertThat(emulator.log().requests()).hasSize(2);
    assertUsable(statement);
  }

  @Test
  void runningTheStatementAgainEndsTheOldResult() throws Exception {
    final ResultSet old = statement.executeQuery(PAGES);
    assertThat(old.next()).isTrue();
    assertUsable(statement);
    assertThat(old.isClosed()).isTrue();
    assertThat(Failures.stateOf(old::next)).isEqualTo("HY010");
  }

  @Test
  void cancelOfAnIdleStatementIsHarmless() throws Exception {
    statement.cancel();
    assertUsable(statement);
    statement.cancel();
    assertUsable(statement);
    final ResultSet result = statement.executeQuery(PAGES + " LIMIT 1");
    assertThat(result.next()).isTrue();
    assertThat(result.next()).isFalse();
    statement.cancel();
    assertThat(result.next()).isFalse();
    statement.close();
    assertThat(Failures.stateOf(statement::cancel)).isEqualTo("HY010");
  }

  @Test
  void resultThatIsCancelledBetweenTwoRowsNeverLooksComplete() throws Exception {
    final ResultSet result = statement.executeQuery(PAGES);
    assertThat(result.next()).isTrue();
    statement.cancel();
    assertThat(Failures.stateOf(result::next)).isEqualTo("57014");
    assertThat(Failures.stateOf(result::next)).isEqualTo("57014");
    assertUsable(statement);
  }

  @Test
  void timeThatPassesBetweenRowsCounts() throws Exception {
    statement.setQueryTimeout(LIMIT);
    final ResultSet result = statement.executeQuery(PAGES);
    assertThatExceptionOfType(SQLTimeoutException.class)
        .isThrownBy(
            () -> {
              while (result.next()) {
                emulator.inject(new Fault.Hang(), 1);
              }
            });
  }

  @Test
  void timeLimitStartsAtExecute() throws Exception {
    statement.setQueryTimeout(LIMIT);
    final ResultSet prepared = statement.executeQuery(PAGES);
    try (Statement other = connection.createStatement()) {
      other.setQueryTimeout(LIMIT);
      statement.setQueryTimeout(LIMIT); // and then nothing for as long as the other one waits
      emulator.inject(new Fault.Hang(), 1);
      assertThat(Failures.stateOf(() -> Answered.rows(other.executeQuery(PAGES))))
          .isEqualTo("HYT00");
    }
    assertThat(Failures.stateOf(prepared::next)).isEqualTo("HYT00");
    statement.setQueryTimeout(0);
    assertUsable(statement);
  }

  @Test
  void longestTimeLimitIsNotOver() throws Exception {
    statement.setQueryTimeout(Integer.MAX_VALUE);
    assertThat(statement.getQueryTimeout()).isEqualTo(Integer.MAX_VALUE);
    assertUsable(statement);
    assertThat(Failures.stateOf(() -> statement.setQueryTimeout(-1))).isEqualTo("HY024");
  }

  @Test
  void closingAHalfReadResultAsksForNothingMore() throws Exception {
    try (ResultSet result = statement.executeQuery(PAGES)) {
      assertThat(result.next()).isTrue();
    }
    emulator.awaitOpenExchanges(0);
    assertThat(emulator.log().requests()).hasSize(1);
  }

  @Test
  void everythingMayBeClosedTwiceAndInAnyOrder() throws Exception {
    final ResultSet result = statement.executeQuery(PAGES);
    result.next();
    connection.close();
    assertThatCode(
            () -> {
              statement.close();
              result.close();
              connection.close();
              result.close();
            })
        .doesNotThrowAnyException();
    assertThat(Failures.stateOf(connection::createStatement)).isEqualTo("08003");
    assertThat(Failures.stateOf(() -> connection.prepareStatement(PAGES))).isEqualTo("08003");
    assertThat(Failures.stateOf(connection::getMetaData)).isEqualTo("08003");
    assertThat(Failures.stateOf(() -> statement.executeQuery(PAGES))).isEqualTo("HY010");
    assertThat(Failures.stateOf(result::next)).isEqualTo("HY010");
    assertThat(Failures.stateOf(() -> result.getString(1))).isEqualTo("HY010");
  }
}
