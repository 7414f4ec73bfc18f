package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.value.DateTimeText;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.impl.Token;

/** What PostgreSQL has other words for than the standard, or more of them. */
final class PostgresForms {
  /** Before a query that is {@code TABLE name}; in brackets, what stands before these. */
  private static final Set<Integer> BEFORE_QUERIES =
      Set.of(EOF, FOR, UNION, ALL, DISTINCT, EXCEPT, INTERSECT, SEMICOLON);

  private static final Set<Integer> BEFORE_SUBQUERIES = Set.of(EOF, FROM, IN, EXISTS, AS, JOIN);

  private final TokenList tokens;
  private final Primaries primaries;

  private PostgresForms(TokenList tokens) {
    this.tokens = tokens;
    this.primaries = new Primaries(tokens);
  }

  static void rewrite(TokenList tokens) {
    final PostgresForms forms = new PostgresForms(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      forms.materialized(i);
      forms.nullTest(i);
      forms.timestamp(i);
      forms.table(i);
    }
  }

  /** {@code WITH x AS [NOT] MATERIALIZED (…)} says how, not what. */
  private void materialized(int word) {
    final boolean isNegated = tokens.kind(word - 1) == NOT;
    final int as = isNegated ? word - 2 : word - 1;
    if (is(word, "MATERIALIZED")
        && tokens.kind(as) == AS
        && tokens.kind(word + 1) == LPAREN
        && (tokens.isName(as - 1) || tokens.kind(as - 1) == RPAREN)) {
      tokens.remove(as + 1, word + 1);
    }
  }

  /** {@code x ISNULL} and {@code x NOTNULL}, where PostgreSQL takes neither for an alias. */
  private void nullTest(int word) {
    final boolean isTest = is(word, "ISNULL") || is(word, "NOTNULL");
    if (isTest
        && tokens.kind(word - 1) != AS
        && tokens.kind(word - 1) != DOT
        && tokens.kind(word + 1) != LPAREN
        && tokens.kind(word + 1) != DOT
        && primaries.start(word - 1) >= 0) {
      final Token place = tokens.get(word);
      tokens.replace(
          word,
          word + 1,
          is(word, "ISNULL")
              ? List.of(TokenList.token(IS, "IS", place), TokenList.token(NULL, "NULL", place))
              : List.of(
                  TokenList.token(IS, "IS", place),
                  TokenList.token(NOT, "NOT", place),
                  TokenList.token(NULL, "NULL", place)));
    }
  }

  /** {@code TIMESTAMPTZ '…'} and {@code TIMESTAMP WITH TIME ZONE '…'}: all are instants. */
  private void timestamp(int word) {
    final boolean hasZone =
        tokens.kind(word) == TIMESTAMP
            && (tokens.kind(word + 1) == WITH || tokens.kind(word + 1) == WITHOUT)
            && tokens.isAt(word + 2, TIME, ZONE, QUOTED_STRING);
    if (hasZone) {
      tokens.remove(word + 1, word + 4);
    }
    if (hasZone || (is(word, "TIMESTAMPTZ") && tokens.kind(word + 1) == QUOTED_STRING)) {
      final Token literal = tokens.get(word + 1);
      tokens.get(word).kind = TIMESTAMP;
      literal.image = DateTimeText.literal(literal.image);
    }
  }

  /** {@code TABLE jobs} is a query. */
  private void table(int word) {
    final int before = tokens.kind(word - 1);
    final boolean isQuery =
        BEFORE_QUERIES.contains(before)
            || (before == LPAREN && BEFORE_SUBQUERIES.contains(tokens.kind(word - 2)));
    if (tokens.kind(word) == TABLE && isQuery && tokens.isName(word + 1)) {
      final Token place = tokens.get(word);
      tokens.replace(
          word,
          word + 1,
          List.of(
              TokenList.token(SELECT, "SELECT", place),
              TokenList.token(STAR, "*", place),
              TokenList.token(FROM, "FROM", place)));
    }
  }

  private boolean is(int index, String word) {
    return tokens.kind(index) == IDENTIFIER && tokens.get(index).image.equalsIgnoreCase(word);
  }
}
