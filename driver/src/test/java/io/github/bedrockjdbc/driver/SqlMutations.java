package io.github.bedrockjdbc.driver;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Statements that were right once, each spoilt in a few places; the same for the same seed. */
final class SqlMutations {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"[^\"]*\"|[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|::|[<>]=|<>|\\|\\||\\s+|.",
          Pattern.DOTALL);

  private static final List<String> SNIPPETS =
      List.of(
          "NULL",
          "TRUE",
          "?",
          "*",
          "0",
          "-1",
          "1e999",
          "1.5",
          "9223372036854775807",
          "99999999999999999999999999999999999999999",
          "'x'",
          "''",
          "'\ud83d\ude00'",
          "'2026-02-30'",
          "_UTF8'x'",
          "U&'\\d800'",
          "N'x'",
          "X'0A'",
          "DATE '2026-01-01'",
          "TIME '23:59:59'",
          "TIMESTAMP '0001-01-01 00:00:00'",
          "INTERVAL '1' YEAR",
          "INTERVAL '99' SECOND",
          "ARRAY[1, NULL]",
          "MAP['a', 1]",
          "MULTISET[1]",
          "ROW(1, 'x')",
          "(1, NULL)",
          "(SELECT status FROM jobs)",
          "(SELECT MAX(j.status) FROM jobs j)",
          "EXISTS (SELECT 1)",
          "COUNT(*)",
          "SUM(total_records)",
          "ROW_NUMBER() OVER (ORDER BY job_id)",
          "MAX(status) OVER ()",
          "GROUPING(status)",
          "CASE WHEN 1 = 1 THEN 1 END",
          "CAST(status AS INTEGER)",
          "{fn UCASE(status)}",
          "{ts '2026-01-01 00:00:00'}",
          "jobs.*",
          "x.y.z.w",
          "DEFAULT",
          "CURRENT_TIMESTAMP",
          "NEXT VALUE FOR s",
          "(",
          ")",
          ",",
          ";",
          "'",
          "\"",
          "`",
          "[",
          "]",
          "{",
          "}",
          "--",
          "/*",
          "/*+ x */",
          "\\",
          "$1",
          ":x",
          "@",
          "\u0000",
          "\u001b",
          "\u202e",
          "\ufeff",
          "\ud800",
          " = ANY ",
          " IN ",
          " IS NOT DISTINCT FROM ",
          " NOT ",
          " LIKE ",
          " SIMILAR TO ",
          " BETWEEN ",
          " OVERLAPS ",
          " MEMBER OF ",
          " UNION ALL SELECT 1 ",
          " EXCEPT SELECT 'x' ",
          " NATURAL JOIN jobs ",
          " CROSS JOIN LATERAL (SELECT 1) ",
          " FOR SYSTEM_TIME AS OF CURRENT_TIMESTAMP ",
          " TABLESAMPLE BERNOULLI(50) ",
          " MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE) ",
          " PIVOT (COUNT(*) FOR status IN ('Failed')) ",
          " WITHIN GROUP (ORDER BY 1) ",
          " FILTER (WHERE TRUE) ",
          " OVER w ",
          " WINDOW w AS (ORDER BY status) ",
          " QUALIFY 1 = 1 ",
          " GROUP BY ROLLUP (status, 1) ",
          " HAVING COUNT(*) > 1 ",
          " ORDER BY 1, 99 ",
          " LIMIT 0 ",
          " OFFSET 1 ");

  private static final List<Object> VALUES =
      List.of(
          "",
          "Failed",
          "%",
          "\ud83d\ude00",
          "2026-01-01",
          -1,
          0,
          Integer.MAX_VALUE,
          Long.MIN_VALUE,
          1.5,
          Double.NaN,
          true,
          new BigDecimal("1E+400"),
          new BigDecimal("0.1"),
          new byte[] {1},
          Date.valueOf("2026-01-01"),
          Time.valueOf("23:59:59"),
          new Timestamp(Long.MAX_VALUE / 4),
          new Timestamp(0));

  private final List<List<String>> statements;
  private final Random random;

  SqlMutations(List<String> statements, long seed) {
    this.statements = statements.stream().map(SqlMutations::tokens).toList();
    this.random = new Random(seed);
  }

  private static List<String> tokens(String sql) {
    return TOKEN.matcher(sql).results().map(MatchResult::group).toList();
  }

  String next() {
    final List<String> sql = new ArrayList<>(any(statements));
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      mutate(sql);
    }
    return String.join("", sql);
  }

  /** A value for a parameter, or null. */
  Object value() {
    return random.nextInt(8) == 0 ? null : any(VALUES);
  }

  private void mutate(List<String> sql) {
    if (sql.isEmpty()) {
      return;
    }
    final int at = random.nextInt(sql.size());
    final int end = Math.min(sql.size(), at + 1 + random.nextInt(12));
    switch (random.nextInt(8)) {
      case 0 -> sql.remove(at);
      case 1 -> sql.add(at, " " + sql.get(at) + " ");
      case 2 -> Collections.swap(sql, at, random.nextInt(sql.size()));
      case 3 -> sql.set(at, any(any(statements)));
      case 4 -> sql.add(at, any(SNIPPETS));
      case 5 -> sql.set(at, any(SNIPPETS));
      case 6 -> {
        final List<String> part = part(any(statements));
        sql.subList(at, end).clear();
        sql.addAll(at, part);
      }
      default -> {
        final List<String> part = List.copyOf(sql.subList(at, end));
        sql.addAll(random.nextInt(sql.size()), part);
      }
    }
  }

  private List<String> part(List<String> tokens) {
    final int from = random.nextInt(tokens.size());
    return tokens.subList(from, Math.min(tokens.size(), from + 1 + random.nextInt(12)));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
