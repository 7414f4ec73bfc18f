package io.github.bedrockjdbc.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.testing.Queries;
import io.github.bedrockjdbc.driver.testing.Urls;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What can be simplified several times is so to the end. Calcite checks it only where Java's
 * assertions are on, as they are in tests.
 */
class SettledProgramsTest {
  private static final String ROWS = "(VALUES (1, 'a', 0.5), (2, 'b', NULL)) v(x, y, z)";
  private static final String EQUAL =
      "CASE WHEN x = ? THEN %1$s WHEN y = ? THEN %1$s ELSE %1$s END";
  private static final String LONG = EQUAL.replace("ELSE", "WHEN y LIKE ? THEN %1$s ELSE");

  @AutoClose private static final BedrockEmulator emulator = BedrockEmulator.builder().start();
  @AutoClose private static final Connection connection = Urls.connect(emulator);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "EQUAL(x), EQUAL(x * 2); 1|2 2|4",
        "EQUAL(z * 0.25), LONG(z * 0.25); 0.125|0.125 null|null",
        "CEIL(LONG(z * 0.25)), FLOOR(z * 0.25); 1|0 null|null",
        "CASE WHEN z IS NULL THEN LONG(x) ELSE x END; 1 2",
        "LONG(CASE WHEN x > 1 THEN EQUAL(y) ELSE y END); a b",
        "LONG(TRUE), LONG(x > 1); true|false true|true",
        "COALESCE(LONG(z), EQUAL(x * 0.5), LONG(1.5)); 0.5 1.0",
        "MIN(EQUAL(x * 2)) OVER (PARTITION BY y); 2 4",
        "SUM(LONG(z * 0.25)) OVER (), MAX(LONG(y)) OVER (ORDER BY EQUAL(x)); 0.125|a 0.125|b",
        "(SELECT MAX(LONG(x) + w) FROM (VALUES 1) u(w)); 2 3",
        "(SELECT LONG(CAST(x AS BIGINT)) FROM (VALUES 1) u(w) WHERE u.w <= v.x); 1 2",
        "(SELECT MAX(LONG(x) + u.w) OVER () FROM (VALUES 1) u(w)); 2 3",
        "CASE RANK() OVER (ORDER BY x) WHEN 1 THEN y WHEN 2 THEN y ELSE y END; a b",
        "CASE MAX(y) OVER () WHEN 'a' THEN x WHEN 'b' THEN x ELSE x END, y; 1|a 2|b",
      })
  void branchesThatAreEqual(String columns, String rows) throws SQLException {
    assertRows("SELECT " + columns + " FROM ROWS ORDER BY x", rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT x FROM ROWS WHERE LONG(x * 2) > 2; 2",
        "SELECT x FROM ROWS WHERE EQUAL(x > 1) OR LONG(FALSE); 2",
        "SELECT SUM(LONG(x * 2)) FROM ROWS; 6",
        "SELECT COUNT(*) FROM ROWS GROUP BY LONG(y); 1 1",
        "SELECT a.x, b.x FROM (SELECT v.*, LONG(x) AS e FROM ROWS) a"
            + " JOIN (SELECT v.*, EQUAL(x + 1) AS e FROM ROWS) b ON a.e = b.e; 2|1",
        "SELECT x FROM ROWS WHERE x IN (SELECT LONG(x * 2) FROM (VALUES 1) u(w)); ''",
        "SELECT CASE RANK() OVER (ORDER BY x) WHEN 1 THEN n WHEN 2 THEN n ELSE n END, x"
            + " FROM (VALUES (1, 10), (2, 20)) t(x, n); 10|1 20|2",
        "SELECT x, n FROM (SELECT x, EQUAL(n) AS n FROM (SELECT x, y, x * 2 AS n FROM ROWS) t) u"
            + " WHERE n > 2; 2|4",
      })
  void inEveryPart(String statement, String rows) throws SQLException {
    assertRows(statement, rows);
  }

  /** Each question mark of a branch is given no value. */
  private static void assertRows(String statement, String rows) throws SQLException {
    final String sql =
        replaced(replaced(statement, "EQUAL", EQUAL), "LONG", LONG).replace("ROWS", ROWS);
    final Object[] values =
        Collections.nCopies((int) sql.chars().filter(c -> c == '?').count(), null).toArray();
    assertThat(String.join(" ", Queries.run(connection, sql, values))).isEqualTo(rows);
  }

  /** With what stands in the brackets of each call of a name in place of it; inner ones first. */
  private static String replaced(String statement, String name, String form) {
    String text = statement;
    for (int at = text.lastIndexOf(name + "("); at >= 0; at = text.lastIndexOf(name + "(")) {
      int end = at + name.length() + 1;
      for (int open = 1; open > 0; end++) {
        open += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
      }
      final String inner = text.substring(at + name.length() + 1, end - 1);
      text = text.substring(0, at) + "(" + form.formatted(inner) + ")" + text.substring(end);
    }
    return text;
  }
}
