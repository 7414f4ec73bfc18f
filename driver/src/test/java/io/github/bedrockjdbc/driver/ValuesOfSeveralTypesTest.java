package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intervals of several units, arrays that hold NULL, and NULL itself go together in a statement.
 */
class ValuesOfSeveralTypesTest {
  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "VALUES (INTERVAL '1' DAY), (INTERVAL '2' HOUR); +1 00, +0 02",
        "VALUES (INTERVAL '1' YEAR), (NULL), (INTERVAL '2' MONTH); +1-00, null, +0-02",
        "VALUES (INTERVAL '1.5' SECOND), (INTERVAL '1 day'); +0 00:00:01.500, +1 00:00:00.000",
        "SELECT INTERVAL '1' DAY UNION SELECT INTERVAL '24' HOUR; +1 00",
        "SELECT INTERVAL '1' DAY INTERSECT SELECT INTERVAL '24' HOUR; +1 00",
        "SELECT INTERVAL '1' DAY UNION ALL SELECT INTERVAL '1' DAY; +1, +1",
        "SELECT MAX(x), SUM(x) FROM (VALUES (INTERVAL '1' DAY), (INTERVAL '2' HOUR)) t(x); +1 00|+1 02",
        "SELECT * FROM (VALUES (INTERVAL '1' DAY)) a(x) NATURAL JOIN (VALUES (INTERVAL '24' HOUR)) b(x); +1 00",
        "SELECT CARDINALITY(ARRAY[INTERVAL '1' DAY, INTERVAL '2' HOUR]); 2",
        "SELECT ARRAY[INTERVAL '1' DAY, INTERVAL '2' HOUR][2] = INTERVAL '2' HOUR; true",
        "SELECT INTERVAL '1' DAY > ALL (SELECT NULL); null",
        "SELECT COUNT(*) FROM jobs WHERE end_time - submit_time IN (SELECT NULL); 0",
        "SELECT COUNT(*) FROM jobs WHERE (end_time - submit_time NOT IN (SELECT NULL)) IS NULL; 6",
        "SELECT COUNT(*) FROM jobs WHERE ((end_time - submit_time, 1) IN (SELECT NULL, 1)) IS NULL; 6",
      })
  void intervalsHaveTheUnitsOfAll(String sql, String rows) throws SQLException {
    assertRows(sql, rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT INTERVAL '3' DAY / 2, 1.5 * INTERVAL '1' HOUR; +1 12:00:00.000|+0 01:30:00.000",
        "SELECT INTERVAL '3' DAY * 2, INTERVAL '3' SECOND / 2, INTERVAL '6' MONTH / 2; +6|+1.500|+3",
        "SELECT INTERVAL '1' DAY / '4', INTERVAL '1' DAY / NULL; +0 06:00:00.000|null",
        "SELECT DATE '2026-03-08' + INTERVAL '3' DAY / 2; 2026-03-09 12:00:00.000",
        "SELECT x / 2, AVG(x) FROM (VALUES (INTERVAL '1' DAY)) t(x) GROUP BY x / 2 ORDER BY x / 2;"
            + " +0 12:00:00.000|+1 00:00:00.000",
        "SELECT AVG(x) FROM (VALUES (INTERVAL '1' DAY), (INTERVAL '2' DAY)) t(x); +1 12:00:00.000",
      })
  void partsOfIntervalsShow(String sql, String rows) throws SQLException {
    assertRows(sql, rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT x FROM (VALUES (ARRAY[2]), (NULL), (ARRAY[1, NULL]), (ARRAY[1, 5])) t(x) ORDER BY x;"
            + " [1, 5], [1, null], [2], null",
        "SELECT x FROM (VALUES (ARRAY[NULL]), (ARRAY['x'])) t(x) ORDER BY x; [x], [null]",
        "SELECT MAX(x), MIN(x) FROM (VALUES (ARRAY[2]), (NULL), (ARRAY[1, NULL])) t(x); [2]|[1, null]",
        "SELECT * FROM UNNEST(MAP['a', 1, 'b', 2]); a|1, b|2",
        "SELECT x['a'] FROM (SELECT DISTINCT MAP['a', 1] AS x FROM jobs) t; 1",
        "SELECT COUNT(DISTINCT MAP['a', 1]) FROM jobs; 1",
      })
  void collectionsAreComparedByWhatTheyHold(String sql, String rows) throws SQLException {
    assertRows(sql, rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT NULL - DATE '2026-03-08', NULL - TIMESTAMP '2026-03-08 05:00:00'; null|null",
        "SELECT COUNT(*) FILTER (WHERE NULL), SUM(1) FILTER (WHERE NULL) FROM jobs; 0|null",
        "SELECT COUNT(*) FILTER (WHERE NULL) OVER () FROM jobs LIMIT 1; 0",
        "SELECT COUNT(*) FROM (SELECT 1 FROM jobs LIMIT NULL) t; 6",
        "SELECT COUNT(*) FROM (SELECT 1 FROM jobs LIMIT 2 OFFSET NULL) t; 2",
        "SELECT COUNT(*) FROM (SELECT 1 FROM jobs OFFSET NULL ROWS FETCH NEXT NULL ROWS ONLY) t; 6",
        "SELECT SUBSTRING('abc', NULL), LPAD(NULL, 3), POSITION(NULL IN 'a'), NULL || 'a',"
            + " ROUND(NULL), ABS(NULL), TRIM(NULL), 'a' LIKE NULL, 1 BETWEEN NULL AND 1;"
            + " null|null|null|null|null|null|null|null|null",
        "SELECT SUM(NULL), MAX(NULL), LISTAGG(NULL, ','), GREATEST(NULL, 1), COUNT(NULL)"
            + " FROM jobs; null|null|null|1|0",
      })
  void nullAloneIsOfAnyType(String sql, String rows) throws SQLException {
    assertRows(sql, rows);
  }

  private void assertRows(String sql, String rows) throws SQLException {
    assertThat(String.join(", ", Queries.run(connection, sql))).isEqualTo(rows);
  }
}
