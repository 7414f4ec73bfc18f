package io.github.bedrockjdbc.driver;

import static io.github.bedrockjdbc.driver.testing.Failures.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When results close with what comes next, and when a statement closes with its results. */
class CompletionTest {
  private static final String SQL = "SELECT job_arn FROM jobs";

  private BedrockEmulator emulator;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    emulator = Urls.emulatorWith(20);
    connection = DriverManager.getConnection(Urls.of(emulator) + ";pageSize=10;parallelism=1");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  private Statement completed(boolean isPrepared) throws SQLException {
    final Statement statement = statement(isPrepared);
    assertThat(statement.isCloseOnCompletion()).isFalse();
    statement.closeOnCompletion();
    statement.closeOnCompletion();
    assertThat(statement.isCloseOnCompletion()).isTrue();
    return statement;
  }

  private Statement statement(boolean isPrepared) throws SQLException {
    return isPrepared ? connection.prepareStatement(SQL) : connection.createStatement();
  }

  private static ResultSet run(Statement statement) throws SQLException {
    return statement instanceof PreparedStatement prepared
        ? prepared.executeQuery()
        : statement.executeQuery(SQL);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingTheResultClosesTheStatement(boolean isPrepared) throws SQLException {
    final Statement statement = completed(isPrepared);
    final ResultSet result = run(statement);
    assertThat(Answered.rows(result)).hasSize(20);
    assertThat(statement.isClosed()).isTrue();
    assertThat(stateOf(statement::getMaxRows)).isEqualTo("HY010");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNewExecutionDoesNot(boolean isPrepared) throws SQLException {
    final Statement statement = completed(isPrepared);
    final ResultSet first = run(statement);
    assertThat(first.next()).isTrue();
    final ResultSet second = run(statement);
    assertThat(first.isClosed()).isTrue();
    assertThat(statement.isClosed()).isFalse();
    first.close();
    assertThat(statement.isClosed()).isFalse();
    assertThat(second.next()).isTrue();
    second.close();
    assertThat(statement.isClosed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {Statement.CLOSE_CURRENT_RESULT, Statement.CLOSE_ALL_RESULTS, 0})
  void lookingForMoreResultsDoesNot(int current) throws SQLException {
    for (boolean isPrepared : new boolean[] {false, true}) {
      final Statement statement = completed(isPrepared);
      final ResultSet result = run(statement);
      assertThat(current == 0 ? statement.getMoreResults() : statement.getMoreResults(current))
          .isFalse();
      assertThat(result.isClosed()).isTrue();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.getResultSet()).isNull();
      run(statement).close();
      assertThat(statement.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKeptResultHasToBeClosedAsWell(boolean isPrepared) throws SQLException {
    final Statement statement = completed(isPrepared);
    final ResultSet kept = run(statement);
    assertThat(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)).isFalse();
    assertThat(statement.getResultSet()).isNull();
    assertThat(kept.next()).isTrue();
    kept.close();
    assertThat(statement.isClosed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keptResultsCloseWithTheirStatementAndItsNextRun(boolean isPrepared) throws SQLException {
    final Statement statement = statement(isPrepared);
    final ResultSet first = run(statement);
    statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    final ResultSet second = run(statement);
    assertThat(first.isClosed()).isTrue();
    statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    assertThat(second.isClosed()).isFalse();
    statement.getMoreResults(Statement.CLOSE_ALL_RESULTS);
    assertThat(second.isClosed()).isTrue();
    final ResultSet third = run(statement);
    statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    statement.close();
    assertThat(third.isClosed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunThatFailsLeavesTheStatementOpenAndNoResult(boolean isPrepared) throws SQLException {
    final Statement statement = completed(isPrepared);
    emulator.inject(new Fault.Status(403, "AccessDeniedException", "No."), 1);
    final ResultSet failing = run(statement);
    assertThat(stateOf(failing::next)).isEqualTo("42501");
    assertThat(statement.isClosed()).isFalse();
    if (!isPrepared) {
      assertThat(stateOf(() -> statement.executeQuery("nonsense"))).isEqualTo("42000");
      assertThat(statement.isClosed()).isFalse();
      assertThat(statement.getResultSet()).isNull();
    }
    assertThat(run(statement).next()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void generatedKeysBelongToTheStatementAndEndNothing(boolean isPrepared) throws SQLException {
    final Statement statement = completed(isPrepared);
    try (ResultSet early = statement.getGeneratedKeys()) {
      assertThat(early.getStatement()).isSameAs(statement);
      assertThat(early.isBeforeFirst()).isFalse();
      assertThat(early.next()).isFalse();
      assertThat(early.getMetaData().getColumnCount()).isZero();
    }
    assertThat(statement.isClosed()).isFalse();
    final ResultSet result = run(statement);
    final ResultSet keys = statement.getGeneratedKeys();
    assertThat(statement.getResultSet()).isSameAs(result);
    assertThat(result.next()).isTrue();
    result.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(keys.isClosed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutAnyRunThereIsNeitherResultNorCount(boolean isPrepared) throws SQLException {
    try (Statement statement = statement(isPrepared)) {
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
      assertThat(statement.getResultSet()).isNull();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
    try (ResultSet schemas = connection.getMetaData().getSchemas()) {
      assertThat(schemas.getStatement().getUpdateCount()).isEqualTo(-1);
      assertThat(schemas.getStatement().getResultSet()).isSameAs(schemas);
      assertThat(schemas.getStatement().getMoreResults()).isFalse();
      assertThat(schemas.isClosed()).isTrue();
    }
  }
}
