package io.github.bedrockjdbc.driver.with;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which query of WITH a name in FROM means, and how many tables are read so. */
class WithScopesTest {
  private static final String DOUBLED = " AS (SELECT 1 FROM %s CROSS JOIN %s)";

  private static SqlNode parsed(String sql) throws SqlParseException {
    return SqlParser.create(sql).parseQuery();
  }

  /** The first of them is 128 tables. */
  private static String with(String more) {
    final StringBuilder sql = new StringBuilder("WITH t0 AS (SELECT 1 FROM jobs)");
    for (int i = 1; i <= 7; i++) {
      sql.append(", t").append(i).append(DOUBLED.formatted("t" + (i - 1), "T" + (i - 1)));
    }
    return sql.append(", w AS (SELECT 1 FROM t7) ").append(more).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM w JOIN jobs b ON w.x = b.x AND w.y = b.y",
        "SELECT 1 FROM w WHERE x IN (SELECT 1 FROM s.w)",
        "SELECT w.w FROM w",
        "SELECT 1 FROM w UNION SELECT 1 FROM (WITH w AS (SELECT 1 FROM jobs) SELECT 1 FROM w) x",
        "SELECT 1 FROM w WHERE EXISTS (WITH RECURSIVE w AS (SELECT 1 FROM w) SELECT 1 FROM w)",
        "SELECT 1 FROM w, UNNEST(ARRAY[w.x, w.x]) u"
      })
  void aQueryCountsWhereItIsRead(String more) throws SqlParseException {
    final SqlNode statement = parsed(with(more));
    assertThatCode(() -> WithSizes.check(statement)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 FROM w, W",
        "SELECT 1 FROM w WHERE EXISTS (SELECT 1 FROM jobs a JOIN w AS b ON a.x = b.x)",
        "SELECT 1 FROM w, LATERAL (SELECT 1 FROM w) x",
        "SELECT 1 FROM w UNION TABLE w",
        "SELECT 1 FROM w AS a JOIN jobs b ON EXISTS (SELECT 1 FROM w c WHERE c.x = b.x)",
        "SELECT 1 FROM (WITH w AS (SELECT 1 FROM w) SELECT 1 FROM w) x, w",
        "SELECT (SELECT COUNT(*) FROM w) FROM w TABLESAMPLE BERNOULLI(5)"
      })
  void andAsOftenAsItIs(String more) throws SqlParseException {
    final SqlNode statement = parsed(with(more));
    assertThatThrownBy(() -> WithSizes.check(statement))
        .hasMessageContaining("reads more than 200 tables");
  }

  @Test
  void columnsOfAConditionAreNoTables() throws SqlParseException {
    final SqlNode statement =
        parsed("SELECT 1 FROM jobs a JOIN jobs b ON TRUE" + " AND a.x = b.x".repeat(200));
    assertThatCode(() -> WithSizes.check(statement)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WITH \"w\" AS (SELECT 1) SELECT * FROM W | FROM `w`",
        "WITH \"w\" AS (SELECT 1) SELECT * FROM W AS a | FROM `w` AS `A`",
        "WITH \"w\" AS (SELECT 1) SELECT * FROM x JOIN W ON TRUE | JOIN `w` ON",
        "WITH \"w\" AS (SELECT 1) TABLE W | TABLE `w`",
        "WITH \"w\" AS (SELECT 1), v AS (SELECT * FROM W) SELECT * FROM V | FROM `w`) SELECT",
        "WITH RECURSIVE \"w\" AS (SELECT * FROM W) SELECT 1 | (SELECT * FROM `w`) SELECT",
        "WITH \"w\" AS (SELECT * FROM W) SELECT 1 | (SELECT * FROM `W`) SELECT",
        "WITH \"w\" AS (SELECT 1) SELECT * FROM s.W | FROM `S`.`W`",
        "SELECT * FROM (WITH \"w\" AS (SELECT 1) SELECT 1) x, W | , `W`"
      })
  void isNamedAsItIsWhereItIsMade(String sql, String part) throws SqlParseException {
    final SqlNode statement = parsed(sql);
    WithNames.matched(statement);
    assertThat(statement.toString().replaceAll("\\s+", " ")).contains(part);
  }
}
