package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.impl.Token;

/**
 * {@code SELECT 1 WHERE condition}: without FROM there is one row, as in PostgreSQL, and Calcite's
 * parser wants it to be written.
 */
final class SourcelessFilter {
  /** No name that a statement uses. */
  private static final String ONE_ROW = "\"one row\"";

  private SourcelessFilter() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == SELECT) {
        final int filter = filter(tokens, i + 1);
        if (filter > 0) {
          tokens.replace(filter, filter, source(tokens.get(filter)));
        }
      }
    }
  }

  /** The WHERE that ends a select list; negative if FROM or something else does. */
  private static int filter(TokenList tokens, int first) {
    for (int i = first; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case WHERE -> {
          return i;
        }
        case FROM -> {
          if (tokens.kind(i - 1) != DISTINCT) {
            return -1;
          }
        }
        case STAR -> {
          if (i == first) {
            return -1; // there are no columns
          }
        }
        case SELECT, UNION, INTERSECT, EXCEPT, RPAREN -> {
          return -1;
        }
        case LPAREN, LBRACE_FN -> {
          i = tokens.closing(i);
          if (i < 0) {
            return -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /** {@code FROM (VALUES (0)) AS "one row"}. */
  private static List<Token> source(Token place) {
    final List<Token> source = new ArrayList<>();
    source.add(TokenList.token(FROM, "FROM", place));
    source.add(TokenList.token(LPAREN, "(", place));
    source.add(TokenList.token(VALUES, "VALUES", place));
    source.add(TokenList.token(LPAREN, "(", place));
    source.add(TokenList.token(UNSIGNED_INTEGER_LITERAL, "0", place));
    source.add(TokenList.token(RPAREN, ")", place));
    source.add(TokenList.token(RPAREN, ")", place));
    source.add(TokenList.token(AS, "AS", place));
    source.add(TokenList.token(QUOTED_IDENTIFIER, ONE_ROW, place));
    return source;
  }
}
