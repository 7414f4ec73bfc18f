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

/** No value grows without end, and what is made of a long one takes no time without end. */
class GreatestTextTest {
  private static final String DOUBLED_TEN_TIMES =
      "SELECT t||t FROM (SELECT t||t t FROM (SELECT t||t t FROM (SELECT t||t t FROM (SELECT t||t t"
          + " FROM (SELECT t||t t FROM (SELECT t||t t FROM (SELECT t||t t FROM (SELECT t||t t FROM"
          + " (SELECT %s t FROM jobs)))))))))";

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(50);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT LPAD('x', 2000000000, 'y')",
        "SELECT RPAD(job_name, 2000000000, job_name) FROM jobs",
        "SELECT REPEAT(job_name, 2000000000) FROM jobs",
        "SELECT REPEAT(job_name, 9223372036854775807) FROM jobs",
        "SELECT REPLACE(REPEAT('a', 9000000), 'a', job_name) FROM jobs",
        "SELECT REGEXP_REPLACE(REPEAT('a', 9000), '.*', REPEAT('\\&', 9000)) FROM jobs",
        "SELECT REPEAT(job_name, 200000) || REPEAT(job_name, 200000) FROM jobs",
        "SELECT REPEAT('x', 6000000) || REPEAT('x', 6000000)",
        "SELECT CONCAT(REPEAT('x', 6000000), REPEAT('x', 6000000))",
        "SELECT UPPER(REPEAT('\u00df', 6000000))",
        "SELECT OVERLAY(REPEAT('x', 6000000) PLACING REPEAT('y', 6000000) FROM 3 FOR 0)",
        "SELECT LISTAGG(REPEAT(job_name, 100000)) FROM jobs",
        "SELECT LISTAGG(status, REPEAT(job_name, 100000)) FROM jobs",
        "SELECT JSON_ARRAYAGG(REPEAT(job_name, 100000)) FROM jobs",
        "SELECT JSON_OBJECTAGG(job_arn VALUE REPEAT(job_name, 100000)) FROM jobs",
        "SELECT JSON_OBJECT('a': CAST(JSON_OBJECT('a': CAST(JSON_OBJECT('a': REPEAT('\"', 2000000))"
            + " AS VARCHAR) || '') AS VARCHAR) || '')",
        "SELECT TO_CHAR(submit_time, REPEAT('YYYY', 1000000)) FROM jobs",
        "SELECT TO_TIMESTAMP('2026', REPEAT('YYYY', 1000000))",
        "SELECT CAST(REPEAT('9', 9000000) AS DECIMAL(19, 2))",
        "SELECT CAST(REPEAT('9', 9000000) || 'x' AS DOUBLE)",
        "SELECT CAST(REPEAT('9', 9000000) || 'x' AS BIGINT)"
      })
  void whatWouldBeLongerIsRefused(String sql) {
    final SQLException refusal = Answered.failureOf(connection, sql);
    assertThat(refusal.getSQLState()).as(refusal.getMessage()).isEqualTo("54000");
    assertThat(refusal.getMessage()).contains("at most");
    assertThat(refusal.getMessage().length()).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REPEAT(job_name, 1000)", "REPEAT('x', 20000)"})
  void doublingEndsAtTheLimit(String begin) {
    assertThat(Answered.failureOf(connection, DOUBLED_TEN_TIMES.formatted(begin)).getSQLState())
        .isEqualTo("54000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "LENGTH(REPEAT('x', 10000000)) # 10000000",
        "LENGTH(REPEAT('x', 5000000) || REPEAT('x', 5000000)) # 10000000",
        "CAST('1e-99999999' AS DECIMAL(19, 2)) # 0.00",
        "REPEAT('a', 60) LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b' # false",
        "REPEAT('a', 60) LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a' # true",
        "REPEAT('A', 60) ILIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b' # false",
        "LENGTH(TRANSLATE(REPEAT('x', 500000), REPEAT('y', 500000) || 'x', 'ab')) # 0",
        "STRPOS(REPEAT('a', 3000000) || 'b', REPEAT('a', 300000) || 'b') # 2700001",
        "LENGTH(REPLACE(REPEAT('a', 3000000), REPEAT('a', 300000) || 'b', 'c')) # 3000000",
        "SPLIT_PART(REPEAT('a', 3000000), REPEAT('a', 300000) || 'b', 2) # ``",
        "INSTR(REPEAT('a', 3000000), REPEAT('a', 300000), 1, 1000000) # 1000000",
      })
  void whatTookTimeWithoutEndIsQuick(String expression, String value) throws SQLException {
    assertThat(Answered.to(connection, "SELECT " + expression).rows()).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SELECT CAST('1e99999999' AS DECIMAL(19, 2)) # 22003",
        "SELECT CAST('1e999999999' AS DOUBLE) # 22003",
        "SELECT CAST(REPEAT('9', 9000000) AS DATE) # 22007",
        "SELECT CAST(REPEAT('9', 9000000) || 'x' AS TIMESTAMP) # 22007",
        "SELECT CAST(REPEAT('9', 9000000) || 'x' AS BOOLEAN) # 22018",
        "SELECT JSON_VALUE('{}', '$[?(@.a =~ /(a|aa)+b/)]') # 22023",
        "SELECT JSON_QUERY('{}', '$..*..*..*') # 22023",
        "SELECT JSON_EXISTS('{}', status || '$..*..*') FROM jobs # 22023",
      })
  void whatHasNoValueIsRefusedAtOnce(String sql, String state) {
    final SQLException refusal = Answered.failureOf(connection, sql);
    assertThat(refusal.getSQLState()).as(refusal.getMessage()).isEqualTo(state);
    assertThat(refusal.getMessage().length()).isLessThan(1200);
  }
}
