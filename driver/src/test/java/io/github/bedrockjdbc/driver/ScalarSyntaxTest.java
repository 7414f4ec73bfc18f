package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Casts, intervals, zones and escapes as clients write them: the same as in other words. */
class ScalarSyntaxTest {
  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(400);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @AutoClose
  private static final Connection withoutPushdown = Urls.connect(emulator, ";pushdown=false");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "submit_time::date = DATE '2026-08-01' ~ CAST(submit_time AS DATE) = DATE '2026-08-01'",
        "status::text::varchar(6) = 'Failed' ~ CAST(status AS VARCHAR(6)) = 'Failed'",
        "timeout_hours::bigint::text LIKE '2%' ~ CAST(timeout_hours AS VARCHAR) LIKE '2%'",
        "NOT (status = 'Failed')::boolean ~ status <> 'Failed'",
        "(SELECT COUNT(*)::int FROM jobs) > 1 ~ TRUE",
        "CASE WHEN status = 'Failed' THEN 1 ELSE 0 END::text = '1' ~ status = 'Failed'",
        "submit_time > TIMESTAMP '2026-08-01 00:00:00' - INTERVAL '1 day 12:00' ~"
            + " submit_time > TIMESTAMP '2026-07-30 12:00:00'",
        "submit_time > TIMESTAMP '2026-08-01 00:00:00' - '1 week'::interval ~"
            + " submit_time > TIMESTAMP '2026-07-25 00:00:00'",
        "submit_time > TIMESTAMP '2026-08-01 00:00:00' - CAST('2 mons' AS INTERVAL) ~"
            + " submit_time > TIMESTAMP '2026-06-01 00:00:00'",
        "end_time - submit_time > INTERVAL '1 hour' ~"
            + " end_time > submit_time + INTERVAL '1' HOUR",
        "EXTRACT(EPOCH FROM end_time - submit_time) > 3600 ~"
            + " end_time > submit_time + INTERVAL '1' HOUR",
        "EXTRACT(DOW FROM submit_time) = 0 ~ {fn DAYOFWEEK(submit_time)} = 1",
        "DATE_PART('hour', submit_time AT TIME ZONE 'asia/tokyo') ="
            + " MOD(EXTRACT(HOUR FROM submit_time) + 9, 24) ~ TRUE",
        "submit_time AT TIME ZONE 'UTC' = submit_time ~ TRUE",
        "status = _UTF8'Failed' ~ status = 'Failed'",
        "status = _ISO-8859-1'Failed' COLLATE \"C\" ~ status = 'Failed'",
        "status = U&'F\\0061iled' ~ status = 'Failed'",
        "CAST(status AS VARCHAR(20) CHARACTER SET \"UTF-16LE\") = 'Failed' ~ status = 'Failed'",
        "STRPOS(job_name, 'a') > 0 ~ job_name LIKE '%a%'",
        "{fn locate('a', job_name)} > 0 ~ job_name LIKE '%a%'",
        "{fn Length(job_name)} = {fn CHAR_LENGTH(job_name)} ~ TRUE",
        "STARTS_WITH(job_name, 'n') ~ job_name LIKE 'n%'",
        "{fn CONCAT(message, 'x')} IS NULL ~ message IS NULL",
        "TRIM(TRAILING FROM ' a ') = ' a' ~ TRUE",
        "message ISNULL AND NOT job_name ISNULL ~ message IS NULL",
        "submit_time < TIMESTAMP '2026-08-01 00:00:00' - INTERVAL '0.5' SECOND ~"
            + " submit_time < TIMESTAMP '2026-07-31 23:59:59.500'",
        "submit_time < timestamptz '2026-08-01 01:00:00+01' ~"
            + " submit_time < TIMESTAMP WITH TIME ZONE '2026-08-01 00:00:00'",
        "GREATEST(submit_time, DATE '2026-08-01', '2026-07-01') = DATE '2026-08-01' ~"
            + " submit_time <= DATE '2026-08-01'",
        "job_arn IN (SELECT job_arn FROM (TABLE jobs LIMIT 7) t) ~"
            + " job_arn IN (SELECT job_arn FROM jobs LIMIT 7)",
        "submit_time <= TIMESTAMP '2026-08-01T00:00:00.0004Z' ~"
            + " submit_time <= TIMESTAMP '2026-08-01 00:00:00'",
        "submit_time <= {ts '2026-07-31 23:59:59.9995'} ~ submit_time <= DATE '2026-08-01'",
        "CAST(submit_time AS TIME) >= TIME '12:30' ~"
            + " CAST(submit_time AS TIME) >= {t '12:29:59.9999'}",
        "REGEXP_LIKE(job_name, '^n') ~ job_name LIKE 'n%'",
        "TO_CHAR(submit_time, 'YYYY-MM') = '2026-08' ~"
            + " FLOOR(submit_time TO MONTH) = TIMESTAMP '2026-08-01 00:00:00'",
        "GREATEST(submit_time, end_time) = submit_time ~ end_time IS NULL OR end_time <= submit_time",
        "CONCAT(message, 'x') = 'x' ~ message IS NULL OR message = ''",
        "date(submit_time) = DATE '2026-08-01' ~ CAST(submit_time AS DATE) = DATE '2026-08-01'",
      })
  void meansTheSame(String written, String plain) throws SQLException {
    final List<String> expected = names(withoutPushdown, plain);
    assertThat(names(connection, written)).isEqualTo(expected);
    assertThat(names(withoutPushdown, written)).isEqualTo(expected);
  }

  private static List<String> names(Connection connection, String where) throws SQLException {
    return Queries.run(connection, "SELECT job_arn FROM jobs WHERE " + where + " ORDER BY job_arn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIRST ROW", "NEXT ROW", "FIRST ROWS", "FIRST 1 ROW"})
  void oneRowIsFetched(String words) throws SQLException {
    assertThat(
            Queries.run(
                connection, "SELECT job_arn FROM jobs ORDER BY job_arn FETCH " + words + " ONLY"))
        .isEqualTo(Queries.run(connection, "SELECT MIN(job_arn) FROM jobs"));
  }

  @Test
  void differencesOfTimesKeepTheirMilliseconds() throws SQLException {
    assertThat(
            Queries.run(
                connection,
                """
                SELECT b - a, a - b, EXTRACT(EPOCH FROM b - a), CAST(b AS DATE) - a
                FROM (VALUES (TIMESTAMP '2026-03-08 05:06:07.123',
                              TIMESTAMP '2026-03-10 06:06:06.5')) v(a, b)"""))
        .containsExactly("+2 00:59:59.377|-2 00:59:59.377|176399.377|+1 18:53:52.877");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "REPEAT(status, 2000000000) ~ 54000 ~ at most 10000000 characters",
        "LPAD(status, 2000000000) ~ 54000 ~ at most 10000000 characters",
        "REPLACE(REPEAT('a', 9000000), 'a', 'bb') ~ 54000 ~ at most 10000000 characters",
        "SUBSTR(status, 1, -1) ~ 22011 ~ must not be negative: -1",
        "SPLIT_PART(status, 'a', 0) ~ 22023 ~ counted from 1",
        "INSTR(status, 'a', 0) ~ 22023 ~ start at 1",
        "OVERLAY(status PLACING 'x' FROM 0) ~ 22011 ~ not at 0",
        "CHR(0) ~ 22023 ~ no character",
        "CHR(55296) ~ 22023 ~ no character",
        "CHR(1114112) ~ 22023 ~ no character",
        "REGEXP_LIKE(status, 'a', 'g') ~ 22023 ~ not valid in REGEXP_LIKE",
        "REGEXP_REPLACE(REPEAT('ab', 100000), '^(a|b)*c', '') ~ 54000 ~ too expensive",
        "REGEXP_LIKE(status, '(') ~ 2201B ~ '(' is not valid",
        "REGEXP_LIKE(REPEAT('ab', 100000), '^(a|b)*c') ~ 54000 ~ too expensive",
        "submit_time AT TIME ZONE '+02:00' ~ 22023 ~ no time zone '+02:00'",
        "submit_time AT TIME ZONE 'Nowhere' ~ 22023 ~ 'Europe/Berlin'",
        "TIMESTAMP '2026-01-01 00:00:00' AT TIME ZONE 'Europe/Berlin' ~ 42000 ~ with its offset",
        "submit_time AT TIME ZONE 'Asia/Tokyo' AT TIME ZONE 'Asia/Seoul' ~ 42000 ~ already",
        "TO_CHAR(submit_time, 'TZH') ~ 22023 ~ no time zone",
        "TO_CHAR(total_records, '999') ~ 42000 ~ TO_CHAR(timestamp, text)",
        "TO_DATE('2026-02-30', 'YYYY-MM-DD') ~ 22007 ~ 2026-02-30",
        "TO_DATE('x', 'YYYY') ~ 22007 ~ not a time of the form",
        "LEFT(status, 1.5) ~ 42000 ~ LEFT(text, whole number)",
        "LPAD(status) ~ 42000 ~ LPAD(text, whole number) or",
        "ASCII(status, 1) ~ 42000 ~ ASCII(text)",
        "LENGTH() ~ 42000 ~ LENGTH takes 1 argument",
        "EXTRACT(foo FROM submit_time) ~ 42000 ~ one of CENTURY",
        "EXTRACT(EPOCH FROM status) ~ 42000 ~ from a time or an interval",
        "INTERVAL '1 month 3 days' ~ 42000 ~ one after the other",
        "INTERVAL 'soon' ~ 42000 ~ INTERVAL '1 day'",
        "0x1F ~ 42000 ~ '0x1F' is no number: write 31",
        "0b101 + 1 ~ 42000 ~ '0b101' is no number: write 5",
        "1_000 ~ 42000 ~ '1_000' is no number: write 1000",
        "1.5e ~ 42000 ~ '1.5e' is no number; write a blank before 'e'",
        "NULL || ARRAY[1] ~ 42000 ~ write the array alone",
        "CAST(CAST(1e308 AS DOUBLE) AS REAL) ~ 22003 ~ does not fit into REAL",
        "CAST(1e-300 AS REAL) ~ 22003 ~ does not fit into REAL",
        "1e-300 * 1e-300 ~ 22003 ~ too near to 0",
        "1e-300 / 1e300 ~ 22003 ~ too near to 0",
        "POWER(1e-300, 2) ~ 22003 ~ too near to 0",
        "EXP(-1000) ~ 22003 ~ too near to 0",
        "CAST('1e-400' AS DOUBLE) ~ 22003 ~ does not fit into DOUBLE",
        "TO_TIMESTAMP('9999-12-31 23:59:59.999999', 'YYYY-MM-DD HH24:MI:SS.US') ~ 22008 ~ once it is rounded",
        "TIME '23:59:59.9996' ~ 22008 ~ between '00:00:00' and '23:59:59.999'",
        "CAST('9999-12-31 23:59:59.9999' AS TIMESTAMP) ~ 22008 ~ 0001 to 9999",
        "INTERVAL '1.9996' SECOND ~ 42000 ~ millisecond precision",
        "INTERVAL '0.1 ms' ~ 42000 ~ millisecond precision",
        "status::jsonb ~ 42000 ~ there is no type 'jsonb'",
        "(status::) ~ 42000 ~ stands a type",
        "status COLLATE \"de_DE\" ~ 42000 ~ COLLATE \"C\"",
        "DATEDIFF(day, submit_time, end_time) ~ 42000 ~ TIMESTAMPDIFF(DAY, from, to)",
        "IF(TRUE, 1, 2) ~ 42000 ~ CASE WHEN",
        "COALESCE() ~ 42000 ~ one argument or more",
        "JSON_VALUE(1, 2) ~ 42000 ~ is a text",
        "JSON_VALUE('x', '$.a' ERROR ON ERROR) ~ 22032 ~ not valid JSON",
        "COLLECT(status) ~ 42000 ~ 'COLLECT' not found",
      })
  void isRefusedWithAWordOnWhatToWrite(String expression, String state, String words) {
    final SQLException refused =
        catchThrowableOfType(
            SQLException.class,
            () -> Queries.run(connection, "SELECT " + expression + " FROM jobs"));
    assertThat(refused.getMessage()).as(expression).contains(words);
    assertThat(refused.getSQLState()).as(expression).isEqualTo(state);
  }
}
