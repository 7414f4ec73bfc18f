package io.github.bedrockjdbc.driver.sql;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.List;

/** {@code LIMIT NULL} and {@code OFFSET NULL}: no limit, for which the grammar has no NULL. */
final class NullLimit {
  private static final int FETCH_LENGTH = 5;

  private NullLimit() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isAt(i, LIMIT, NULL)) {
        tokens.replace(i + 1, i + 2, List.of(TokenList.token(ALL, "ALL", tokens.get(i + 1))));
      } else if (tokens.isAt(i, OFFSET, NULL)) {
        tokens.replace(
            i + 1,
            i + 2,
            List.of(TokenList.token(UNSIGNED_INTEGER_LITERAL, "0", tokens.get(i + 1))));
      } else if (isFetch(tokens, i)) {
        tokens.replace(i, i + FETCH_LENGTH, List.of());
      }
    }
  }

  private static boolean isFetch(TokenList tokens, int start) {
    return tokens.kind(start) == FETCH
        && (tokens.kind(start + 1) == FIRST || tokens.kind(start + 1) == NEXT)
        && tokens.kind(start + 2) == NULL
        && (tokens.kind(start + 3) == ROW || tokens.kind(start + 3) == ROWS)
        && tokens.kind(start + 4) == ONLY;
  }
}
