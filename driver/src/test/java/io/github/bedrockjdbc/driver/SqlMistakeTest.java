package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of statements say where, what, and what would do. */
class SqlMistakeTest {
  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // names
        "SELECT statsu FROM jobs | 42S22 | line 1, column 8: column 'statsu' not found in table 'jobs'; did you mean 'status'?",
        "SELECT j.statsu FROM jobs j | 42S22 | line 1, column 10: column 'statsu' not found in table 'jobs'; did you mean 'status'?",
        "SELECT nosuch FROM jobs | 42S22 | line 1, column 8: column 'nosuch' not found in table 'jobs'",
        "SELECT 1 FROM jobs ORDER BY submit_tme | 42S22 | line 1, column 29: column 'submit_tme' not found in table 'jobs'; did you mean 'submit_time'?",
        "SELECT totl FROM (SELECT SUM(total_records) AS total FROM jobs) t | 42S22 | line 1, column 8: column 'totl' not found in table 'jobs'; did you mean 'total'?",
        "SELECT statsu FROM jobs, api_calls | 42S22 | line 1, column 8: column 'statsu' not found; did you mean 'status'?",
        "SELECT * FROM job | 42S02 | line 1, column 15: table 'job' not found; did you mean 'jobs'?",
        "SELECT * FROM bedrock.job | 42S02 | line 1, column 15: table 'job' not found; did you mean 'jobs'?",
        "SELECT * FROM nosuch | 42S02 | line 1, column 15: table 'nosuch' not found",
        "SELECT * FROM bedrok.jobs | 42S02 | line 1, column 15: schema 'bedrok' not found; did you mean 'bedrock'?",
        "SELECT lowr(status) FROM jobs | 42000 | line 1, column 8: function 'lowr' not found; did you mean 'LOWER'?",
        "SELECT DATE_TRUNK('day', submit_time) FROM jobs | 42000 | line 1, column 8: function 'DATE_TRUNK' not found; did you mean 'DATE_TRUNC'?",
        "SELECT {fn UPCASE('a')} | 42000 | line 1, column 8: function 'UPCASE' not found; did you mean 'UCASE'?",
        // syntax
        "selec 1 | 42000 | line 1, column 1: a statement begins with SELECT, WITH, VALUES or EXPLAIN, not 'selec'; did you mean 'SELECT'?",
        "SELECT * FROM [bedrock].[jobs] | 42000 | line 1, column 15: found '[', expected a name"
            + " or '('; names are quoted with double quotes, such as \"jobs\"",
        "SELECT * FROM `jobs` | 42000 | line 1, column 15: found '`'; names are quoted with"
            + " double quotes, such as \"jobs\"",
        "SELECT FROM jobs | 42000 | line 1, column 8: found 'FROM', expected an expression or '('",
        "SELECT order FROM jobs | 42000 | line 1, column 8: found 'order', expected an expression or '('; as a name, write \"order\"",
        "SELECT * FROM jobs WHERE | 42000 | line 1, column 24: the statement is incomplete,"
            + " expected an expression or '('",
        "SELECT * FROM jobs ORDER status | 42000 | line 1, column 26: found 'status', expected 'BY'",
        "SELECT 'it''s', 'x | 42000 | line 1, column 17: the quote ' is not closed",
        "SELECT \"x FROM jobs | 42000 | line 1, column 8: the quote \" is not closed",
        "SELECT 1 /* x | 42000 | line 1, column 14: a comment is not closed",
        "~~ | 42000 | The statement is empty",
        "-- nothing | 42000 | The statement is empty",
        "SHOW TABLES | 42000 | Tables and columns are listed with SELECT * FROM information_schema.tables, and information_schema.columns",
        // types and values
        "SELECT status FROM jobs WHERE total_records | 42000 | line 1, column 31: WHERE clause must be a condition",
        "SELECT DATE_TRUNC('fortnight', submit_time) FROM jobs | 42000 | line 1, column 19: the"
            + " unit of DATE_TRUNC must be one of 'second', 'minute', 'hour', 'day', 'week',"
            + " 'month', 'quarter', 'year', 'decade', 'century', 'millennium', not 'fortnight'",
        "SELECT DATE_TRUNC(status, submit_time) FROM jobs | 42000 | line 1, column 19: the unit"
            + " of DATE_TRUNC must be one of 'second', 'minute', 'hour', 'day', 'week',"
            + " 'month', 'quarter', 'year', 'decade', 'century', 'millennium', not status",
        "SELECT * FROM jobs WHERE submit_time > 'x' | 22007 | line 1, column 40: Invalid TIMESTAMP value 'x': write it as '2026-03-08' or '2026-03-08 05:00:00.123'",
        "SELECT total_records/0 FROM jobs | 22012 | Division by zero",
        "SELECT CAST(status AS INTEGER) FROM jobs WHERE status = 'Failed' | 22018 | The text 'Failed' is not a whole number",
        "SELECT (total_records + 1) * 9223372036854775807 FROM jobs WHERE total_records = 1 | 22003 | A number does not fit into BIGINT: cast to DECIMAL or DOUBLE before",
        "SELECT timeout_hours * 2147483647 FROM jobs | 22003 | A number does not fit into INTEGER: cast to BIGINT before",
        "SELECT -(total_records - 9223372036854775807 - 1) FROM jobs WHERE total_records = 0 | 22003 | A number does not fit into BIGINT: cast to DECIMAL or DOUBLE before",
        "SELECT job_id FROM jobs LIMIT 9223372036854775808 | 22003 | line 1, column 31: a row"
            + " count is at most 9223372036854775807, not 9223372036854775808",
        "SELECT job_id FROM jobs OFFSET 99999999999999999999 | 22003 | line 1, column 32: a row"
            + " count is at most 9223372036854775807, not 99999999999999999999",
        "SELECT {fn CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', submit_time)} FROM jobs | 42000 | line 1, column 8: function 'CONVERT_TIMEZONE' not found",
      })
  void sayWhereAndWhat(String sql, String state, String message) {
    final SQLException failure = Answered.failureOf(connection, sql == null ? "" : sql);
    assertThat(failure.getMessage()).isEqualTo(message);
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(message).doesNotContain("Exception", "org.", "java.", "From line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO jobs SELECT * FROM jobs",
        "INSERT INTO nosuch VALUES (1)",
        "UPDATE jobs SET status = 'Stopped'",
        "DELETE FROM jobs",
        "(DELETE FROM jobs)",
        "WITH f AS (SELECT 1) DELETE FROM jobs",
        "MERGE INTO jobs USING jobs j ON 1 = 1 WHEN MATCHED THEN UPDATE SET status = 'x'",
        "CREATE TABLE t (i INT)",
        "CREATE TABLE t AS SELECT * FROM jobs",
        "DROP TABLE jobs",
        "ALTER TABLE jobs ADD x INT",
        "ALTER SESSION SET x = 1",
        "TRUNCATE TABLE jobs",
        "GRANT SELECT ON jobs TO someone",
        "REVOKE SELECT ON jobs FROM someone",
        "SELECT * FROM jobs FOR UPDATE",
        "SELECT * INTO t FROM jobs",
        "EXPLAIN PLAN FOR DELETE FROM jobs",
        "EXPLAIN PLAN FOR CREATE TABLE t (i INT)",
        "/* first */ delete from jobs -- last",
      })
  void writesAreRefusedAsSuch(String sql) {
    final SQLException failure = Answered.failureOf(connection, sql);
    assertThat(failure.getSQLState()).isEqualTo("25006");
    assertThat(failure.getMessage())
        .startsWith("The driver is read-only: jobs can be queried, but ")
        .endsWith(" would modify data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT job_id FROM jobs -- for update",
        "SELECT 'for update' FROM jobs",
        "SELECT TRUNCATE(1.5, 0), REPLACE('a', 'b', 'c') FROM jobs",
        "SELECT job_id AS \"delete\" FROM jobs",
      })
  void whatOnlyLooksLikeAWriteRuns(String sql) throws SQLException {
    assertThat(Answered.to(connection, sql).rows()).hasSize(6);
  }
}
