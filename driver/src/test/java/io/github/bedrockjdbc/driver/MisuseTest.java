package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and values that make no sense, or hardly any. */
class MisuseTest {
  private static final String DIRECT = "SELECT job_arn FROM jobs ";
  private static final String FULL = "SELECT UPPER(job_arn) FROM jobs ";
  private static final String SORTED = "SELECT job_arn FROM jobs ORDER BY job_name ";
  private static final String GROUPED = "SELECT job_arn FROM jobs GROUP BY job_arn ";

  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(50);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;parallelism=1");
  }

  @AfterEach
  void connectionIsUsable() throws SQLException {
    assertThat(Answered.to(connection, DIRECT).rows()).hasSize(50);
    connection.close();
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                              | 42000",
        "-- only a comment                               | 42000",
        "/* only a comment */                            | 42000",
        ";                                               | 42000",
        "SELECT 1; SELECT 2                              | 42000",
        "SELECT                                          | 42000",
        "SELECT 'x                                       | 42000",
        "SELECT \"x                                      | 42000",
        "SELECT 1 /*                                     | 42000",
        "SELECT ? FROM jobs                              | 07002",
        "SELECT nope(1)                                  | 42000",
        "SELECT job_arn FROM jobs LIMIT -1               | 2201W",
        "SELECT DATE '2026-02-30'                        | 22008",
        "SET x = 1                                       | 42000",
        "CALL x()                                        | 42000",
        "SELECT * FROM nope                              | 42S02",
        "SELECT * FROM nope.jobs                         | 42S02",
        "SELECT nope FROM jobs                           | 42S22",
        "DROP TABLE jobs                                 | 25006",
        "DELETE FROM jobs                                | 25006",
        "EXPLAIN PLAN FOR DELETE FROM jobs               | 25006",
        "SELECT * FROM jobs FOR UPDATE                   | 25006",
        "SELECT 1/0                                      | 22012",
        "SELECT 1/0 FROM jobs                            | 22012",
        "SELECT CAST(job_name AS INTEGER) FROM jobs      | 22018",
        "SELECT CAST('x' AS DOUBLE)                      | 22018",
        "SELECT CAST('2026-13-40' AS DATE)               | 22008",
        "SELECT CAST(job_name AS TIMESTAMP) FROM jobs    | 22007",
        "SELECT CAST(99999999999 AS INTEGER)             | 22003",
        "SELECT (SELECT job_arn FROM jobs) FROM jobs     | 21000"
      })
  void statementsThatFail(String sql, String state) {
    for (int run = 0; run < 2; run++) {
      final SQLException failure = Answered.failureOf(connection, sql);
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
      assertThat(failure.getMessage()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LIMIT 3000000000                      | 50",
        "LIMIT 9223372036854775807             | 50",
        "LIMIT 9223372036854775807 OFFSET 45   | 5",
        "OFFSET 3000000000                     | 0",
        "OFFSET 9223372036854775807            | 0",
        "LIMIT 10 OFFSET 45                    | 5",
        "LIMIT 0                               | 0"
      })
  void limitsOfAnySize(String limit, int rows) throws SQLException {
    for (String sql : new String[] {DIRECT, FULL, SORTED, GROUPED}) {
      assertThat(Answered.to(connection, sql + limit).rows()).as(sql).hasSize(rows);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL, SORTED, GROUPED})
  void limitsAsParameters(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql + "LIMIT ? OFFSET ?")) {
      assertThat(Failures.stateOf(statement::executeQuery)).isEqualTo("07002");
      assertThat(rows(statement, 3, 2)).isEqualTo(3);
      assertThat(rows(statement, 10, 45)).isEqualTo(5);
      assertThat(rows(statement, 3L, "45")).isEqualTo(3);
      assertThat(rows(statement, null, 45)).isEqualTo(5);
      assertThat(rows(statement, 3, null)).isEqualTo(3);
      assertThat(rows(statement, 0, 0)).isZero();
      assertThat(Failures.stateOf(() -> rows(statement, -1, 0))).isEqualTo("2201W");
      assertThat(Failures.stateOf(() -> rows(statement, 1, -1))).isEqualTo("2201X");
      assertThat(Failures.stateOf(() -> rows(statement, 2.5, 0))).isEqualTo("22018");
      assertThat(Failures.stateOf(() -> rows(statement, "x", 0))).isEqualTo("22018");
      assertThat(rows(statement, 3_000_000_000L, 0)).isEqualTo(50);
      assertThat(rows(statement, 1, 3_000_000_000L)).isZero();
    }
  }

  private static int rows(PreparedStatement statement, Object limit, Object offset)
      throws SQLException {
    statement.setObject(1, limit);
    statement.setObject(2, offset);
    return Answered.rows(statement.executeQuery()).size();
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FULL})
  void nullEqualsNothingAndAsksNothing(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql + "WHERE status = ?")) {
      statement.setString(1, null);
      assertThat(Answered.rows(statement.executeQuery())).isEmpty();
      assertThat(emulator.log().requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 3_000_000_000L, Long.MAX_VALUE})
  void mostRowsOfAnySize(long most) throws SQLException {
    for (String sql : new String[] {DIRECT, FULL, SORTED}) {
      try (Statement statement = connection.createStatement()) {
        statement.setLargeMaxRows(most);
        assertThat(Answered.rows(statement.executeQuery(sql))).hasSize((int) Math.min(most, 50));
      }
    }
  }

  @Test
  void nestedLoopAsksNoMoreForEachRow() throws SQLException {
    assertThat(Answered.to(connection, "SELECT COUNT(*) FROM jobs a, jobs b").rows())
        .containsExactly("2500");
    assertThat(emulator.log().requests()).hasSize(2 * 5);
    assertThat(
            Answered.to(
                    connection,
                    "SELECT COUNT(*) FROM jobs a LEFT JOIN jobs b ON a.job_arn < b.job_arn")
                .rows())
        .containsExactly(Integer.toString(50 * 49 / 2 + 1));
  }

  @Test
  void nestedLoopThatComputesForLongCanBeCancelled() throws Exception {
    try (BedrockEmulator large = Urls.emulatorWith(1000);
        Connection other = DriverManager.getConnection(Urls.of(large));
        Statement statement = other.createStatement()) {
      final String sql = "SELECT COUNT(*) FROM jobs a, jobs b, jobs c";
      final FutureTask<String> task =
          new FutureTask<>(() -> Failures.stateOf(() -> statement.executeQuery(sql).next()));
      new Thread(task, "reader").start();
      large.awaitRequests(3); // each scan is walked once, all else is computed
      statement.cancel();
      assertThat(task.get(1, TimeUnit.MINUTES)).isEqualTo("57014");
    }
  }

  @Test
  void failureDuringExecuteLeavesNoResultBehind() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      emulator.inject(new Fault.Status(400, "ValidationException", "Nope."), 1);
      assertThat(
              Failures.stateOf(
                  () -> Answered.rows(statement.executeQuery("SELECT COUNT(*) FROM jobs"))))
          .isEqualTo("HY000");
      assertThat(Failures.stateOf(() -> statement.executeQuery("nonsense"))).isEqualTo("42000");
      assertThat(statement.getResultSet()).isNull();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.getMoreResults()).isFalse();
    }
  }
}
