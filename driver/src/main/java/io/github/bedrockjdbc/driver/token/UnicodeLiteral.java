package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import org.apache.calcite.sql.parser.impl.Token;

/** {@code U&'d\0061t\+000061' [UESCAPE '!']}: a plain literal of the characters that are meant. */
final class UnicodeLiteral {
  private static final int SHORT = 4;
  private static final int LONG = 6;
  private static final int HEXADECIMAL = 16;

  private final Token literal;
  private final char escape;

  private UnicodeLiteral(Token literal, char escape) {
    this.literal = literal;
    this.escape = escape;
  }

  static void rewrite(TokenList tokens, int index) {
    char escape = '\\';
    if (tokens.isAt(index + 1, UESCAPE, QUOTED_STRING)) {
      if (tokens.text(index + 2).length() != 1) {
        return; // the parser says what is wrong
      }
      escape = tokens.text(index + 2).charAt(0);
      tokens.remove(index + 1, index + 3);
    }
    final Token literal = tokens.get(index);
    literal.image = new UnicodeLiteral(literal, escape).plain();
    literal.kind = QUOTED_STRING;
  }

  private String plain() {
    final String text = literal.image.substring(literal.image.indexOf('\''));
    final StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) != escape) {
        plain.append(text.charAt(i));
        i++;
      } else if (text.charAt(i + 1) == escape) {
        plain.append(escape);
        i += 2;
      } else {
        final boolean isLong = text.charAt(i + 1) == '+';
        final int first = isLong ? i + 2 : i + 1;
        final int end = first + (isLong ? LONG : SHORT);
        plain.append(character(text, first, end));
        i = end;
      }
    }
    return plain.toString();
  }

  private String character(String text, int first, int end) {
    final String digits = end < text.length() ? text.substring(first, end) : "";
    final int point = digits.matches("[0-9a-fA-F]+") ? Integer.parseInt(digits, HEXADECIMAL) : -1;
    if (!Character.isValidCodePoint(point)) {
      throw SqlMistake.at(
          TokenList.position(literal),
          "after "
              + escape
              + " in U&'…' must be followed by four hexadecimal digits, by + and six, or by"
              + " another "
              + escape);
    }
    return point == '\'' ? "''" : Character.toString(point);
  }
}
