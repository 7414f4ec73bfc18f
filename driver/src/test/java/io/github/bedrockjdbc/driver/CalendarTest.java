package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times stay within the years that SQL can write, and are counted as PostgreSQL counts them. */
class CalendarTest {
  private static final String TIMES =
      "(VALUES (TIMESTAMP '1969-12-30 22:58:57.25', DATE '1969-12-30', INTERVAL '-1250' MONTH(4),"
          + " -INTERVAL '3 4:5:6.789' DAY TO SECOND(3))) %s(t, d, m, i)";

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(1);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "DATE '2026-01-01' - 1 | 2025-12-31",
        "1 + DATE '2026-01-01' | 2026-01-02",
        "DATE '2026-01-01' + -1 | 2025-12-31",
        "DATE '2026-01-10' + INTERVAL '36' HOUR | 2026-01-11 12:00:00.000",
        "DATE '2026-03-01' - DATE '2024-02-29' | 731",
        "CURRENT_DATE - (CURRENT_DATE - 1) | 1",
        "DATE '2026-01-31' + INTERVAL '1' MONTH | 2026-02-28",
        "DATE '2024-02-29' + INTERVAL '1' YEAR | 2025-02-28",
        "TIMESTAMPADD(MONTH, 1, TIMESTAMP '2026-01-31 00:00:00') | 2026-02-28 00:00:00.000",
        "TIMESTAMP '2026-01-01 00:00:00' + INTERVAL '1' DAY * 1.5 | 2026-01-02 12:00:00.000",
        "TIMESTAMP '2026-01-01 00:00:00' + INTERVAL '1' DAY / 4 | 2026-01-01 06:00:00.000",
        "TIMESTAMP '2026-01-01 00:00:00' + 2 * INTERVAL '7' MONTH | 2027-03-01 00:00:00.000",
        "FLOOR(TIMESTAMP '2026-11-29 12:00:00' TO WEEK) | 2026-11-23 00:00:00.000",
        "CEIL(DATE '2026-11-29' TO WEEK) | 2026-11-30",
        "FLOOR(TIMESTAMP '1969-12-25 23:59:59.5' TO WEEK) | 1969-12-22 00:00:00.000",
        "DATE_TRUNC('week', TIMESTAMP '2026-11-29 12:00:00') | 2026-11-23 00:00:00.000",
        "DATE_TRUNC('century', TIMESTAMP '2000-11-29 12:00:00') | 1901-01-01 00:00:00.000",
        "FLOOR(TIMESTAMP '1969-12-31 23:59:59.5' TO SECOND) | 1969-12-31 23:59:59.000",
        "FLOOR(TIMESTAMP '1969-12-31 23:59:59.5' TO DAY) | 1969-12-31 00:00:00.000",
        "FLOOR(TIMESTAMP '1969-11-30 23:59:59.5' TO MONTH) | 1969-11-01 00:00:00.000",
        "DATE_TRUNC('quarter', TIMESTAMP '1969-12-31 23:59:59.999') | 1969-10-01 00:00:00.000",
        "DATE_TRUNC('year', TIMESTAMP '1968-12-31 23:59:59.999') | 1968-01-01 00:00:00.000",
        "DATE_TRUNC('decade', TIMESTAMP '1969-12-31 12:00:00') | 1960-01-01 00:00:00.000",
        "DATE_TRUNC('millennium', TIMESTAMP '1000-12-31 12:00:00') | 0001-01-01 00:00:00.000",
        "FLOOR(t TO MONTH) FROM (VALUES (TIMESTAMP '1969-11-30 12:00:00')) v(t) | 1969-11-01 00:00:00.000",
        "COUNT(*) FROM (VALUES (TIMESTAMP '1969-11-30 12:00:00')) v(t) JOIN (VALUES (TIMESTAMP '1969-11-01 00:00:00')) w(u) ON FLOOR(t TO MONTH) <= u | 1",
        "COUNT(*) FROM (VALUES (TIMESTAMP '1969-11-30 12:00:00'), (TIMESTAMP '1969-10-31 12:00:00')) v(t) JOIN (VALUES (TIMESTAMP '1969-11-01 00:00:00'), (TIMESTAMP '1969-10-01 00:00:00')) w(u) ON FLOOR(t TO MONTH) < u | 1",
        "CEIL(TIMESTAMP '2026-01-01 12:00:00' TO DAY) | 2026-01-02 00:00:00.000",
        "CEIL(TIMESTAMP '2026-01-01 12:00:00' TO MONTH) | 2026-02-01 00:00:00.000",
        "CEIL(TIMESTAMP '2026-01-01 00:00:00' TO MONTH) | 2026-01-01 00:00:00.000",
        "CEIL(TIMESTAMP '1969-12-31 12:00:00' TO QUARTER) | 1970-01-01 00:00:00.000",
        "CEIL(TIMESTAMP '1969-10-01 12:00:00' TO QUARTER) | 1970-01-01 00:00:00.000",
        "CEIL(t TO YEAR) FROM (VALUES (TIMESTAMP '2026-01-01 00:00:00.001')) v(t) | 2027-01-01 00:00:00.000",
        "CEIL(TIMESTAMP '2020-01-01 00:00:01' TO DECADE) | 2030-01-01 00:00:00.000",
        "CEIL(TIMESTAMP '2001-01-01 00:00:01' TO CENTURY) | 2101-01-01 00:00:00.000",
        "CEIL(TIMESTAMP '1970-01-01 00:00:00' TO DECADE) | 1970-01-01 00:00:00.000",
        "CEIL(TIMESTAMP '2000-12-31 00:00:01' TO CENTURY) | 2001-01-01 00:00:00.000",
        "CEIL(DATE '1970-01-01' TO DECADE) | 1970-01-01",
        "CEIL(DATE '2001-01-01' TO CENTURY) | 2001-01-01",
        "CEIL(DATE '2001-01-01' TO MILLENNIUM) | 2001-01-01",
        "CEIL(d TO CENTURY) FROM (VALUES (DATE '1901-01-01')) v(d) | 1901-01-01",
        "CEIL(TIMESTAMP '2026-11-23 00:00:00' TO WEEK) | 2026-11-23 00:00:00.000",
        "CEIL(TIMESTAMP '2026-11-29 12:00:00' TO WEEK) | 2026-11-30 00:00:00.000",
        "CEIL(DATE '2026-01-02' TO QUARTER) | 2026-04-01",
        "CEIL(DATE '2026-01-02' TO DECADE) | 2030-01-01",
        "CEIL(DATE '1969-12-02' TO MONTH) | 1970-01-01",
        "FLOOR(DATE '1969-12-31' TO QUARTER) | 1969-10-01",
        "LAST_DAY(TIMESTAMP '1969-11-30 12:00:00') | 1969-11-30",
        "DAYNAME(TIMESTAMP '1969-11-30 12:00:00') | Sunday",
        "MONTHNAME(TIMESTAMP '1969-11-30 12:00:00') | November",
        "EXTRACT(DECADE FROM TIMESTAMP '1969-12-31 12:00:00') | 196",
        "EXTRACT(CENTURY FROM TIMESTAMP '1900-12-31 12:00:00') | 19",
        "EXTRACT(SECOND FROM TIMESTAMP '1969-12-31 23:59:58.5') | 58.500",
        "EXTRACT(EPOCH FROM TIMESTAMP '1969-12-31 23:59:58.5') | -1.500",
        "EXTRACT(WEEK FROM DATE '2027-01-01') | 53",
        "TIMESTAMPDIFF(SECOND, TIMESTAMP '0001-01-01 00:00:00', TIMESTAMP '9999-01-01 00:00:00') | 315506361600",
        "TIMESTAMPDIFF(MICROSECOND, TIMESTAMP '0001-01-01 00:00:00', TIMESTAMP '9999-01-01 00:00:00') | 315506361600000000",
        "TIMESTAMPDIFF(DAY, TIMESTAMP '2026-01-02 12:00:00', TIMESTAMP '2026-01-01 13:00:00') | 0",
        "TIMESTAMPDIFF(MONTH, DATE '2026-03-30', DATE '2024-01-31') | -25",
        "TIMESTAMPDIFF(SQL_TSI_WEEK, DATE '2026-01-15', DATE '2026-01-01') | -2",
        "{fn TIMESTAMPDIFF(SQL_TSI_HOUR, DATE '2026-01-01', DATE '2026-01-02')} | 24",
        "CAST('2026-02-03T01:00:00+01:00' AS TIMESTAMP) | 2026-02-03 00:00:00.000",
        "CAST(TIMESTAMP '2026-01-01 00:00:00.567' AS TIMESTAMP(0)) | 2026-01-01 00:00:01.000",
        "CAST(s AS DATE) FROM (VALUES ('2026-02-03 10:00:00')) v(s) | 2026-02-03",
        "CAST(TIME '10:00:00.5' AS VARCHAR) | 10:00:00.500",
        "CAST(TIMESTAMP '1969-12-31 23:59:59.5' AS DATE) | 1969-12-31",
        "CAST(' 10:00' AS TIME) | 10:00:00",
      })
  void isThatOfPostgres(String expression, String expected) throws SQLException {
    assertThat(Queries.run(connection, "SELECT " + expression)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TIMESTAMP '12026-01-01 00:00:00' | 22008",
        "DATE '12026-01-01' | 22008",
        "{ts '12026-01-01 00:00:00'} | 22008",
        "{d '2026-02-30'} | 22008",
        "TIME '25:00:00' | 22008",
        "TIMESTAMP '0000-01-01 00:00:00' | 22008",
        "DATE 'yesterday' | 22007",
        "CAST('12026-01-01' AS DATE) | 22008",
        "CAST(s AS TIMESTAMP) FROM (VALUES ('2026-02-30')) v(s) | 22008",
        "CAST('2026-02-30' AS DATE) | 22008",
        "CAST(s AS TIMESTAMP) FROM (VALUES ('x')) v(s) | 22007",
        "CAST(s AS TIME) FROM (VALUES ('25:00:00')) v(s) | 22008",
        "COUNT(*) FROM jobs WHERE submit_time < '12026-01-01 00:00:00' | 22008",
        "TIMESTAMPADD(YEAR, 100000, TIMESTAMP '2026-01-01 00:00:00') | 22008",
        "TIMESTAMPADD(YEAR, -n, submit_time) FROM jobs, (VALUES (3000)) v(n) | 22008",
        "TIMESTAMPADD(DAY, n, TIMESTAMP '2026-01-01 00:00:00') FROM (VALUES (9223372036854775807)) v(n) | 22015",
        "DATE '2026-01-01' + 2147483647 | 22008",
        "submit_time + INTERVAL '9000' YEAR(4) FROM jobs | 22008",
        "COUNT(*) FROM jobs WHERE submit_time >= TIMESTAMP '9999-12-31 00:00:00' + INTERVAL '2' DAY | 22008",
        "submit_time + INTERVAL '1' MONTH * 1.5 FROM jobs | 22003",
        "submit_time + INTERVAL '5' MONTH / 2 FROM jobs | 22003",
        "CEIL(TIMESTAMP '9999-12-31 00:00:01' TO YEAR) | 22008",
        "DATE_TRUNC('decade', DATE '0005-01-01') | 22008",
        "TIMESTAMPDIFF(NANOSECOND, DATE '0001-01-01', DATE '9999-01-01') | 22003",
        "TIMESTAMPDIFF(DOW, submit_time, end_time) FROM jobs | 42000",
        "FLOOR(INTERVAL '3:4' HOUR TO MINUTE) | 42000",
      })
  void hasNoOtherDays(String expression, String state) {
    final SQLException failure = Answered.failureOf(connection, "SELECT " + expression);
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
  }

  /** One unit in a condition and in its result, of unlike values; rows are PostgreSQL's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MILLENNIUM | 2 2 0 -",
        "CENTURY | 20 20 -1 -",
        "DECADE | 196 196 -10 -",
        "YEAR | 1969 1969 -104 -",
        "ISOYEAR | 1970 1970 - -",
        "QUARTER | 4 4 1 -",
        "MONTH | 12 12 -2 -",
        "WEEK | 1 1 - -",
        "DAY | 30 30 0 -3",
        "DOW | 2 2 - -",
        "ISODOW | 2 2 - -",
        "DOY | 364 364 - -",
        "HOUR | 22 0 0 -4",
        "MINUTE | 58 0 0 -5",
        "SECOND | 57.250 0.000 0.000 -6.789",
        "MILLISECOND | 57250 0 0 -6789",
        "MICROSECOND | 57250000 0 0 -6789000",
        "EPOCH | -90062.750 -172800.000 -3287174400.000 -273906.789",
      })
  void aUnitIsKnownInAllBranches(String unit, String values) throws SQLException {
    final String[] texts = values.split(" ", -1);
    final String[] times = {"t", "d", "m", "i"};
    for (int i = 0; i < times.length; i++) {
      final String part = "EXTRACT(" + unit + " FROM v." + times[i] + ")";
      final String sql =
          "SELECT CASE WHEN "
              + part.replace("v.", "w.")
              + " IS NOT NULL THEN "
              + part
              + " END FROM "
              + TIMES.formatted("v")
              + " CROSS JOIN "
              + TIMES.formatted("w");
      if (texts[i].equals("-")) {
        assertThat(Answered.failureOf(connection, sql).getSQLState()).as(sql).isEqualTo("42000");
      } else {
        assertThat(Queries.run(connection, sql)).as(sql).containsExactly(texts[i]);
      }
    }
  }
}
