package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Set;

/** Forms of other databases that there are not here, with what to write instead. */
final class ForeignForms {
  private static final Set<Integer> OPERATORS = Set.of(PLUS, MINUS, STAR, SLASH, CONCAT);

  private final TokenList tokens;

  private ForeignForms(TokenList tokens) {
    this.tokens = tokens;
  }

  static void check(TokenList tokens) {
    final ForeignForms forms = new ForeignForms(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      forms.check(i);
    }
  }

  private void check(int i) {
    if (tokens.isAt(i, SELECT, DISTINCT, ON)) {
      throw refused(
          i + 1,
          "DISTINCT ON is not supported: write QUALIFY ROW_NUMBER() OVER (PARTITION BY a ORDER BY"
              + " b) = 1");
    }
    if (tokens.kind(i) == WITH && tokens.word(i + 1).equals("TIES")) {
      throw refused(i, "WITH TIES is not supported: write QUALIFY RANK() OVER (ORDER BY a) <= 10");
    }
    if (tokens.kind(i) == SELECT
        && tokens.word(i + 1).equals("TOP")
        && tokens.kind(i + 2) == UNSIGNED_INTEGER_LITERAL) {
      throw refused(
          i + 1, "TOP is not supported: write LIMIT " + tokens.word(i + 2) + " at the end");
    }
    if (tokens.kind(i) == FOR && isLock(i + 1)) {
      throw refused(i, "FOR SHARE is not supported: leave it out, as no job is ever locked");
    }
    if (tokens.kind(i) == LAMBDA && tokens.kind(i + 1) == GT) {
      throw refused(i, "'->>' is not supported: write JSON_VALUE(x, '$.name')");
    }
    if (tokens.isAt(i, LAMBDA, QUOTED_STRING)) {
      throw refused(i, "'->' is not supported: write JSON_QUERY(x, '$.name')");
    }
    if (tokens.kind(i) == IDENTIFIER && tokens.get(i).image.startsWith("$$")) {
      throw refused(i, "texts stand in single quotes, such as 'it''s'");
    }
    if (tokens.isAt(i, AS, INTERVAL, RPAREN)) {
      throw refused(
          i + 1,
          "only a literal can be cast to INTERVAL: write CAST(x AS INTERVAL HOUR), or n * INTERVAL"
              + " '1' HOUR");
    }
    checkCount(i);
  }

  /** Not an argument of SUBSTRING. */
  private boolean isLock(int word) {
    final int next = tokens.kind(word + 1);
    return tokens.word(word).equals("SHARE")
        ? next == EOF || next == SEMICOLON || next == OF
        : tokens.word(word).equals("KEY") && tokens.word(word + 1).equals("SHARE");
  }

  /** A number of rows is a number or a parameter. */
  private void checkCount(int i) {
    final int count = count(i);
    if (count < 0) {
      return;
    }
    final boolean isOther =
        switch (tokens.kind(count)) {
          case LPAREN, CAST, IDENTIFIER, QUOTED_IDENTIFIER -> true;
          default -> OPERATORS.contains(tokens.kind(count + 1));
        };
    if (isOther) {
      throw refused(
          count,
          (tokens.kind(i) == OFFSET ? "OFFSET" : "LIMIT")
              + " takes a number or a parameter: write LIMIT 10, or LIMIT ? and set the value");
    }
  }

  private int count(int i) {
    return switch (tokens.kind(i)) {
      case LIMIT -> i + 1;
      case OFFSET -> tokens.kind(i - 1) == LBRACKET ? -1 : i + 1;
      case FETCH -> tokens.kind(i + 1) == FIRST || tokens.kind(i + 1) == NEXT ? i + 2 : -1;
      default -> -1;
    };
  }

  private RuntimeException refused(int index, String instead) {
    return SqlMistake.at(TokenList.position(tokens.get(index)), instead);
  }
}
