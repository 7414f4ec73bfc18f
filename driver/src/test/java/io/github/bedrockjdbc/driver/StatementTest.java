package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Urls;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients set on statements, and in which order they call. */
class StatementTest extends StatementFixture {
  @Test
  void fetchSizeIsAHintThatChangesNoRequest() throws SQLException {
    for (Statement either : both()) {
      emulator.log().clear();
      for (int size : new int[] {500, 3, 0, -1, Integer.MIN_VALUE}) {
        either.setFetchSize(size);
        assertThat(either.getFetchSize()).isEqualTo(Math.max(0, size));
        try (ResultSet result = run(either)) {
          result.setFetchSize(size);
          assertThat(result.getFetchSize()).isEqualTo(Math.max(0, size));
          assertThat(Answered.rows(result)).hasSize(50);
        }
      }
      assertThat(emulator.log().requests())
          .hasSize(5 * 5)
          .allMatch(request -> request.parameters().get("maxResults").equals("10"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 11, 25})
  void maxRowsAsksForNoPageMore(int rows) throws SQLException {
    for (Statement either : both()) {
      emulator.log().clear();
      either.setMaxRows(rows);
      assertThat(either.getMaxRows()).isEqualTo(rows);
      assertThat(either.getLargeMaxRows()).isEqualTo(rows);
      assertThat(Answered.rows(run(either))).hasSize(rows);
      assertThat(emulator.log().requests()).hasSize((rows + 9) / 10);
      either.setLargeMaxRows(0);
      assertThat(Answered.rows(run(either))).hasSize(50);
    }
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    for (Statement either : both()) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> either.setMaxRows(-1),
              () -> either.setLargeMaxRows(-1),
              () -> either.setQueryTimeout(-1),
              () -> either.setMaxFieldSize(-1),
              () -> either.setFetchDirection(77),
              () -> either.getMoreResults(99),
              () -> either.getMoreResults(0))) {
        assertThat(Failures.stateOf(call)).isEqualTo("HY024");
      }
    }
  }

  @Test
  void whatHasNoEffectIsAccepted() throws SQLException {
    for (Statement either : both()) {
      either.setEscapeProcessing(true);
      either.setCursorName("x");
      either.setFetchDirection(ResultSet.FETCH_FORWARD);
      assertThat(Answered.rows(run(either))).hasSize(50);
    }
  }

  @Test
  void whetherItIsPoolableAndItsDirectionAreKept() throws SQLException {
    for (Statement either : both()) {
      assertThat(either.isPoolable()).isEqualTo(either == prepared);
      for (boolean poolable : new boolean[] {true, false}) {
        either.setPoolable(poolable);
        assertThat(either.isPoolable()).isEqualTo(poolable);
      }
      assertThat(either.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
      for (int direction :
          new int[] {ResultSet.FETCH_REVERSE, ResultSet.FETCH_UNKNOWN, ResultSet.FETCH_FORWARD}) {
        either.setFetchDirection(direction);
        assertThat(either.getFetchDirection()).isEqualTo(direction);
        assertThat(run(either).getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, aé日𝄞z",
    "1, a",
    "2, a",
    "3, aé",
    "5, aé",
    "6, aé日",
    "9, aé日",
    "10, aé日𝄞",
    "11, aé日𝄞z",
    "999, aé日𝄞z"
  })
  void fieldsHaveAtMostSoManyBytes(int most, String text) throws Exception {
    final String sql = "SELECT 'aé日𝄞z', 12345, '12345', CURRENT_TIMESTAMP FROM jobs LIMIT 1";
    try (PreparedStatement other = connection.prepareStatement(sql)) {
      for (Statement either : List.of(statement, other)) {
        assertThat(either.getMaxFieldSize()).isZero();
        either.setMaxFieldSize(most);
        assertThat(either.getMaxFieldSize()).isEqualTo(most);
        try (ResultSet result =
            either == other ? other.executeQuery() : statement.executeQuery(sql)) {
          result.next();
          assertThat(
                  List.of(
                      result.getString(1),
                      result.getObject(1),
                      result.getObject(1, String.class),
                      result.getNString(1),
                      result.getClob(1).getSubString(1, 99),
                      new String(result.getBytes(1), StandardCharsets.UTF_8),
                      new BufferedReader(result.getCharacterStream(1)).readLine(),
                      new String(result.getAsciiStream(1).readAllBytes(), StandardCharsets.UTF_8)))
              .containsOnly(text);
          assertThat(result.getString(2)).isEqualTo("12345");
          assertThat(result.getInt(3)).isEqualTo(12345);
          assertThat(result.getString(4)).hasSize(23);
        }
      }
    }
  }

  private static List<String> escapes() {
    return List.of(
        "SELECT {fn UCASE('x')}",
        "SELECT { fn UCASE('x') }",
        "SELECT {d '2026-03-08'}",
        "SELECT {t '01:02:03'}",
        "SELECT {ts '2026-03-08 01:02:03'}",
        "SELECT a.job_arn FROM {oj jobs a LEFT OUTER JOIN jobs b ON a.job_arn = b.job_arn}",
        "SELECT job_arn FROM jobs WHERE status LIKE 'F!%' {escape '!'}",
        "SELECT job_arn FROM jobs {limit 1}",
        "{call x()}",
        "{?= call x()}");
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void escapesAreNoSqlWhereTheyAreOff(String sql) throws SQLException {
    statement.setEscapeProcessing(false);
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> statement.executeQuery(sql),
            () -> statement.execute(sql),
            () -> statement.executeUpdate(sql))) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(call)
          .withMessageContaining("setEscapeProcessing(true)")
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42000"));
    }
    final String quoted = "SELECT '{fn UCASE(1)}' AS \"{d}\" /* {ts */ -- {oj";
    assertThat(Answered.rows(statement.executeQuery(quoted))).containsExactly("{fn UCASE(1)}");
    if (!sql.contains("call")) {
      statement.setEscapeProcessing(true);
      statement.executeQuery(sql).close();
      try (PreparedStatement ready = connection.prepareStatement(sql)) {
        ready.setEscapeProcessing(false); // too late, says JDBC
        ready.executeQuery().close();
      }
    }
  }

  @Test
  void thereIsOneResultAndThenNone() throws SQLException {
    for (Statement either : both()) {
      assertThat(either instanceof PreparedStatement ready ? ready.execute() : either.execute(SQL))
          .isTrue();
      assertThat(either.getUpdateCount()).isEqualTo(-1);
      final ResultSet result = either.getResultSet();
      assertThat(result.next()).isTrue();
      assertThat(either.getMoreResults()).isFalse();
      assertThat(result.isClosed()).isTrue();
      assertThat(either.getUpdateCount()).isEqualTo(-1);
      assertThat(either.getLargeUpdateCount()).isEqualTo(-1);
      assertThat(either.getMoreResults(Statement.KEEP_CURRENT_RESULT)).isFalse();
    }
  }

  @Test
  void emptinessIsToldByTheFirstRow() throws SQLException {
    for (String none : List.of(" WHERE status = 'NoSuchStatus'", " WHERE 1 = 0", " LIMIT 0")) {
      try (ResultSet result = statement.executeQuery(SQL + none)) {
        assertThat(result.isBeforeFirst()).isFalse();
        assertThat(result.isBeforeFirst() || result.next() || result.isAfterLast()).isFalse();
      }
    }
    for (Statement either : both()) {
      emulator.log().clear();
      final ResultSet result = run(either);
      assertThat(result.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
      assertThat(emulator.log().requests()).isEmpty();
      for (int i = 0; i < 2; i++) {
        assertThat(result.isBeforeFirst()).isTrue();
      }
      assertThat(emulator.log().requests()).hasSize(1);
      assertThat(Answered.rows(result)).hasSize(50).doesNotHaveDuplicates();
      assertThat(emulator.log().requests()).hasSize(5);
    }
  }

  @Test
  void queriesAreNoUpdatesAndWritesAreRefused() {
    assertThat(Failures.stateOf(() -> statement.executeUpdate(SQL))).isEqualTo("07003");
    assertThat(Failures.stateOf(() -> statement.executeLargeUpdate(SQL))).isEqualTo("07003");
    assertThat(Failures.stateOf(() -> prepared.executeUpdate())).isEqualTo("07003");
    for (String write : List.of("DELETE FROM jobs", "CREATE TABLE t (i INT)")) {
      assertThat(Failures.stateOf(() -> statement.executeUpdate(write))).isEqualTo("25006");
      assertThat(Failures.stateOf(() -> statement.execute(write))).isEqualTo("25006");
      assertThat(Failures.stateOf(() -> connection.prepareStatement(write))).isEqualTo("25006");
    }
    assertThat(emulator.log().requests()).isEmpty();
  }

  @Test
  void generatedKeysAreAnEmptyResult() throws SQLException {
    assertThat(statement.execute(SQL, Statement.RETURN_GENERATED_KEYS)).isTrue();
    assertThat(statement.execute(SQL, new int[] {1})).isTrue();
    assertThat(statement.execute(SQL, new String[] {"job_arn"})).isTrue();
    try (ResultSet keys = statement.getGeneratedKeys()) {
      assertThat(keys.next()).isFalse();
    }
    for (PreparedStatement each :
        List.of(
            connection.prepareStatement(SQL, Statement.RETURN_GENERATED_KEYS),
            connection.prepareStatement(SQL, new int[] {1}),
            connection.prepareStatement(SQL, new String[] {"job_arn"}))) {
      assertThat(Answered.rows(each.executeQuery())).hasSize(50);
      assertThat(each.getGeneratedKeys().next()).isFalse();
      assertThat(Answered.texts(each.getWarnings())).isEmpty();
    }
  }

  @Test
  void batchesAreNotSupported() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> statement.addBatch(SQL),
            () -> statement.executeBatch(),
            () -> statement.executeLargeBatch(),
            () -> prepared.addBatch(),
            () -> prepared.executeBatch(),
            () -> prepared.executeLargeBatch())) {
      assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
          .isThrownBy(call)
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
    }
  }

  @Test
  void warningsOfStatementAndResultAreCleared() throws SQLException {
    final String misspelt = SQL + " WHERE status = 'failed'";
    try (ResultSet result = statement.executeQuery(misspelt)) {
      while (result.next()) {
        assertThat(result.getString(1)).isEmpty(); // no job has that status
      }
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01000");
      assertThat(result.getWarnings().getMessage()).isEqualTo(statement.getWarnings().getMessage());
      result.clearWarnings();
      assertThat(Answered.texts(result.getWarnings())).isEmpty();
      assertThat(Answered.texts(statement.getWarnings())).isNotEmpty();
      statement.clearWarnings();
      assertThat(Answered.texts(statement.getWarnings())).isEmpty();
    }
    try (ResultSet result = statement.executeQuery(SQL + " LIMIT 1")) {
      assertThat(Answered.texts(statement.getWarnings())).isEmpty();
      assertThat(Answered.texts(result.getWarnings())).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try") // closing early is what is tested
  void closeOnCompletionAndTryWithResourcesCloseInAnyOrder() throws SQLException {
    try (Connection other = DriverManager.getConnection(Urls.of(emulator));
        Statement first = other.createStatement();
        ResultSet one = first.executeQuery(SQL);
        Statement second = other.createStatement();
        ResultSet two = second.executeQuery(SQL)) {
      first.closeOnCompletion();
      assertThat(first.isCloseOnCompletion()).isTrue();
      assertThat(one.next() && two.next()).isTrue();
      first.close();
      assertThat(one.isClosed()).isTrue();
      assertThat(two.next()).isTrue();
      other.close();
      assertThat(two.isClosed()).isTrue();
      assertThat(second.isClosed()).isTrue();
    }
  }
}
