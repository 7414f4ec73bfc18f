package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.driver.value.Rows;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.type.SqlTypeName;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of TYPE_SCROLL_INSENSITIVE go anywhere, and read no more than that needs. */
class ScrollableResultTest {
  private static final String SQL = "SELECT job_arn FROM jobs";
  private static final int JOBS = 50;

  private BedrockEmulator emulator;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(JOBS);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;parallelism=1");
    statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void everyWalkGoesWhereJdbcSays(int size) throws SQLException {
    final List<Object[]> rows =
        IntStream.rangeClosed(1, size).mapToObj(i -> new Object[] {i}).toList();
    for (int seed = 0; seed < 60; seed++) {
      final PositionModel model = new PositionModel(size);
      final List<String> walk = PositionModel.walk(new Random(seed), 12);
      try (ResultSet result = scrollable(Rows.of(rows))) {
        for (String call : walk) {
          final String[] words = call.split(" ", -1);
          final int argument = Integer.parseInt(words[1]);
          final Boolean expected = model.call(words[0], argument);
          final String where = "call " + call + " of " + walk;
          assertThat(called(result, words[0], argument)).as(where).isEqualTo(expected);
          assertThat(state(result)).as(where).isEqualTo(model.state());
          if (result.getRow() > 0) {
            assertThat(result.getInt(1)).as(where).isEqualTo(result.getRow());
          } else {
            assertThat(stateOf(() -> result.getInt(1))).isEqualTo("24000");
          }
        }
      }
    }
  }

  private static Boolean called(ResultSet result, String name, int argument) throws SQLException {
    return switch (name) {
      case "next" -> result.next();
      case "previous" -> result.previous();
      case "first" -> result.first();
      case "last" -> result.last();
      case "absolute" -> result.absolute(argument);
      case "relative" -> result.relative(argument);
      case "beforeFirst" -> {
        result.beforeFirst();
        yield null;
      }
      default -> {
        result.afterLast();
        yield null;
      }
    };
  }

  private static List<Object> state(ResultSet result) throws SQLException {
    return List.of(
        result.isBeforeFirst(),
        result.isFirst(),
        result.isLast(),
        result.isAfterLast(),
        result.getRow());
  }

  private BedrockResultSet scrollable(Rows rows) throws SQLException {
    return Results.of((QueryStatement) statement, Results.columns(SqlTypeName.INTEGER), rows);
  }

  @Test
  void numbersOfAnySizeAreNoneOfTheRows() throws SQLException {
    try (ResultSet result = statement.executeQuery(SQL)) {
      assertThat(result.absolute(Integer.MAX_VALUE)).isFalse();
      assertThat(result.isAfterLast()).isTrue();
      assertThat(result.relative(Integer.MAX_VALUE)).isFalse();
      assertThat(result.relative(Integer.MIN_VALUE)).isFalse();
      assertThat(result.isBeforeFirst()).isTrue();
      assertThat(result.absolute(Integer.MIN_VALUE)).isFalse();
      assertThat(result.isBeforeFirst()).isTrue();
    }
  }

  @Test
  void onePageIsReadAheadFromTheSecondOnAndNoneTwice() throws SQLException {
    try (ResultSet result = statement.executeQuery(SQL)) {
      assertRequests(0, result.getRow() == 0);
      assertRequests(1, result.absolute(5));
      assertRequests(1, result.first());
      assertRequests(1, result.absolute(10));
      assertRequests(3, !result.isLast());
      assertRequests(4, result.relative(15));
      assertRequests(4, result.previous());
      assertRequests(5, result.last());
      assertThat(result.getRow()).isEqualTo(JOBS);
      result.beforeFirst();
      assertRequests(5, result.next());
    }
  }

