package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Failures;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients say of transactions, sessions and results before they ask for anything. */
class ConnectionTest {
  private static final String SQL = "SELECT job_arn FROM jobs";

  @AutoClose private final BedrockEmulator emulator = Urls.emulatorWith(5);
  @AutoClose private final Connection connection = Urls.connect(emulator);

  @Test
  void autoCommitIsRememberedAndCommitDoesNothing() throws SQLException {
    assertThat(connection.getAutoCommit()).isTrue();
    for (boolean on : new boolean[] {true, false, true}) {
      connection.setAutoCommit(on);
      assertThat(connection.getAutoCommit()).isEqualTo(on);
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(SQL)) {
        assertThat(result.next()).isTrue();
        connection.commit();
        connection.rollback();
        assertThat(result.next()).isTrue();
      }
    }
  }

  @Test
  void itIsReadOnlyWhateverIsSet() throws SQLException {
    assertThat(connection.isReadOnly()).isTrue();
    connection.setReadOnly(false);
    assertThat(connection.isReadOnly()).isTrue();
    connection.setReadOnly(true);
    assertThat(connection.isReadOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void isolationLevelsThatHoldAreKept(int level) throws SQLException {
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    assertThat(connection.getMetaData().supportsTransactionIsolationLevel(level)).isTrue();
    connection.setTransactionIsolation(level);
    assertThat(connection.getTransactionIsolation()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 4, 5, 8, 16})
  void otherIsolationLevelsAreRefused(int level) throws SQLException {
    assertThat(connection.getMetaData().supportsTransactionIsolationLevel(level)).isFalse();
    assertThat(Failures.stateOf(() -> connection.setTransactionIsolation(level)))
        .isEqualTo("HY024");
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT})
  void eitherHoldabilityIsKept(int holdability) throws SQLException {
    assertThat(connection.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    connection.setHoldability(holdability);
    assertThat(connection.getHoldability()).isEqualTo(holdability);
    try (Statement statement = connection.createStatement(1003, 1007, holdability);
        PreparedStatement prepared = connection.prepareStatement(SQL, 1003, 1007, holdability);
        ResultSet result = prepared.executeQuery()) {
      assertThat(statement.getResultSetHoldability()).isEqualTo(holdability);
      assertThat(prepared.getResultSetHoldability()).isEqualTo(holdability);
      assertThat(result.getHoldability()).isEqualTo(holdability);
      assertThat(Answered.texts(statement.getWarnings())).isEmpty();
      assertThat(Answered.rows(statement.executeQuery(SQL))).hasSize(5);
    }
    assertThat(Failures.stateOf(() -> connection.setHoldability(7))).isEqualTo("HY024");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "1003, 1007, 1003, 0",
        "1004, 1007, 1004, 0",
        "1005, 1007, 1004, 1",
        "1003, 1008, 1003, 1",
        "1004, 1008, 1004, 1",
        "1005, 1008, 1004, 2"
      })
  void whatIsNotGivenAsAskedForIsAWarning(int type, int concurrency, int given, int changes)
      throws SQLException {
    for (boolean isPrepared : new boolean[] {false, true}) {
      connection.clearWarnings();
      try (Statement statement =
              isPrepared
                  ? connection.prepareStatement(SQL, type, concurrency)
                  : connection.createStatement(type, concurrency);
          Statement another = connection.createStatement(type, concurrency)) {
        for (SQLWarning head :
            Arrays.asList(
                statement.getWarnings(), another.getWarnings(), connection.getWarnings())) {
          assertThat(Answered.texts(head)).hasSize(changes);
          assertThat(head == null || head.getSQLState().equals("01S02")).isTrue();
        }
        assertThat(statement.getResultSetType()).isEqualTo(given);
        assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
        try (ResultSet result =
            statement instanceof PreparedStatement prepared
                ? prepared.executeQuery()
                : statement.executeQuery(SQL)) {
          assertThat(result.getType()).isEqualTo(given);
          assertThat(result.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"99, 1007, 1", "1003, 99, 1", "1003, 1007, 99", "0, 0, 0", "-1, -1, -1"})
  void optionsThatThereAreNotAreRefused(int type, int concurrency, int holdability) {
    assertThat(
            List.of(
                Failures.stateOf(() -> connection.createStatement(type, concurrency, holdability)),
                Failures.stateOf(
                    () -> connection.prepareStatement(SQL, type, concurrency, holdability))))
        .containsOnly("HY024");
  }

  @Test
  void abortClosesAndNeedsAnExecutor() throws SQLException {
    final Statement statement = connection.createStatement();
    assertThat(Failures.stateOf(() -> connection.abort(null))).isEqualTo("HY024");
    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
    assertThat(statement.isClosed()).isTrue();
    connection.abort(Runnable::run);
    assertThatExceptionOfType(SQLNonTransientConnectionException.class)
        .isThrownBy(connection::createStatement)
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08003"));
  }

  @Test
  void clientInfoIsKeptAndUnknownNamesAreWarnedOf() throws SQLException {
    connection.setClientInfo("ApplicationName", "DBeaver");
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("DBeaver");
    assertThat(connection.getClientInfo()).containsExactly(Map.entry("ApplicationName", "DBeaver"));
    assertThat(connection.getClientInfo("Nope")).isNull();
    assertThat(connection.getWarnings() == null).isTrue();
    final Properties more = new Properties();
    more.setProperty("ClientUser", "ada");
    more.setProperty("Nope", "x");
    connection.setClientInfo(more);
    assertThat(connection.getClientInfo()).containsExactly(Map.entry("ClientUser", "ada"));
    assertThat(connection.getWarnings().getMessage())
        .isEqualTo(
            "Unknown client information Nope is ignored; known: [ApplicationName,"
                + " ClientHostname, ClientUser]");
    assertThat(connection.getWarnings().getSQLState()).isEqualTo("01000");
    connection.clearWarnings();
    connection.setClientInfo("ClientUser", null);
    assertThat(connection.getClientInfo()).isEmpty();
    connection.setClientInfo(null, "x");
    assertThat(connection.getWarnings().getMessage()).contains("information null is");
    connection.close();
    assertThatExceptionOfType(SQLClientInfoException.class)
        .isThrownBy(() -> connection.setClientInfo("ClientUser", "x"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08003"));
  }

  @Test
  void clientInfoHasTheGreatestLengthThatMetadataSays() throws SQLException {
    try (ResultSet known = connection.getMetaData().getClientInfoProperties()) {
      while (known.next()) {
        final String name = known.getString("NAME");
        final String longest = "x".repeat(known.getInt("MAX_LEN"));
        connection.setClientInfo(name, longest);
        final Properties tooLong = new Properties();
        tooLong.setProperty(name, longest + "x");
        tooLong.setProperty("ClientUser".equals(name) ? "ApplicationName" : "ClientUser", "ada");
        assertThatExceptionOfType(SQLClientInfoException.class)
            .isThrownBy(() -> connection.setClientInfo(tooLong))
            .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("HY024"))
            .satisfies(
                e ->
                    assertThat(e.getFailedProperties())
                        .containsExactly(Map.entry(name, ClientInfoStatus.REASON_VALUE_TRUNCATED)));
        assertThatExceptionOfType(SQLClientInfoException.class)
            .isThrownBy(() -> connection.setClientInfo(name, longest + "x"));
        assertThat(connection.getClientInfo()).containsExactly(Map.entry(name, longest));
        connection.setClientInfo(name, null);
      }
    }
  }

  @Test
  void thereIsOneSchemaAndNoCatalog() throws SQLException {
    assertThat(connection.getSchema()).isEqualTo("bedrock");
    connection.setSchema("BEDROCK");
    assertThat(connection.getSchema()).isEqualTo("bedrock");
    assertThat(Failures.stateOf(() -> connection.setSchema("other"))).isEqualTo("3F000");
    assertThat(Failures.stateOf(() -> connection.setSchema(null))).isEqualTo("3F000");
    connection.setCatalog("whatever");
    assertThat(connection.getCatalog()).isNull();
  }

  @Test
  void typeMapIsKeptAndEscapesAreNative() throws SQLException {
    final Map<String, Class<?>> map = connection.getTypeMap();
    assertThat(map).isEmpty();
    map.put("bedrock.x", String.class);
    assertThat(connection.getTypeMap()).isEmpty();
    connection.setTypeMap(map);
    assertThat(connection.getTypeMap()).containsExactly(Map.entry("bedrock.x", String.class));
    map.clear();
    assertThat(connection.getTypeMap()).hasSize(1);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 5")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getObject(1, connection.getTypeMap())).isEqualTo(5);
    }
    connection.setTypeMap(null);
    assertThat(connection.getTypeMap()).isEmpty();
    final String sql = "SELECT {fn UCASE('x')}, {d '2026-03-08'}";
    final String resolved = connection.nativeSQL(sql);
    assertThat(Queries.run(connection, resolved)).isEqualTo(Queries.run(connection, sql));
  }

  @Test
  void whatThereIsNotIsNotSupported() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> connection.prepareCall("{call x()}"),
            () -> connection.prepareCall("{call x()}", 1003, 1007),
            () -> connection.setSavepoint(),
            () -> connection.setSavepoint("x"),
            () -> connection.releaseSavepoint(null),
            () -> connection.rollback(null),
            () -> connection.createBlob(),
            () -> connection.createClob(),
            () -> connection.createNClob(),
            () -> connection.createSQLXML(),
            () -> connection.createArrayOf("VARCHAR", new Object[0]),
            () -> connection.createStruct("x", new Object[0]))) {
      assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
          .isThrownBy(call)
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
    }
  }

  @Test
  void wrapsNothingButItself() throws SQLException {
    assertThat(connection.isWrapperFor(Connection.class)).isTrue();
    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
    assertThat(connection.isWrapperFor(String.class)).isFalse();
    assertThat(Failures.stateOf(() -> connection.unwrap(String.class))).isEqualTo("HY024");
    try (Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement(SQL)) {
      assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
      assertThat(prepared.unwrap(PreparedStatement.class)).isSameAs(prepared);
      assertThat(Failures.stateOf(() -> statement.unwrap(String.class))).isEqualTo("HY024");
      assertThat(Failures.stateOf(() -> prepared.unwrap(String.class))).isEqualTo("HY024");
    }
  }

  @Test
  void warningsOfTheConnectionAreCleared() throws SQLException {
    assertThat(Answered.texts(connection.getWarnings())).isEmpty();
    final Properties own = new Properties();
    own.setProperty("clientProgram", "x");
    try (Connection warned = DriverManager.getConnection(Urls.of(emulator), own)) {
      assertThat(warned.getWarnings().getSQLState()).isEqualTo("01000");
      assertThat(warned.getWarnings().getMessage()).contains("'clientProgram'");
      warned.clearWarnings();
      assertThat(Answered.texts(warned.getWarnings())).isEmpty();
    }
  }

  @Test
  void metadataIsReadWhileAResultIsOpen() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SQL)) {
      assertThat(result.next()).isTrue();
      try (ResultSet columns = connection.getMetaData().getColumns(null, null, "jobs", null)) {
        while (columns.next()) {
          assertThat(columns.getString("COLUMN_NAME")).isNotEmpty();
        }
      }
      assertThat(result.next()).isTrue();
    }
    assertThat(emulator.log().requests()).hasSize(1);
  }
}
