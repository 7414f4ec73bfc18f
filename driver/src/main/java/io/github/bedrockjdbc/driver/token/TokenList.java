package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.impl.Token;

/** The tokens of a statement, for rewrites that look further than to the next one. */
final class TokenList {
  private final List<Token> tokens;

  TokenList(List<Token> tokens) {
    this.tokens = new ArrayList<>(tokens);
  }

  List<Token> tokens() {
    return tokens;
  }

  int size() {
    return tokens.size();
  }

  Token get(int index) {
    return tokens.get(index);
  }

  /** The kind of a token, {@code EOF} before the first and after the last. */
  int kind(int index) {
    return index < 0 || index >= tokens.size() ? EOF : tokens.get(index).kind;
  }

  /** Whether the tokens from an index on are of these kinds. */
  boolean isAt(int index, int... kinds) {
    for (int i = 0; i < kinds.length; i++) {
      if (kind(index + i) != kinds[i]) {
        return false;
      }
    }
    return true;
  }

  /** A token in upper case, without the quotes of a name; empty beyond the ends. */
  String word(int index) {
    if (kind(index) == EOF) {
      return "";
    }
    final String image = get(index).image;
    return (kind(index) == QUOTED_IDENTIFIER ? image.substring(1, image.length() - 1) : image)
        .toUpperCase(Locale.ROOT);
  }

  boolean isName(int index) {
    return kind(index) == IDENTIFIER || kind(index) == QUOTED_IDENTIFIER;
  }

  /** The text that a literal in quotes stands for. */
  String text(int index) {
    final String image = get(index).image;
    return image.substring(1, image.length() - 1).replace("''", "'");
  }

  /** The bracket that closes the one at an index, or -1. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < size(); i++) {
      depth += nesting(kind(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The bracket that opens what is closed at an index, or -1. */
  int opening(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += nesting(kind(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** How a token changes the depth of brackets. */
  static int nesting(int kind) {
    return switch (kind) {
      case LPAREN, LBRACKET, LBRACE, LBRACE_D, LBRACE_T, LBRACE_TS, LBRACE_FN -> 1;
      case RPAREN, RBRACKET, RBRACE -> -1;
      default -> 0;
    };
  }

  /** Puts tokens in the place of those from an index up to, not including, another. */
  void replace(int from, int to, List<Token> by) {
    final List<Token> range = tokens.subList(from, to);
    range.clear();
    range.addAll(by);
  }

  void insert(int index, Token token) {
    tokens.add(index, token);
  }

  void remove(int from, int to) {
    tokens.subList(from, to).clear();
  }

  /** The tokens from an index up to, not including, another. */
  List<Token> part(int from, int to) {
    return List.copyOf(tokens.subList(from, to));
  }

  /** A token that was not written, with the place of one that was. */
  static Token token(int kind, String image, Token place) {
    final Token token = new Token();
    token.kind = kind;
    token.image = image;
    token.beginLine = place.beginLine;
    token.beginColumn = place.beginColumn;
    token.endLine = place.endLine;
    token.endColumn = place.endColumn;
    return token;
  }

  static SqlParserPos position(Token token) {
    return new SqlParserPos(token.beginLine, token.beginColumn, token.endLine, token.endColumn);
  }
}