  private void assertRequests(int count, boolean isAsExpected) {
    assertThat(isAsExpected).isTrue();
    emulator.awaitRequests(count);
    assertThat(emulator.log().requests()).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SQL,
        "SELECT UPPER(job_arn), * FROM jobs",
        "SELECT job_arn, status FROM jobs ORDER BY job_name",
        "SELECT status, COUNT(*) FROM jobs GROUP BY status",
        "SELECT a.job_arn FROM jobs a JOIN jobs b ON a.job_arn = b.job_arn",
        "SELECT job_arn, ROW_NUMBER() OVER (ORDER BY job_name) FROM jobs",
        "SELECT job_arn FROM jobs WHERE status = 'Failed' UNION ALL SELECT message FROM jobs",
        "VALUES 1, 2, 3"
      })
  void backwardsTheRowsAreTheSame(String sql) throws SQLException {
    final List<String> forward = Answered.to(connection, sql).rows();
    final List<String> backward = new ArrayList<>();
    try (PreparedStatement prepared =
            connection.prepareStatement(
                sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet result = prepared.executeQuery()) {
      result.afterLast();
      while (result.previous()) {
        backward.add(result.getString(1));
      }
      assertThat(result.isBeforeFirst()).isTrue();
      Collections.reverse(backward);
      assertThat(backward).isEqualTo(forward);
      assertThat(Answered.rows(result)).isEqualTo(forward);
    }
  }

  @Test
  void mostRowsEndIt() throws SQLException {
    statement.setMaxRows(7);
    try (ResultSet result = statement.executeQuery(SQL)) {
      assertThat(result.last()).isTrue();
      assertThat(result.getRow()).isEqualTo(7);
      assertThat(result.isLast()).isTrue();
      assertThat(result.absolute(8)).isFalse();
      assertThat(result.absolute(-7)).isTrue();
      assertThat(result.isFirst()).isTrue();
    }
    assertThat(emulator.log().requests()).hasSize(1);
  }

  @Test
  void failureStaysWhereverOneGoes() throws SQLException {
    try (ResultSet result = statement.executeQuery(SQL)) {
      assertThat(result.absolute(10)).isTrue();
      emulator.inject(new Fault.Status(403, "AccessDeniedException", "No."), 1);
      for (ThrowingCallable move :
          List.<ThrowingCallable>of(
              result::last,
              result::first,
              result::next,
              result::previous,
              result::beforeFirst,
              result::afterLast,
              result::isLast,
              result::isBeforeFirst,
              () -> result.absolute(1),
              () -> result.relative(0))) {
        assertThat(stateOf(move)).isEqualTo("42501");
        assertThat(result.getRow()).isZero();
        assertThat(result.isFirst()).isFalse();
        assertThat(result.isAfterLast()).isFalse();
        assertThat(stateOf(() -> result.getString(1))).isEqualTo("24000");
      }
    }
    try (ResultSet again = statement.executeQuery(SQL)) {
      assertThat(again.last()).isTrue();
    }
  }

  @Test
  void lookingAheadFailsAsMovingDoes() throws SQLException {
    for (Statement either : List.of(statement, connection.createStatement())) {
      final ResultSet result = either.executeQuery(SQL);
      emulator.inject(new Fault.Status(403, "AccessDeniedException", "No."), 1);
      assertThat(stateOf(result::isBeforeFirst)).isEqualTo("42501");
      assertThat(stateOf(result::next)).isEqualTo("42501");
    }
  }

  @Test
  void cancelEndsIt() throws SQLException {
    final ResultSet result = statement.executeQuery(SQL);
    assertThat(result.next()).isTrue();
    statement.cancel();
    assertThat(stateOf(result::last)).isEqualTo("57014");
    assertThat(stateOf(result::first)).isEqualTo("57014");
  }

  @Test
  void afterClosingNothingMoves() throws SQLException {
    final ResultSet result = statement.executeQuery(SQL);
    assertThat(result.last()).isTrue();
    result.close();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            result::first,
            result::last,
            result::next,
            result::previous,
            result::beforeFirst,
            result::afterLast,
            () -> result.absolute(1),
            () -> result.relative(1),
            result::isBeforeFirst,
            result::isFirst,
            result::isLast,
            result::isAfterLast,
            result::getRow,
            result::getType,
            result::getFetchDirection,
            () -> result.setFetchDirection(ResultSet.FETCH_FORWARD))) {
      assertThat(stateOf(call)).isEqualTo("HY010");
    }
  }

  @Test
  void rowsThatAreTooManyToKeepAreRefused() throws SQLException {
    final Object[] large = {"x".repeat(1 << 20)};
    final BedrockResultSet result =
        scrollable(Rows.of(() -> Stream.generate(() -> large).iterator()));

    final SQLException refused = catchThrowableOfType(SQLException.class, result::last);

    assertThat(refused.getSQLState()).isEqualTo("54000");
    assertThat(refused.getMessage())
        .contains("forward-only")
        .contains("MiB")
        .contains("setMaxRows");
    assertThat(stateOf(result::first)).isEqualTo("54000");
  }

  @Test
  void typeDirectionAndSizeAreThoseOfTheStatement() throws SQLException {
    statement.setFetchDirection(ResultSet.FETCH_REVERSE);
    statement.setFetchSize(20);
    try (ResultSet result = statement.executeQuery(SQL)) {
      assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
      assertThat(result.getType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
      assertThat(result.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
      assertThat(result.getFetchDirection()).isEqualTo(ResultSet.FETCH_REVERSE);
      assertThat(result.getFetchSize()).isEqualTo(20);
      for (int direction :
          new int[] {ResultSet.FETCH_FORWARD, ResultSet.FETCH_UNKNOWN, ResultSet.FETCH_REVERSE}) {
        result.setFetchDirection(direction);
        assertThat(result.getFetchDirection()).isEqualTo(direction);
      }
      assertThat(stateOf(() -> result.setFetchDirection(77))).isEqualTo("HY024");
      assertThat(result.next()).isTrue();
      assertThat(stateOf(result::refreshRow)).isEqualTo("0A000");
      assertThat(stateOf(() -> result.updateString(1, "x"))).isEqualTo("25006");
      assertThat(stateOf(result::deleteRow)).isEqualTo("25006");
    }
  }
}
