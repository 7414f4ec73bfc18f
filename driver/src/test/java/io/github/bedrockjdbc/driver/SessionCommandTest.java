package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements about transactions and the session: what they say holds, or they are refused. */
class SessionCommandTest {
  private static BedrockEmulator emulator;
  private static Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    emulator = KnownJobs.emulator();
    connection = DriverManager.getConnection(Urls.of(emulator));
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    assertThat(emulator.log().requests()).isEmpty();
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit",
        "\uFEFFcommit",
        "COMMIT;",
        " /* done */ commit work ; -- really",
        "COMMIT TRANSACTION",
        "COMMIT AND NO CHAIN",
        "end",
        "rollback;",
        "ROLLBACK WORK AND CHAIN",
        "abort",
        "begin",
        "BEGIN;",
        "BEGIN TRANSACTION READ ONLY",
        "begin isolation level read committed, read only",
        "BEGIN ISOLATION LEVEL READ UNCOMMITTED READ WRITE NOT DEFERRABLE",
        "start transaction",
        "START TRANSACTION READ ONLY, DEFERRABLE",
        "SET TRANSACTION READ ONLY",
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "SET CONSTRAINTS ALL DEFERRED",
        "SET extra_float_digits = 3",
        "SET application_name = 'a report'",
        "SET application_name TO ''",
        "SET SESSION client_encoding TO 'UTF8'",
        "set client_encoding = utf8",
        "SET NAMES 'utf-8'",
        "SET DateStyle TO ISO, MDY",
        "SET DATESTYLE TO 'ISO'",
        "SET TIME ZONE 'UTC'",
        "SET TimeZone = 'Etc/UTC'",
        "SET LOCAL statement_timeout = 0",
        "SET search_path TO bedrock",
        "SET search_path = 'bedrock'",
        "SET search_path = \"bedrock\"",
        "SET SCHEMA 'bedrock'",
        "USE bedrock",
        "SET standard_conforming_strings = on",
        "SET autocommit = 0",
        "SET client_min_messages TO warning",
        "SET statement_timeout TO DEFAULT",
        "RESET ALL",
        "RESET statement_timeout",
        "DISCARD ALL",
        "DEALLOCATE ALL",
        "DEALLOCATE PREPARE ALL",
        "CLOSE ALL",
        "UNLISTEN *",
      })
  void isAcceptedAndDoesNothing(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute(sql)).isFalse();
      assertThat(statement.getResultSet()).isNull();
      assertThat(statement.getUpdateCount()).isZero();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.executeUpdate(sql)).isZero();
      assertThat(statement.getUpdateCount()).isZero();
      assertThatThrownBy(() -> statement.executeQuery(sql))
          .hasMessage("The statement returns no rows: use execute")
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("07003");
      assertThat(statement.executeQuery("VALUES 1").next()).isTrue();
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(statement.getMetaData()).isNull();
      assertThat(statement.getParameterMetaData().getParameterCount()).isZero();
      for (int i = 0; i < 2; i++) {
        assertThat(statement.execute()).isFalse();
        assertThat(statement.getUpdateCount()).isZero();
        assertThat(statement.executeUpdate()).isZero();
      }
      assertThatThrownBy(statement::executeQuery).hasMessageContaining("returns no rows");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHOW TRANSACTION ISOLATION LEVEL | transaction_isolation | read committed",
        "show transaction_isolation; | transaction_isolation | read committed",
        "SHOW transaction_read_only | transaction_read_only | on",
        "SHOW TIME ZONE | timezone | UTC",
        "SHOW TimeZone | timezone | UTC",
        "SHOW search_path | search_path | bedrock",
        "SHOW standard_conforming_strings | standard_conforming_strings | on",
        "SHOW client_encoding | client_encoding | UTF8",
        "SHOW statement_timeout | statement_timeout | 0",
      })
  void isShownAsARow(String sql, String column, String value) throws SQLException {
    final Answered answered = Answered.to(connection, sql);
    assertThat(answered.rows()).containsExactly(value);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(statement.getMetaData().getColumnLabel(1)).isEqualTo(column);
      assertThat(statement.execute()).isTrue();
      assertThatThrownBy(statement::executeUpdate).hasMessageContaining("use executeQuery");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET TIME ZONE 'America/St_Johns' | 22023 | timezone is always UTC, and cannot be set to 'America/St_Johns'",
        "SET client_encoding = 'LATIN1' | 22023 | client_encoding is always UTF8, and cannot be set to 'LATIN1'",
        "SET statement_timeout = 5000 | 22023 | statement_timeout is always 0, and cannot be set to '5000': use Statement.setQueryTimeout",
        "SET search_path TO public | 3F000 | search_path is always bedrock, and cannot be set to 'PUBLIC'",
        "USE mysql | 3F000 | search_path is always bedrock, and cannot be set to 'MYSQL'",
        "SET SCHEMA 'x' | 3F000 | search_path is always bedrock, and cannot be set to 'x'",
        "SET search_pth = bedrock | 42000 | There is no setting 'search_pth'; did you mean search_path?",
        "SHOW server_version | 42000 | There is no setting 'server_version'",
        "RESET nothing_known | 42000 | There is no setting 'nothing_known'",
        "BEGIN ISOLATION LEVEL SERIALIZABLE | 42000 | There are no transactions",
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ | 42000 | There are no transactions",
        "COMMIT PREPARED 'x' | 42000 | is not understood",
        "SAVEPOINT a | 0A000 | Savepoints are not supported",
        "ROLLBACK TO SAVEPOINT a | 0A000 | Savepoints are not supported",
        "RELEASE a | 0A000 | Savepoints are not supported",
        "SHOW TABLES | 42000 | SELECT * FROM information_schema.tables",
        "DESCRIBE jobs | 42000 | information_schema.columns",
        "BEGIN; SELECT 1 | 42000 | Only one statement is allowed",
        "COMMIT; COMMIT | 42000 | Only one statement is allowed",
        "COMMIT 'x | 42000 | the quote ' is not closed",
      })
  void isRefusedWhereItWouldNotHold(String sql, String state, String text) throws SQLException {
    assertThatThrownBy(() -> connection.prepareStatement(sql).close())
        .hasMessageContaining(text)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo(state);
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(text);
      assertThatThrownBy(() -> statement.executeUpdate(sql)).hasMessageContaining(text);
    }
  }
}
