package io.github.bedrockjdbc.driver.token;

import io.github.bedrockjdbc.driver.function.Functions;
import io.github.bedrockjdbc.driver.value.DateTimeText;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.impl.SimpleCharStream;
import org.apache.calcite.sql.parser.impl.SqlParserImpl;
import org.apache.calcite.sql.parser.impl.SqlParserImplTokenManager;
import org.apache.calcite.sql.parser.impl.Token;
import org.apache.calcite.sql.parser.impl.TokenMgrError;

/**
 * Calcite's lexer, for what clients write beyond Calcite's grammar. Single tokens are renamed or
 * left out; the text stays as it is, so that literals, quoted names and comments are never touched,
 * and errors point to what was written.
 */
public final class SqlTokens extends SqlParserImplTokenManager {
  /** Escapes whose content is plain SQL: an outer join, LIKE's escape character, a limit. */
  private static final Set<String> PLAIN_ESCAPES = Set.of("OJ", "ESCAPE", "LIMIT");

  private static final Set<Integer> CASTS = Set.of(CAST, SAFE_CAST, TRY_CAST, CONVERT);

  private enum Bracket {
    PLAIN,
    /** Holds a type, where the names of types are no other names. */
    CAST,
    /** Left out, and so is what closes it. */
    LEFT_OUT
  }

  private final Deque<Bracket> brackets = new ArrayDeque<>();
  private Token previous = new Token();
  private Token ahead;
  private Deque<Token> rewritten;
  private TokenMgrError unreadable;

  private SqlTokens(Reader sql) {
    super(new Characters(sql));
  }

  /** A parser that reads these tokens. */
  public static SqlAbstractParserImpl parser(Reader sql) {
    final SqlParserImpl parser = new SqlParserImpl(Reader.nullReader());
    parser.ReInit(new SqlTokens(sql));
    return parser;
  }

  /** The tokens of a text, as far as they can be read, without comments and end. */
  public static List<Token> all(String sql) {
    final SqlTokens source = new SqlTokens(new StringReader(sql));
    source.SwitchTo(DQID);
    final List<Token> tokens = new ArrayList<>();
    try {
      for (Token token = source.renamed(); token.kind != EOF; token = source.renamed()) {
        tokens.add(token);
      }
    } catch (TokenMgrError e) {
      return tokens; // the parser says what is wrong
    }
    return tokens;
  }

  /** The first token of a text, if it can be read. */
  public static Optional<Token> first(String sql) {
    final SqlTokens source = new SqlTokens(new StringReader(sql));
    source.SwitchTo(DQID);
    try {
      return Optional.of(source.renamed()).filter(token -> token.kind != EOF);
    } catch (TokenMgrError e) {
      return Optional.empty(); // the parser says what is wrong
    }
  }

  /** Whether all of a text is tokens, blanks and comments. */
  public static boolean isReadable(String sql) {
    final SqlTokens source = new SqlTokens(new StringReader(sql));
    source.SwitchTo(DQID);
    try {
      while (source.getNextToken().kind != EOF) {
        // only whether it ends
      }
      return true;
    } catch (TokenMgrError e) {
      return false;
    }
  }

  /** All tokens are read at the first call, because rewrites look back and ahead. */
  @Override
  public Token getNextToken() {
    if (rewritten == null) {
      rewritten = rewritten();
    }
    if (rewritten.isEmpty() && unreadable != null) {
      throw unreadable;
    }
    return rewritten.isEmpty() ? previous : rewritten.remove(); // the end is read again and again
  }

  private Deque<Token> rewritten() {
    final List<Token> tokens = new ArrayList<>();
    try {
      for (Token token = renamed(); token.kind != EOF; token = renamed()) {
        tokens.add(token);
      }
    } catch (TokenMgrError e) {
      unreadable = e;
      return new ArrayDeque<>(tokens);
    }
    return new ArrayDeque<>(TokenRewrites.of(tokens));
  }

  private Token renamed() {
    Token token = read();
    while (isLeftOut(token)) {
      token = read();
    }
    if (isName(token)) {
      token.kind = IDENTIFIER;
    } else if (token.kind == QUOTED_STRING
        && (previous.kind == TIMESTAMP || previous.kind == LBRACE_TS)) {
      token.image = DateTimeText.literal(token.image);
    } else if (token.kind == QUOTED_STRING
        && (previous.kind == TIME || previous.kind == LBRACE_T)) {
      token.image = DateTimeText.timeLiteral(token.image);
    } else if (token.kind == SQL_CHAR) {
      token.kind = SQL_VARCHAR; // a CHAR without a length would keep one character
    }
    if (token.kind == LPAREN) {
      brackets.push(CASTS.contains(previous.kind) ? Bracket.CAST : Bracket.PLAIN);
    } else if (token.kind == RPAREN && !brackets.isEmpty()) {
      brackets.pop();
    }
    previous = token;
    return token;
  }

