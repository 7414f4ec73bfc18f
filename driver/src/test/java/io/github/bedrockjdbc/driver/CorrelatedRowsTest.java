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

/** What runs for each outer row sees that row, whatever is merged, kept or looked up meanwhile. */
class CorrelatedRowsTest {
  private static final String OF_X = "(SELECT COUNT(*) FROM (VALUES 24) b(z) WHERE b.z = v.x)";
  private static final String V = "(SELECT a + 1 AS x FROM (VALUES 23) t(a)) v";

  @AutoClose private static final BedrockEmulator emulator = KnownJobs.emulator();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  private static String rows(String sql) throws SQLException {
    return String.join(" ", Queries.run(connection, sql));
  }

  /** OF_X counts where x is 24, and V has the one x of 24. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT v.x, OF_X FROM V; 24|1",
        "SELECT v.x, v.y, OF_X FROM (SELECT b AS x, a AS y FROM (VALUES (1, 24)) t(a, b)) v; 24|1|1",
        "SELECT v.x, EXISTS (SELECT 1 FROM (VALUES 24) b(z) WHERE b.z = v.x) FROM V; 24|true",
        "SELECT v.x, 24 IN (SELECT b.z + v.x FROM (VALUES 0) b(z)) FROM V; 24|true",
        "WITH w AS (SELECT * FROM V) SELECT v.x, OF_X FROM w AS v; 24|1",
        "SELECT v.x + 1, SUM(v.x + OF_X) OVER () FROM V; 25|25",
        "SELECT v.x FROM V ORDER BY OF_X, v.x + 1; 24",
        "SELECT v.x, COUNT(*) FROM V GROUP BY v.x HAVING OF_X = 1; 24|1",
        "SELECT MAX(v.x), SUM(v.x + OF_X) FROM V; 24|25",
        "SELECT v.x AS a, COUNT(*) AS a, OF_X AS a FROM V GROUP BY v.x; 24|1|1",
        "SELECT v.x, (SELECT v.x + w.y + OF_X FROM (SELECT c - 1 AS y FROM (VALUES 2) u(c)) w) FROM V;"
            + " 24|26",
        "SELECT j.s, j.h, (SELECT COUNT(*) FROM jobs b WHERE b.status = j.s) FROM"
            + " (SELECT timeout_hours AS h, status AS s FROM jobs WHERE status = 'Failed') j;"
            + " Failed|24|2 Failed|24|2",
      })
  void areThoseOfTheProjectionBelow(String sql, String expected) throws SQLException {
    assertThat(rows(sql.replaceAll("\\bOF_X\\b", OF_X).replaceAll("\\bV\\b", V)))
        .isEqualTo(expected);
  }

  /** Its rows are one group, to which outer columns are constants. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "MAX(MAX(m)) OVER (PARTITION BY j.s) FROM K; 5 6",
        "MAX(SUM(m)) OVER (ORDER BY j.s) FROM K; 5 11",
        "MAX(MAX(m) + j.n) OVER () FROM K; 6 8",
        "LAG(COUNT(*), 1, CAST(j.n AS BIGINT)) OVER () FROM K; 1 2",
        "SUM(COUNT(*)) FILTER (WHERE j.n > 1) OVER () FROM K; null 2",
        "FIRST_VALUE(j.s) IGNORE NULLS OVER (PARTITION BY MAX(m) ORDER BY j.n) FROM K; a b",
        "SUM(SUM(m)) OVER w FROM K WINDOW w AS (PARTITION BY j.s ORDER BY j.n); 5 11",
        "SUM(m) FROM K ORDER BY j.s; 5 11",
        "SUM(m) FROM K GROUP BY i ORDER BY CASE WHEN j.n = 2 THEN -i END LIMIT 1; 5 6",
      })
  void areConstantsInAGroup(String query, String expected) throws SQLException {
    final String sql = query.replace("K", "(VALUES (1, 5), (2, 6)) k(i, m) WHERE i <= j.n");
    assertThat(rows("SELECT (SELECT " + sql + ") FROM (VALUES (1, 'a'), (2, 'b')) j(n, s)"))
        .isEqualTo(expected);
  }

  /** Rows are those of PostgreSQL 15, sorted as texts. NONE has no rows whatever it reads. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "SELECT a, (SELECT COUNT(*) FILTER (WHERE EXISTS (SELECT 1 FROM t v GROUP BY v.s"
            + " HAVING v.s = t.s AND COUNT(*) >= u.a)) FROM t u) FROM t; 1|3 2|1 2|3 null|0",
        "SELECT COUNT(*) FILTER (WHERE NONE_a) FROM t UNION ALL SELECT COUNT(*) FILTER (WHERE"
            + " NOT NONE_b) FROM t; 0 4",
        "SELECT x.a, y.b FROM (SELECT a FROM t WHERE NONE_a) x FULL JOIN (SELECT b FROM t"
            + " WHERE NOT NONE_b) y ON x.a = y.b; null|10 null|20 null|5 null|null",
        "SELECT a FROM t ORDER BY (SELECT MAX(u.b) FROM t u GROUP BY u.a HAVING u.a = t.a)"
            + " DESC, b LIMIT 2; 2 null",
        "SELECT s, MAX(a) FROM t GROUP BY s ORDER BY (SELECT MAX(u.b) FROM t u GROUP BY u.s"
            + " HAVING u.s = t.s) LIMIT 1; x|2",
        "SELECT a, (WITH w AS (SELECT v.b, v.a FROM t v) SELECT MAX(b) FROM w GROUP BY w.a"
            + " ORDER BY ABS(SUM(w.a) - t.a), 1 LIMIT 1) FROM t; 1|10 2|10 2|10 null|5"
      })
  void areThoseOfTheirOwnQuery(String query, String expected) throws SQLException {
    final String table =
        "WITH t(a, b, s) AS (VALUES (1, 10, 'x'), (2, 20, 'y'), (2, NULL, 'x'), (NULL, 5, NULL)) ";
    final String none =
        "EXISTS (SELECT 1 FROM t u WHERE 1 = 0 GROUP BY u.a HAVING u.a = t.$1"
            + " AND MAX(u.b) = MAX(u.b))";
    final String sql = table + query.replaceAll("NONE_(.)", none);
    assertThat(Queries.run(connection, sql).stream().sorted()).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // the table of a recursion changes
        "WITH RECURSIVE t(n) AS (VALUES (1) UNION SELECT v.x FROM (VALUES 1, 2, 3, 4) v(x)"
            + " JOIN t ON v.x > t.n AND v.x <= t.n + 1) SELECT n FROM t ORDER BY n; 1 2 3 4",
        // each value is another one
        "SELECT COUNT(DISTINCT r) FROM (SELECT (SELECT MAX(RAND()) FROM (VALUES 0) w(y)"
            + " WHERE w.y < v.x) AS r FROM (VALUES 1, 1, 1) v(x)) t; 3",
        // rows of one column may be one object
        "SELECT a.x, b.y FROM (VALUES 9) a(x) FULL JOIN (VALUES 1, 1) b(y) ON a.x < b.y;"
            + " 9|null null|1 null|1",
      })
  void areNotKeptWhereTheyDiffer(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }
}
