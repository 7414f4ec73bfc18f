package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.plan.Planning;
import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Await;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that waits for nobody ends as well, wherever it is: planned, computed, in a cell. */
class EveryStatementEndsTest {
  /** Before, nothing ended these; a busy machine may well take some seconds. */
  private static final int SECONDS = 30;

  private static final String HUNDRED =
      IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining(", "));

  private static final String RECURSION =
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n > 0)";

  private static final String ENDLESS = RECURSION + " SELECT COUNT(*) FROM r";

  /** Takes seconds to plan: tables can be joined in many orders. */
  private static final String MANY_JOINS =
      IntStream.range(1, 10)
          .mapToObj(
              i ->
                  " JOIN jobs j%d ON j%d.status = j%d.status AND j0.model_id = j%d.model_id"
                      .formatted(i, i - 1, i, i))
          .collect(Collectors.joining("", "SELECT COUNT(*) FROM jobs j0", ""));

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(500);
  private Connection connection;
  private Statement statement;
  private Thread reader;

  private static final AtomicInteger TEXTS = new AtomicInteger();

  /** A text that was not planned before. */
  private static String manyJoins() {
    return MANY_JOINS + " WHERE " + TEXTS.incrementAndGet() + " > 0";
  }

  private enum End {
    CANCEL,
    CLOSE,
    CLOSE_CONNECTION,
    ABORT,
    INTERRUPT
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection(Urls.of(emulator));
    statement = connection.createStatement();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    final Planning planning = connection.unwrap(BedrockConnection.class).database().planning();
    Await.until("a planning that nobody waits for goes on", () -> planning.leftBehind() == 0);
    connection.close();
    try (Connection other = DriverManager.getConnection(Urls.of(emulator))) {
      assertThat(Answered.to(other, "SELECT COUNT(*) FROM jobs").rows()).containsExactly("500");
    }
    emulator.awaitOpenExchanges(0);
    emulator.log().clear();
  }

  private static boolean isIn(Thread thread, String... classes) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame -> Arrays.stream(classes).anyMatch(name -> frame.getClassName().endsWith(name)));
  }

  /** Whether rules are at work somewhere; asks few threads, as each that is asked has to stop. */
  private static boolean isPlanning() {
    final Thread[] threads = new Thread[2 * Thread.activeCount()];
    return Arrays.stream(threads, 0, Thread.enumerate(threads))
        .filter(thread -> thread.getName().startsWith("bedrock-jobs-planning"))
        .anyMatch(thread -> isIn(thread, "driver.plan.FullPlanner"));
  }

  private FutureTask<String> reading(String sql) {
    final FutureTask<String> task =
        new FutureTask<>(() -> Failures.stateOf(() -> Answered.rows(statement.executeQuery(sql))));
    reader = new Thread(task, "reader");
    reader.start();
    return task;
  }

  /** Reads, and comes back when rows are being computed. */
  private FutureTask<String> computing(String sql) {
    final FutureTask<String> task = reading(sql);
    Await.until(
        sql + " is not computed",
        () -> task.isDone() || isIn(reader, "QueryRows$OnDemand", "QueryRows"));
    return task;
  }

  /** Executes, and comes back when rules are at work. */
  private FutureTask<String> planning(String sql) {
    final FutureTask<String> task = reading(sql);
    Await.until(sql + " is not planned", () -> task.isDone() || isPlanning());
    return task;
  }

  private void end(End by) throws SQLException {
    switch (by) {
      case CANCEL -> statement.cancel();
      case CLOSE -> statement.close();
      case CLOSE_CONNECTION -> connection.close();
      case ABORT -> connection.abort(Runnable::run);
      case INTERRUPT -> reader.interrupt();
    }
  }

  private static void assertEnded(FutureTask<String> task) throws Exception {
    assertThat(task.get(SECONDS, TimeUnit.SECONDS)).isIn("57014", "HY010", "08003");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM r",
        "SELECT n FROM r WHERE n < 0",
        "SELECT MAX(n) FROM r GROUP BY MOD(n, 2)",
        "SELECT n FROM r ORDER BY MOD(n, 7)",
        "SELECT COUNT(*) FROM r JOIN (VALUES 1, 2) t(x) ON n + x < 0"
      })
  void recursionWithoutEnd(String query) throws Exception {
    final FutureTask<String> task = computing(RECURSION + " " + query);
    statement.cancel();
    assertThat(task.get(SECONDS, TimeUnit.SECONDS)).isEqualTo("57014");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT COUNT(*) FROM @a, @b, @c, @d, @e",
        "SELECT a FROM @a, @b, @c, @d, @e WHERE a + b + c + d + e < 0",
        "SELECT a, COUNT(*) FROM @a, @b, @c, @d, @e GROUP BY a ORDER BY a DESC",
        "SELECT a FROM @a, @b, @c, @d EXCEPT SELECT a FROM @a",
        "SELECT COUNT(*) FROM jobs a, jobs b, jobs c WHERE a.total_records + b.total_records < 0",
        "SELECT COUNT(*) FROM jobs a JOIN jobs b USING (status) JOIN jobs c USING (status)"
            + " JOIN jobs d USING (status) JOIN jobs e USING (status)",
        "SELECT COUNT(*) FROM (SELECT status s FROM jobs, @a) x"
            + " FULL JOIN (SELECT status t FROM jobs, @c) y ON s || t = 'x'",
        "SELECT (SELECT COUNT(*) FROM jobs b, jobs c, @a WHERE b.status || c.status > j.job_name)"
            + " FROM jobs j",
        "SELECT SUM(s) FROM (SELECT SUM(a) OVER (ORDER BY b ROWS BETWEEN UNBOUNDED PRECEDING AND"
            + " UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) s FROM @a, @b, (VALUES 1, 2) t(x))",
        "SELECT COUNT(s) FROM (SELECT LAG(NULLIF(a, a)) IGNORE NULLS OVER (ORDER BY b) s"
            + " FROM @a, @b, (VALUES 1, 2, 3, 4) t(x))",
        "SELECT REPEAT('a', 40) || b SIMILAR TO '(a|aa|b|c|%)+b' FROM @a, @b, @c",
        "SELECT REGEXP_LIKE(REPEAT('a', 60) || b, '(a*)*(a|aa)*(a|b|aa)*(.a|aa)*x\\1y') FROM @a, @b, @c"
      })
  void whatIsComputedWithoutWaiting(String query) throws Exception {
    String sql = query;
    for (char name = 'a'; name <= 'e'; name++) {
      sql = sql.replace("@" + name, "(VALUES %s) %c(%c)".formatted(HUNDRED, name, name));
    }
    final FutureTask<String> task = computing(sql);
    statement.cancel();
    assertThat(task.get(SECONDS, TimeUnit.SECONDS)).as(sql).isEqualTo("57014");
  }

  @ParameterizedTest
  @EnumSource
  void byWhateverMeansWhileItIsComputed(End by) throws Exception {
    final FutureTask<String> task = computing(ENDLESS);
    end(by);
    assertEnded(task);
  }

  @ParameterizedTest
  @EnumSource
  void byWhateverMeansWhileItIsPlanned(End by) throws Exception {
    final FutureTask<String> task = planning(manyJoins());
    end(by);
    assertEnded(task);
    assertThat(emulator.log().requests()).isEmpty(); // it was not executed after all
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void timeLimit(boolean isPlanned) throws Exception {
    statement.setQueryTimeout(1);
    final FutureTask<String> task = reading(isPlanned ? manyJoins() : ENDLESS);
    assertThat(task.get(SECONDS, TimeUnit.SECONDS)).isEqualTo("HYT00");
    statement.setQueryTimeout(0);
    assertThat(Answered.rows(statement.executeQuery("SELECT 1"))).containsExactly("1");
  }

  @Test
  void preparingEndsWithItsConnection() throws Exception {
    final FutureTask<String> task =
        new FutureTask<>(() -> Failures.stateOf(() -> connection.prepareStatement(manyJoins())));
    new Thread(task, "preparing").start();
    Await.until("nothing is planned", EveryStatementEndsTest::isPlanning);
    connection.close();
    assertEnded(task);
  }

  @Test
  void statementIsUsableAfterEachEnd() throws Exception {
    for (int i = 0; i < 3; i++) {
      final FutureTask<String> task = computing(ENDLESS);
      statement.cancel();
      assertThat(task.get(SECONDS, TimeUnit.SECONDS)).isEqualTo("57014");
      assertThat(Answered.rows(statement.executeQuery("SELECT COUNT(*) FROM jobs")))
          .containsExactly("500");
    }
  }

  @Test
  void resultThatIsCancelledNeverLooksComplete() throws Exception {
    final ResultSet result =
        statement.executeQuery(RECURSION + " SELECT n, n || 'x' FROM r WHERE n < 1000000000");
    assertThat(result.next()).isTrue();
    statement.cancel();
    assertThat(
            Failures.stateOf(
                () -> {
                  while (result.next()) {
                    assertThat(result.getLong(1)).isPositive();
                  }
                }))
        .isEqualTo("57014");
  }
}
