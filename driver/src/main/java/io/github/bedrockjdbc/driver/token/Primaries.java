package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import java.util.Set;

/**
 * Where an operand begins or ends that binds as tightly as a literal, a name, a call, {@code CASE …
 * END} or what stands in brackets.
 */
final class Primaries {
  /** Keywords after which a bracket is no list of arguments. */
  private static final Set<Integer> NO_CALLS =
      Set.of(
          ALL, AND, AS, BETWEEN, BY, CASE, DISTINCT, ELSE, EXCEPT, FROM, HAVING, IN, INTERSECT, IS,
          JOIN, LIKE, LIMIT, NOT, OFFSET, ON, OR, QUALIFY, SELECT, SIMILAR, THEN, UNION, USING,
          VALUES, WHEN, WHERE, FETCH, LATERAL, ESCAPE, FOR);

  private static final Set<Integer> BEFORE_TEXTS =
      Set.of(DATE, TIME, TIMESTAMP, INTERVAL, DATETIME, UUID);

  private static final Set<Integer> UNITS = Set.of(YEAR, MONTH, DAY, HOUR, MINUTE, SECOND);

  private final TokenList tokens;

  Primaries(TokenList tokens) {
    this.tokens = tokens;
  }

  /**
   * The first token of the operand that ends with a token.
   *
   * @return -1 if none does
   */
  int start(int last) {
    final int kind = tokens.kind(last);
    return switch (kind) {
      case RPAREN -> startOfBracket(tokens.opening(last));
      case RBRACKET -> {
        final int open = tokens.opening(last);
        yield open < 1 || tokens.kind(open - 1) == ARRAY ? open - 1 : start(open - 1);
      }
      case RBRACE -> tokens.opening(last);
      case END -> startOfCase(last);
      case QUOTED_STRING, PREFIXED_STRING_LITERAL, UNICODE_STRING_LITERAL -> startOfText(last);
      case EOF, LPAREN, COMMA, COLON -> -1;
      default -> startOfName(last);
    };
  }

  private int startOfName(int last) {
    if (NO_CALLS.contains(tokens.kind(last))) {
      return -1;
    }
    if (UNITS.contains(tokens.kind(last)) && tokens.kind(last - 1) == QUOTED_STRING) {
      return startOfText(last - 1);
    }
    if (UNITS.contains(tokens.kind(last)) && tokens.kind(last - 1) == TO) {
      return start(last - 2);
    }
    if (tokens.kind(last - 1) == OVER) {
      return start(beforeOver(last - 1));
    }
    int first = last;
    while (tokens.kind(first - 1) == DOT && first >= 2) {
      first -= 2;
    }
    return first;
  }

  private int startOfText(int last) {
    int first = last;
    while (tokens.kind(first - 1) == QUOTED_STRING) {
      first--; // one literal in several lines
    }
    if (tokens.kind(first - 1) == MINUS && tokens.kind(first - 2) == INTERVAL) {
      return first - 2;
    }
    return BEFORE_TEXTS.contains(tokens.kind(first - 1)) ? first - 1 : first;
  }

  private int startOfCase(int end) {
    int depth = 0;
    for (int i = end; i >= 0; i--) {
      depth += tokens.kind(i) == END ? 1 : tokens.kind(i) == CASE ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int startOfBracket(int open) {
    final int before = tokens.kind(open - 1);
    if (open < 0) {
      return -1;
    }
    if (before == OVER) {
      return start(beforeOver(open - 1));
    }
    if (before == FILTER) {
      return start(open - 2);
    }
    if (before == GROUP && tokens.kind(open - 2) == WITHIN) {
      return start(open - 3);
    }
    final boolean isCall =
        tokens.isName(open - 1)
            || (open > 0
                && SqlTokens.isKeyword(tokens.get(open - 1))
                && !NO_CALLS.contains(before));
    return isCall ? startOfName(open - 1) : open;
  }

  private int beforeOver(int over) {
    final boolean treatsNulls =
        tokens.kind(over - 1) == NULLS
            && (tokens.kind(over - 2) == IGNORE || tokens.kind(over - 2) == RESPECT);
    return treatsNulls ? over - 3 : over - 1;
  }

  /**
   * The last token of the operand that begins with a token.
   *
   * @return -1 if none does
   */
  int end(int first) {
    return switch (tokens.kind(first)) {
      case EOF, RPAREN, COMMA, MINUS, PLUS -> -1;
      case CASE -> endOfCase(first);
      case LPAREN, LBRACE_FN, LBRACE_D, LBRACE_T, LBRACE_TS -> tokens.closing(first);
      case QUOTED_STRING -> endOfText(first);
      default -> isTypedText(first) ? endOfUnits(endOfText(first + 1)) : endOfName(first);
    };
  }

  private int endOfCase(int first) {
    int depth = 0;
    for (int i = first; i < tokens.size(); i++) {
      depth += tokens.kind(i) == CASE ? 1 : tokens.kind(i) == END ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int endOfText(int first) {
    int last = first;
    while (tokens.kind(last + 1) == QUOTED_STRING) {
      last++;
    }
    return last;
  }

  private boolean isTypedText(int first) {
    return BEFORE_TEXTS.contains(tokens.kind(first)) && tokens.kind(first + 1) == QUOTED_STRING;
  }

  private int endOfUnits(int text) {
    int last = text;
    while (UNITS.contains(tokens.kind(last + 1)) || tokens.kind(last + 1) == TO) {
      last = tokens.kind(last + 2) == LPAREN ? tokens.closing(last + 2) : last + 1;
    }
    return last;
  }

  private int endOfName(int first) {
    int last = first;
    while (tokens.kind(last + 1) == DOT) {
      last += 2;
    }
    return tokens.kind(last + 1) == LPAREN ? endOfCall(tokens.closing(last + 1)) : last;
  }

  /** With all that may follow the arguments of an aggregate or a window function. */
  private int endOfCall(int arguments) {
    int last = arguments;
    if (tokens.isAt(last + 1, WITHIN, GROUP, LPAREN)) {
      last = tokens.closing(last + 3);
    }
    if (tokens.isAt(last + 1, FILTER, LPAREN)) {
      last = tokens.closing(last + 2);
    }
    if (tokens.isAt(last + 1, IGNORE, NULLS) || tokens.isAt(last + 1, RESPECT, NULLS)) {
      last += 2;
    }
    if (tokens.kind(last + 1) == OVER) {
      last = tokens.kind(last + 2) == LPAREN ? tokens.closing(last + 2) : last + 2;
    }
    return last;
  }
}
