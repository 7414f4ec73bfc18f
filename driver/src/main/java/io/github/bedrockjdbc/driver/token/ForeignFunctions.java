package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Map;
import java.util.Set;

/** Calls of functions that there are not here, with what to write instead, or of nothing. */
final class ForeignFunctions {
  private static final String CASES = "CASE WHEN … THEN … ELSE … END";
  private static final String LATER = "t + INTERVAL '1' DAY, or TIMESTAMPADD(DAY, 1, t)";
  private static final String EARLIER = "t - INTERVAL '1' DAY, or TIMESTAMPADD(DAY, -1, t)";
  private static final String BETWEEN_TIMES = "TIMESTAMPDIFF(DAY, from, to)";
  private static final String FORMATTED = "TO_CHAR(t, 'YYYY-MM-DD HH24:MI:SS')";
  private static final String READ = "TO_TIMESTAMP(x, 'YYYY-MM-DD HH24:MI:SS')";
  private static final String PART = "REGEXP_REPLACE(x, '.*(…).*', '\\1')";

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("DATEADD", LATER),
          Map.entry("DATE_ADD", LATER),
          Map.entry("ADDDATE", LATER),
          Map.entry("DATE_SUB", EARLIER),
          Map.entry("SUBDATE", EARLIER),
          Map.entry("DATEDIFF", BETWEEN_TIMES),
          Map.entry("DATE_DIFF", BETWEEN_TIMES),
          Map.entry("TIMESTAMP_DIFF", BETWEEN_TIMES),
          Map.entry("AGE", "end_time - submit_time"),
          Map.entry("DATE_FORMAT", FORMATTED),
          Map.entry("FORMAT", FORMATTED),
          Map.entry("STRFTIME", FORMATTED),
          Map.entry("DATENAME", FORMATTED),
          Map.entry("STR_TO_DATE", READ),
          Map.entry("PARSE_DATE", READ),
          Map.entry("PARSE_TIMESTAMP", READ),
          Map.entry("DATEPART", "DATE_PART('year', t)"),
          Map.entry("UNIX_TIMESTAMP", "EXTRACT(EPOCH FROM t)"),
          Map.entry("FROM_UNIXTIME", "TO_TIMESTAMP(seconds)"),
          Map.entry("GETDATE", "CURRENT_TIMESTAMP"),
          Map.entry("EOMONTH", "LAST_DAY(t)"),
          Map.entry("ISNULL", "COALESCE(x, y)"),
          Map.entry("NVL2", CASES),
          Map.entry("DECODE", CASES),
          Map.entry("IF", CASES),
          Map.entry("IIF", CASES),
          Map.entry("LEN", "LENGTH(x)"),
          Map.entry("CHARINDEX", "STRPOS(x, part)"),
          Map.entry("TO_NUMBER", "CAST(x AS DECIMAL(19, 2))"),
          Map.entry("TO_VARCHAR", "CAST(x AS VARCHAR)"),
          Map.entry("REGEXP_MATCHES", "REGEXP_LIKE(x, pattern)"),
          Map.entry("REGEXP_CONTAINS", "REGEXP_LIKE(x, pattern)"),
          Map.entry("REGEXP_SUBSTR", PART),
          Map.entry("REGEXP_EXTRACT", PART),
          Map.entry("GROUP_CONCAT", "LISTAGG(x, ',')"),
          Map.entry("RANDOM", "RAND()"));

  /** Which Calcite does not check. */
  private static final Set<String> NEVER_EMPTY = Set.of("COALESCE", "GREATEST", "LEAST");

  private ForeignFunctions() {}

  static void check(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isAt(i + 1, LPAREN, RPAREN) && NEVER_EMPTY.contains(tokens.word(i))) {
        throw SqlMistake.at(
            TokenList.position(tokens.get(i)), tokens.word(i) + " takes one argument or more");
      }
      if (tokens.kind(i + 1) == LPAREN
          && !tokens.isName(i - 1)
          && tokens.kind(i) != QUOTED_IDENTIFIER
          && INSTEAD.containsKey(tokens.word(i))) {
        throw SqlMistake.at(
            TokenList.position(tokens.get(i)),
            "there is no function " + tokens.word(i) + "; write " + INSTEAD.get(tokens.word(i)));
      }
    }
  }
}
