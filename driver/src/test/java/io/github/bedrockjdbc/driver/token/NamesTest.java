package io.github.bedrockjdbc.driver.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.driver.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that Calcite reserves and PostgreSQL does not are names, wherever a name may stand. */
class NamesTest {
  private static final String NEUTRAL = "zebra";

  private static final List<String> STATEMENTS =
      List.of(
          "SELECT %s FROM t",
          "SELECT y, %s, (%s + 1) * 2, -%s, y - %s FROM t",
          "SELECT %s.y FROM t AS %s",
          "SELECT DISTINCT MAX(%s), COALESCE(y, %s), CAST(%s AS INTEGER), %s::integer FROM t",
          "SELECT y FROM t WHERE %s = 1 AND NOT %s > 2 OR %s IS NULL OR %s NOT IN (1, %s)",
          "SELECT y FROM t WHERE %s BETWEEN 0 AND %s AND EXISTS (SELECT %s FROM u)",
          "SELECT CASE WHEN %s = 1 THEN %s ELSE %s END, CASE %s WHEN 1 THEN 2 END FROM t",
          "SELECT MAX(y) AS %s FROM t GROUP BY %s HAVING MAX(%s) > 0 ORDER BY %s DESC, y, %s",
          "SELECT y FROM t ORDER BY %s NULLS LAST LIMIT 1",
          "SELECT RANK() OVER (PARTITION BY %s ORDER BY %s DESC) FROM t JOIN u USING (%s)",
          "WITH %s AS (SELECT 1 AS y) SELECT y FROM %s",
          "WITH c(y, %s) AS (SELECT 1, 2) SELECT %s FROM c UNION SELECT %s FROM u");

  static Stream<String> words() {
    return Keywords.NAMES.stream().filter(word -> !Keywords.UNITS.contains(word)).sorted();
  }

  @ParameterizedTest
  @MethodSource("words")
  void areReadAsAnyOther(String word) throws SQLException {
    for (String statement : STATEMENTS) {
      assertThat(parsed(statement, word.toLowerCase(Locale.ROOT)))
          .as(statement)
          .isEqualTo(parsed(statement, NEUTRAL).replace(NEUTRAL, word.toLowerCase(Locale.ROOT)));
    }
  }

  private static String parsed(String statement, String name) throws SQLException {
    return Sql.parse(statement.replace("%s", name)).toString();
  }
}