  private Token read() {
    if (ahead == null && unreadable != null) {
      throw unreadable;
    }
    final Token token = ahead == null ? super.getNextToken() : ahead;
    ahead = null;
    return token;
  }

  private Token next(Token token) {
    if (ahead == null && token.kind != EOF && unreadable == null) {
      try {
        ahead = super.getNextToken();
      } catch (TokenMgrError e) {
        unreadable = e; // in its turn
      }
    }
    return ahead == null ? token : ahead;
  }

  private boolean isLeftOut(Token token) {
    switch (token.kind) {
      case LBRACE, LBRACE_FN -> {
        final String word = next(token).image.toUpperCase(Locale.ROOT);
        final boolean leftOut =
            token.kind == LBRACE ? PLAIN_ESCAPES.contains(word) : Functions.isEscapedAsItIs(word);
        brackets.push(leftOut ? Bracket.LEFT_OUT : Bracket.PLAIN);
        if (token.kind == LBRACE_FN) {
          next(token).image = word; // Calcite knows these names in capitals
        }
        if (leftOut && word.equals("OJ")) {
          ahead = null;
        }
        return leftOut;
      }
      case LBRACE_D, LBRACE_T, LBRACE_TS -> brackets.push(Bracket.PLAIN);
      case RBRACE -> {
        return !brackets.isEmpty() && brackets.pop() == Bracket.LEFT_OUT;
      }
      default -> {}
    }
    return false;
  }

  /** Whether a keyword stands where only a name can. */
  private boolean isName(Token token) {
    if (!isKeyword(token)) {
      return false;
    }
    final String word = token.image.toUpperCase(Locale.ROOT);
    final int next = next(token).kind;
    if (Functions.OF_THE_PARSER.contains(word) && next == LPAREN) {
      return previous.kind != AS; // the ordinary function of that name, not the parser's own form
    }
    if (previous.kind == DOT) {
      return true;
    }
    if (next == LPAREN || next == QUOTED_STRING) {
      return false; // a call, or a literal as DATE '2026-03-08'
    }
    final boolean inCast = brackets.peek() == Bracket.CAST;
    if (previous.kind == AS) {
      return !inCast
          && (!Keywords.NO_ALIASES.contains(word) || NamePlaces.ENDS_ITEM.contains(next));
    }
    final boolean isOfJson = token.kind == EMPTY && previous.kind == ON;
    if (!Keywords.NAMES.contains(word) || isOfJson) {
      return false;
    }
    return NamePlaces.BEFORE_VALUES.contains(previous.kind)
        ? isValue(next, inCast, Keywords.UNITS.contains(word))
        : isAlias(word, next, inCast);
  }

  private boolean isValue(int next, boolean inCast, boolean isUnit) {
    final boolean mayStand =
        switch (previous.kind) {
          case LPAREN -> next != BETWEEN && (!isUnit || (next != COMMA && next != FROM));
          case COMMA -> !inCast;
          default -> true;
        };
    return mayStand && NamePlaces.AFTER_NAMES.contains(next);
  }

  /** Without AS. */
  private boolean isAlias(String word, int next, boolean inCast) {
    final boolean isBehind =
        NamePlaces.BEFORE_ALIASES.contains(previous.kind)
            ? NamePlaces.AFTER_ALIASES.contains(next)
            : NamePlaces.LITERALS.contains(previous.kind) && NamePlaces.ENDS_ITEM.contains(next);
    return isBehind && !inCast && !Keywords.NO_BARE_ALIASES.contains(word);
  }

  /** Whether the parser has a word of its own for it. */
  public static boolean isKeyword(Token token) {
    return token.kind > EOF && token.kind < UNSIGNED_INTEGER_LITERAL;
  }

  /** Counts a tab as one column, as an editor's cursor does. */
  private static final class Characters extends SimpleCharStream {
    Characters(Reader sql) {
      super(sql, 1, 1);
      setTabSize(1);
    }
  }
}
