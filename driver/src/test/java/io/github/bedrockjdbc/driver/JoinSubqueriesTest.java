package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Answered;
import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subqueries in ON, which may read rows of either side or of both. */
class JoinSubqueriesTest {
  private static final String TABLES =
      "WITH v(x, s) AS (VALUES (1, 'a'), (2, 'b'), (3, NULL)),"
          + " w(y, t) AS (VALUES (2, 'b'), (3, 'c'), (4, NULL)), u(z) AS (VALUES (1), (2)) ";

  @AutoClose private static final BedrockEmulator emulator = Urls.emulatorWith(5);
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  /** Rows are those of PostgreSQL 15, sorted as texts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "v LEFT JOIN w ON EXISTS (SELECT 1 FROM u WHERE z = x AND z < y); 1|2 1|3 1|4 2|3 2|4"
            + " 3|null",
        "v RIGHT JOIN w ON NOT EXISTS (SELECT 1 FROM u WHERE z = x AND z < y); 2|2 3|2 3|3 3|4",
        "v LEFT JOIN w ON x = y AND EXISTS (SELECT 1 FROM u WHERE z = x) AND EXISTS (SELECT 1"
            + " FROM u WHERE z + 1 = x + 1); 1|null 2|2 3|null",
        "v RIGHT JOIN w ON x <> y AND y IN (SELECT z FROM u WHERE z < y) AND NOT EXISTS (SELECT"
            + " 1 FROM u WHERE z + 1 = y); null|2 null|3 null|4",
        "v FULL JOIN w ON x = y AND (SELECT MAX(z) FROM u WHERE z = x) = (SELECT MAX(z) FROM u"
            + " WHERE z = y); 1|null 2|2 3|null null|3 null|4",
        "v FULL JOIN w ON x = y AND EXISTS (SELECT 1 FROM u WHERE z > 5); 1|null 2|null 3|null"
            + " null|2 null|3 null|4",
        "v RIGHT JOIN w ON x = y AND ('b', t) NOT IN (SELECT 'b', s FROM v WHERE s = t) WHERE"
            + " EXISTS (SELECT v.x, 1 FROM u WHERE z = y); null|2",
        "v LEFT JOIN w ON ('b', v.s) NOT IN (SELECT MAX(n.s), MIN(n.s) FROM v n(i, s) WHERE n.s"
            + " = w.t GROUP BY GROUPING SETS ((), (n.s))); 1|2 2|null 3|null",
        "v LEFT JOIN w ON x + y IN (SELECT z FROM (VALUES (4), (5)) n(z)); 1|3 1|4 2|2 2|3 3|2",
        "v RIGHT JOIN w ON x + y NOT IN (SELECT z FROM (VALUES (4), (NULL)) n(z) WHERE z < x);"
            + " 1|2 1|3 1|4 2|2 2|3 2|4 3|2 3|3 3|4",
        "v LEFT JOIN w ON x = y OR EXISTS (SELECT 1 FROM u WHERE z = y) AND NOT EXISTS (SELECT 1"
            + " FROM u WHERE z = x); 1|null 2|2 3|2 3|3",
        "v RIGHT JOIN w ON x < ANY (SELECT z FROM u WHERE z < y); 1|3 1|4 null|2",
        "v LEFT JOIN w ON y > ALL (SELECT z FROM u WHERE z <> x); 1|3 1|4 2|2 2|3 2|4 3|3 3|4",
        "v LEFT JOIN w ON (SELECT z FROM u WHERE z < y AND z >= x ORDER BY z LIMIT 1 OFFSET 1)"
            + " IN (x, 2, NULL); 1|3 1|4 2|null 3|null",
        "v LEFT JOIN w ON (SELECT z FROM u WHERE z = x) IN (SELECT z + 1 FROM u WHERE z < y);"
            + " 1|null 2|2 2|3 2|4 3|null",
        "v LEFT JOIN w ON EXISTS (SELECT 1 FROM u WHERE z = x AND EXISTS (SELECT 1 FROM u n(z)"
            + " WHERE n.z <= u.z AND n.z < y AND x < 2)); 1|2 1|3 1|4 2|null 3|null",
        "v LEFT JOIN (SELECT * FROM w WHERE y > 5) w ON EXISTS (SELECT 1 FROM u WHERE z = x AND"
            + " z < y); 1|null 2|null 3|null",
        "(SELECT * FROM v WHERE x > 5) v RIGHT JOIN w ON EXISTS (SELECT 1 FROM u WHERE z = x AND"
            + " z < y); null|2 null|3 null|4",
        "SELECT v.x, w.y FROM v LEFT JOIN LATERAL (SELECT y + x AS y FROM w) w ON EXISTS (SELECT"
            + " 1 FROM u WHERE z + 1 = x AND z + 4 = y); 1|null 2|5 3|6",
        "SELECT v.x, w.y FROM v JOIN LATERAL (SELECT y + x AS y FROM w) w ON EXISTS (SELECT 1"
            + " FROM u WHERE z + 2 = y) AND EXISTS (SELECT 1 FROM u WHERE z = x); 1|3 1|4 2|4",
        "SELECT v.x, l.y FROM v JOIN LATERAL (SELECT w.y FROM (SELECT v.x) a(i) LEFT JOIN w ON y"
            + " = (SELECT MAX(z + 1) FROM u WHERE z <= i AND z < y AND z < v.x)) l ON TRUE; 1|null"
            + " 2|2 3|2 3|3",
        "v LEFT JOIN w ON (SELECT CASE WHEN x > z THEN TRUE WHEN y > z + 1 THEN NULL ELSE"
            + " FALSE END FROM u LIMIT 1); 1|null 2|2 2|3 2|4 3|2 3|3 3|4",
        "v LEFT JOIN w ON x IN (WITH r AS (SELECT z FROM u WHERE z < y) SELECT z FROM r UNION"
            + " SELECT y); 1|2 1|3 1|4 2|2 2|3 2|4 3|3",
        "v RIGHT JOIN w ON y IN (SELECT z FROM u UNION ALL SELECT x); 1|2 2|2 3|2 3|3 null|4",
        "v FULL JOIN w ON x = y AND x IN (SELECT z FROM u UNION SELECT x); 1|null 2|2 3|3 null|4"
      })
  void seeTheRowsThatAreJoined(String query, String expected) throws SQLException {
    final String select = query.startsWith("SELECT") ? query : "SELECT x, y FROM " + query;
    assertThat(Queries.run(connection, TABLES + select).stream().sorted().toList())
        .containsExactly(expected.split(" "));
  }

  @Test
  void areAskedOnlyOfRowsThatMeetTheOtherConditions() throws SQLException {
    emulator.log().clear();
    final String join =
        "SELECT COUNT(*), COUNT(b.job_id) FROM jobs a LEFT JOIN jobs b ON a.submit_time ="
            + " b.submit_time AND EXISTS (SELECT 1 FROM jobs c WHERE c.job_id = a.job_id AND"
            + " c.model = b.model)";
    assertThat(Queries.run(connection, join)).containsExactly("5|5");
    assertThat(emulator.log().requests()).hasSize(3);
    assertThat(String.join("\n", Queries.run(connection, "EXPLAIN PLAN FOR " + join)))
        .contains("Keep the rows, found by submit_time = outer.submit_time");
  }

  @Test
  void ofBothSidesAreRefusedInFullJoins() {
    final SQLException failure =
        Answered.failureOf(
            connection,
            TABLES + "SELECT x FROM v FULL JOIN w ON x IN (SELECT z FROM u WHERE z < y)");
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat(failure.getMessage())
        .contains("ON of a FULL JOIN cannot use columns of both sides: use LEFT JOIN");
  }
}
