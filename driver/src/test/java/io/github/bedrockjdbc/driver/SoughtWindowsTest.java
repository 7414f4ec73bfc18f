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
import org.junit.jupiter.params.provider.ValueSource;

/** Window functions whose values are sought in subqueries. */
class SoughtWindowsTest {
  private static final String T =
      "WITH t(a, b, s) AS (VALUES (1, 10, 'x'), (2, 20, 'y'), (2, NULL, 'x'), (NULL, 5, NULL)) ";
  private static final String M = "MAX(b) OVER (PARTITION BY a)";
  private static final String D = "(SELECT a, s, MAX(b) OVER (PARTITION BY a) AS m FROM t) q";

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(60);
  @AutoClose private static final Connection pushing = Urls.connect(emulator);
  @AutoClose private static final Connection notPushing = Urls.connect(emulator, ";pushdown=false");

  /** Rows are those of PostgreSQL 15, sorted as texts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "SELECT a, M IN (SELECT u.b FROM t u WHERE u.a = t.a) FROM t; 1|true 2|true 2|true"
            + " null|false",
        "SELECT a, M NOT IN (VALUES (10), (NULL)) FROM t; 1|false 2|null 2|null null|null",
        "SELECT a, M = ALL (SELECT u.b FROM t u WHERE u.s = t.s) FROM t; 1|null 2|false 2|true"
            + " null|true",
        "SELECT a, M IN (SELECT MAX(u.b) OVER (PARTITION BY u.s) FROM t u WHERE u.a = t.a)"
            + " FROM t; 1|true 2|true 2|true null|false",
        "SELECT a, (M IN (SELECT u.b FROM t u WHERE u.s = t.s)) IN (VALUES (TRUE)) FROM t;"
            + " 1|true 2|null 2|true null|false",
        "SELECT a, MAX((SELECT MIN(u.b) FROM t u WHERE u.a = t.a)) OVER (PARTITION BY s) IN"
            + " (SELECT u.b FROM t u WHERE u.s = t.s) FROM t; 1|null 2|null 2|true null|false",
        "SELECT a, MAX(COUNT(*)) OVER (ORDER BY a) IN (SELECT COUNT(*) FROM t u WHERE u.a ="
            + " t.a) FROM t GROUP BY a; 1|true 2|true null|false",
        "SELECT q.m, q.m <> SOME (SELECT u.b FROM t u WHERE u.a = q.a), EXISTS (SELECT 1 FROM"
            + " t u WHERE u.b = q.m AND u.s = q.s) FROM D; 10|false|true 20|null|false 20|null|true"
            + " 5|false|false",
        "SELECT q.a, q.m IN (SELECT u.b FROM t u WHERE EXISTS (SELECT 1 FROM t v WHERE v.b ="
            + " q.m AND v.s = u.s)) FROM D; 1|true 2|true 2|true null|false",
        "SELECT COUNT(*) FILTER (WHERE q.m IN (SELECT u.b FROM t u WHERE u.s = q.s)) OVER"
            + " (PARTITION BY q.a), q.a FROM D; 0|null 1|1 1|2 1|2",
        "SELECT t.a, l.r FROM t LEFT JOIN LATERAL (SELECT MAX(u.b + t.a) OVER (PARTITION BY"
            + " u.a) IN (SELECT v.b + v.a FROM t v WHERE v.a = u.a) AS r FROM t u WHERE u.a = t.a) l"
            + " ON TRUE; 1|true 2|true 2|true 2|true 2|true null|null",
        "SELECT a FROM t ORDER BY M IN (SELECT u.b FROM t u WHERE u.s = t.s), a LIMIT 2; 1 null"
      })
  void areComputedBeforeTheyAreSought(String query, String expected) throws SQLException {
    final String sql = T + query.replaceAll("\\bM\\b", M).replaceAll("\\bD\\b", D);
    assertThat(Queries.run(pushing, sql).stream().sorted()).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IN (VALUES (24), (CAST(NULL AS INTEGER)))",
        "IN (SELECT b.timeout_hours FROM jobs b WHERE b.status = a.status)",
        "NOT IN (SELECT b.timeout_hours FROM jobs b WHERE b.status = a.status)",
        "<> SOME (SELECT b.timeout_hours FROM jobs b)"
      })
  void aScanThatFiltersGivesTheSame(String test) throws SQLException {
    final String sql =
        "SELECT a.job_id, a.m "
            + test
            + " FROM (SELECT job_id, status, MAX(timeout_hours) OVER"
            + " (PARTITION BY model ORDER BY job_id) AS m FROM jobs WHERE 'a' <= job_name) a";
    assertThat(Queries.run(pushing, sql).stream().sorted())
        .isNotEmpty()
        .isEqualTo(Queries.run(notPushing, sql).stream().sorted().toList());
  }
}
