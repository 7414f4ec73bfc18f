package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.List;

/**
 * {@code LIMIT NULL} and {@code OFFSET NULL}: no limit, for which the grammar has no NULL. {@code
 * FETCH FIRST ROW ONLY}: a number that is left out is one. {@code LIMIT (10)} and {@code LIMIT
 * '10'}.
 */
final class LimitForms {
  private static final int FETCH_LENGTH = 5;

  private LimitForms() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      plain(tokens, i);
      if (tokens.isAt(i, LIMIT, NULL)) {
        tokens.replace(i + 1, i + 2, List.of(TokenList.token(ALL, "ALL", tokens.get(i + 1))));
      } else if (tokens.isAt(i, OFFSET, NULL)) {
        tokens.replace(
            i + 1,
            i + 2,
            List.of(TokenList.token(UNSIGNED_INTEGER_LITERAL, "0", tokens.get(i + 1))));
      } else if (isFetchNull(tokens, i)) {
        tokens.replace(i, i + FETCH_LENGTH, List.of());
      } else if (isFetch(tokens, i) && isRow(tokens.kind(i + 2))) {
        tokens.insert(i + 2, TokenList.token(UNSIGNED_INTEGER_LITERAL, "1", tokens.get(i + 2)));
      }
    }
  }

  /** Without brackets, or quotes. */
  private static void plain(TokenList tokens, int i) {
    if (tokens.kind(i) != LIMIT && (tokens.kind(i) != OFFSET || tokens.kind(i - 1) == LBRACKET)) {
      return;
    }
    if (tokens.isAt(i + 1, LPAREN, UNSIGNED_INTEGER_LITERAL, RPAREN)
        || tokens.isAt(i + 1, LPAREN, HOOK, RPAREN)) {
      tokens.remove(i + 3, i + 4);
      tokens.remove(i + 1, i + 2);
    } else if (tokens.kind(i + 1) == QUOTED_STRING && tokens.text(i + 1).matches("\\d+")) {
      tokens.replace(
          i + 1,
          i + 2,
          List.of(
              TokenList.token(UNSIGNED_INTEGER_LITERAL, tokens.text(i + 1), tokens.get(i + 1))));
    }
  }

  private static boolean isFetchNull(TokenList tokens, int start) {
    return isFetch(tokens, start)
        && tokens.kind(start + 2) == NULL
        && isRow(tokens.kind(start + 3))
        && tokens.kind(start + 4) == ONLY;
  }

  private static boolean isFetch(TokenList tokens, int start) {
    return tokens.kind(start) == FETCH
        && (tokens.kind(start + 1) == FIRST || tokens.kind(start + 1) == NEXT);
  }

  private static boolean isRow(int kind) {
    return kind == ROW || kind == ROWS;
  }
}
