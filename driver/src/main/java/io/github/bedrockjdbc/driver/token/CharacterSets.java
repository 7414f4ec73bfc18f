package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.AS;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.CHAR;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.CHARACTER;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.COLON;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.NATIONAL;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.NCHAR;
import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.VARCHAR;

import io.github.bedrockjdbc.driver.error.SqlMistake;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.impl.Token;

/**
 * Leaves out what labels a text with a character set, in types and before literals, since every
 * text is Unicode here; and collations that order and compare as we do.
 */
final class CharacterSets {
  /** By code point; or Calcite's own names, in which the locale has no effect either. */
  private static final Pattern BINARY =
      Pattern.compile("C|POSIX|UCS_BASIC|UNICODE_BINARY|BINARY|DEFAULT|[^$]+\\$[^$]*\\$[^$]*");

  private static final Set<Integer> TYPES_END = Set.of(CHAR, VARCHAR, CHARACTER, VARYING, RPAREN);

  private static final Set<Integer> TEXT_TYPES = Set.of(CHAR, CHARACTER, VARCHAR);

  private CharacterSets() {}

  static void rewrite(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case CHARACTER -> {
          if (tokens.kind(i + 1) == SET && TYPES_END.contains(tokens.kind(i - 1))) {
            tokens.remove(i, endOfName(tokens, i + 2));
            i--;
          }
        }
        case COLLATE -> {
          final int end = endOfName(tokens, i + 1);
          checkCollation(tokens, i + 1, end);
          tokens.remove(i, end);
          i--;
        }
        case NATIONAL -> {
          if (isType(tokens, i) && TEXT_TYPES.contains(tokens.kind(i + 1))) {
            tokens.remove(i, i + 1);
          }
        }
        case NCHAR -> {
          if (isType(tokens, i)) {
            tokens.get(i).kind = CHAR;
          }
        }
        case PREFIXED_STRING_LITERAL -> unprefixed(tokens.get(i));
        case UNICODE_STRING_LITERAL -> UnicodeLiteral.rewrite(tokens, i);
        default -> {}
      }
    }
  }

  /** After {@code AS} or {@code ::}. */
  private static boolean isType(TokenList tokens, int index) {
    return tokens.kind(index - 1) == AS || tokens.isAt(index - 2, COLON, COLON);
  }

  private static int endOfName(TokenList tokens, int first) {
    int last = first;
    while (tokens.kind(last + 1) == DOT) {
      last += 2;
    }
    return Math.min(last + 1, tokens.size());
  }

  private static void checkCollation(TokenList tokens, int first, int end) {
    if (first >= tokens.size() || !BINARY.matcher(tokens.word(end - 1)).matches()) {
      throw SqlMistake.at(
          TokenList.position(tokens.get(Math.min(first, tokens.size() - 1))),
          "texts are compared and ordered exactly, as COLLATE \"C\" does; there is no other"
              + " collation");
    }
  }

  private static void unprefixed(Token literal) {
    literal.image = literal.image.substring(literal.image.indexOf('\''));
    literal.kind = QUOTED_STRING;
  }
}
