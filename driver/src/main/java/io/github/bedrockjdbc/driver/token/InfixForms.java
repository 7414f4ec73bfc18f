package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.function.WallClock;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.impl.Token;

/** {@code x::type} and {@code x AT TIME ZONE zone}, which become calls. */
final class InfixForms {
  private final TokenList tokens;
  private final Primaries primaries;

  private InfixForms(TokenList tokens) {
    this.tokens = tokens;
    this.primaries = new Primaries(tokens);
  }

  /** Casts first, as they bind more tightly; from the left, as they follow each other. */
  static void rewrite(TokenList tokens) {
    final InfixForms forms = new InfixForms(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isAt(i, COLON, COLON)) {
        forms.cast(i);
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isAt(i, AT, TIME, ZONE)) {
        forms.zone(i);
      }
    }
  }

  private void cast(int colons) {
    final int start = start(colons, "::");
    final int end = TypeNames.end(tokens, colons + 2);
    if (end < 0) {
      throw SqlMistake.at(
          TokenList.position(tokens.get(colons)), "after :: stands a type, as in x::VARCHAR");
    }
    final Token sign = tokens.get(colons);
    final Token last = tokens.get(end);
    final List<Token> call = new ArrayList<>();
    call.add(TokenList.token(CAST, "CAST", tokens.get(start)));
    call.add(TokenList.token(LPAREN, "(", tokens.get(start)));
    call.addAll(tokens.part(start, colons));
    call.add(TokenList.token(AS, "AS", sign));
    call.addAll(tokens.part(colons + 2, end + 1));
    call.add(TokenList.token(RPAREN, ")", last));
    tokens.replace(start, end + 1, call);
  }

  private void zone(int at) {
    final int start = start(at, "AT TIME ZONE");
    final int end = primaries.end(at + 3);
    if (end < 0) {
      throw SqlMistake.at(
          TokenList.position(tokens.get(at)),
          "after AT TIME ZONE stands a zone, as in submit_time AT TIME ZONE 'Europe/Berlin'");
    }
    final List<Token> call = new ArrayList<>();
    call.add(TokenList.token(IDENTIFIER, WallClock.NAME, tokens.get(start)));
    call.add(TokenList.token(LPAREN, "(", tokens.get(start)));
    call.addAll(tokens.part(at + 3, end + 1));
    call.add(TokenList.token(COMMA, ",", tokens.get(at)));
    call.addAll(tokens.part(start, at));
    call.add(TokenList.token(RPAREN, ")", tokens.get(end)));
    tokens.replace(start, end + 1, call);
  }

  private int start(int sign, String what) {
    final int start = primaries.start(sign - 1);
    if (start < 0) {
      throw SqlMistake.at(
          TokenList.position(tokens.get(sign)),
          "before "
              + what
              + " there must be a value: a name, a literal, a call or an expression in"
              + " parentheses");
    }
    return start;
  }
}
