package io.github.bedrockjdbc.driver.sql;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

/** {@code FETCH FIRST ROW ONLY}: a number that is left out is one. */
final class FetchRow {
  private FetchRow() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      final int row = tokens.kind(i + 2);
      if (tokens.kind(i) == FETCH
          && (tokens.kind(i + 1) == FIRST || tokens.kind(i + 1) == NEXT)
          && (row == ROW || row == ROWS)) {
        tokens.insert(i + 2, TokenList.token(UNSIGNED_INTEGER_LITERAL, "1", tokens.get(i + 2)));
      }
    }
  }
}
