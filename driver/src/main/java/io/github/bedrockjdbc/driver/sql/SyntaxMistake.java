package io.github.bedrockjdbc.driver.sql;

import static org.apache.calcite.util.Static.RESOURCE;

import io.github.bedrockjdbc.adapter.config.Suggestion;
import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.token.SqlTokens;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.Token;

/** What is wrong with a text that cannot be parsed: what was found, and shortly what would do. */
final class SyntaxMistake {
  private static final List<String> BEGINNINGS = List.of("SELECT", "WITH", "VALUES", "EXPLAIN");

  /** Of some hundred words that the parser could go on with, those that people think of. */
  private static final List<String> WORTH_TELLING =
      List.of(
          ",", ")", "(", "FROM", "BY", "ON", "THEN", "WHEN", "END", "AND", "AS", "WHERE", "GROUP",
          "ORDER", "LIMIT", "PLAN", "FOR");

  private static final int MOST_TOLD = 6;

  private static final String QUERY_AS_VALUE = RESOURCE.illegalQueryExpression().str();

  /** These are never meant as names. */
  private static final Set<String> CLAUSES =
      Set.of("SELECT", "FROM", "WHERE", "HAVING", "UNION", "JOIN", "ON", "AND", "OR", "BY", "INTO");

  private final SqlParseException refused;
  private final String sql;
  private final SqlParserPos pos;

  private SyntaxMistake(SqlParseException refused, String sql) {
    this.refused = refused;
    this.sql = sql;
    this.pos = refused.getPos();
  }

  static SQLException of(SqlParseException refused, String sql) {
    final SyntaxMistake mistake = new SyntaxMistake(refused, sql);
    return SqlErrors.of(SqlState.SYNTAX, mistake.textWithPlace(), refused);
  }

  private String textWithPlace() {
    final List<Token> tokens = SqlTokens.all(sql);
    final Optional<Token> open = tokens.stream().filter(SyntaxMistake::isOpenQuote).findFirst();
    if (open.isPresent()) { // all that follows is read wrongly
      return SqlMistake.place(open.get().beginLine, open.get().beginColumn)
          + "the quote "
          + open.get().image
          + " is not closed";
    }
    return pos == null
        ? refused.getMessage()
        : SqlMistake.place(pos.getLineNum(), pos.getColumnNum()) + text(tokens);
  }

  private static boolean isOpenQuote(Token token) {
    return token.kind == SqlParserImplConstants.QUOTE
        || token.kind == SqlParserImplConstants.DOUBLE_QUOTE;
  }

  private String text(List<Token> tokens) {
    if (refused.getMessage().equals(QUERY_AS_VALUE)) {
      return "a query cannot stand here; in PARTITION BY, write COALESCE((SELECT …), NULL), or"
          + " compute the value in a subquery in FROM";
    }
    if (refused.getMessage().contains("\"<EOF>\"")) {
      return "the statement is incomplete" + expected();
    }
    final Optional<Token> token = tokens.stream().filter(this::isHere).findFirst();
    if (token.isEmpty()) {
      return unreadable();
    }
    final Token found = token.get();
    if (found == tokens.get(0)) {
      final String begins = "a statement begins with SELECT, WITH, VALUES or EXPLAIN, not '";
      return begins
          + found.image
          + "'"
          + Suggestion.to(found.image, BEGINNINGS)
              .map(near -> "; did you mean '" + near + "'?")
              .orElse("");
    }
    if (refused.getExpectedTokenNames().isEmpty()) { // of the parser's own words
      return refused.getMessage();
    }
    return "found '" + found.image + "'" + expected() + advice(found, tokens);
  }

  private boolean isHere(Token token) {
    return token.beginLine == pos.getLineNum() && token.beginColumn == pos.getColumnNum();
  }

  private String unreadable() {
    final List<String> lines = sql.lines().toList();
    final int line = pos.getLineNum() - 1;
    final int column = pos.getColumnNum() - 1;
    if (line < 0 || line >= lines.size() || column < 0 || column >= lines.get(line).length()) {
      return sql.contains("/*") ? "a comment is not closed" : "the end of the text is unreadable";
    }
    final String character = lines.get(line).substring(column, column + 1);
    return found(character);
  }

  private static String found(String character) {
    final char found = character.charAt(0);
    return Character.isSpaceChar(found) || Character.getType(found) == Character.FORMAT
        ? String.format(
            Locale.ROOT, "found the invisible character U+%04X; write a blank", (int) found)
        : "found '" + character + "'" + quotes(character) + instead(character);
  }

  /** Of operators that other databases have. */
  private static String instead(String character) {
    return switch (character) {
      case "~" -> "; write REGEXP_LIKE(x, 'pattern'), or LIKE for ~~";
      case "#" -> "; write JSON_VALUE(x, '$.a.b'), or BITXOR(a, b)";
      case "@" -> "; write ABS(x), or JSON_EXISTS(x, '$.name')";
      default -> "";
    };
  }

  private String expected() {
    final Collection<String> names = refused.getExpectedTokenNames();
    final List<String> told = new ArrayList<>();
    if (names.contains("<IDENTIFIER>")) {
      told.add(names.contains("<QUOTED_STRING>") ? "an expression" : "a name");
    }
    WORTH_TELLING.stream()
        .filter(word -> names.contains("\"" + word + "\""))
        .limit((long) MOST_TOLD - told.size())
        .map(word -> "'" + word + "'")
        .forEach(told::add);
    if (told.isEmpty()) {
      return "";
    }
    final String last = told.remove(told.size() - 1);
    return ", expected " + (told.isEmpty() ? last : String.join(", ", told) + " or " + last);
  }

  private String advice(Token found, List<Token> tokens) {
    final String instead = insteadOfMark(tokens.indexOf(found), tokens);
    if (!instead.isEmpty()) {
      return "; with a parameter, write " + instead;
    }
    final String word = found.image.toUpperCase(Locale.ROOT);
    if (word.equals("GROUPS")) {
      return "; the frame of a window is one of ROWS or RANGE";
    }
    return SqlTokens.isKeyword(found)
            && refused.getExpectedTokenNames().contains("<IDENTIFIER>")
            && !CLAUSES.contains(word)
        ? "; as a name, write \"" + found.image + "\""
        : quotes(found.image);
  }

  /** What to write where a literal begins with a word, and goes on with a question mark. */
  private static String insteadOfMark(int place, List<Token> tokens) {
    // The parser may have given up at the operator before the word.
    for (int i = Math.max(1, place); i <= Math.min(place + 2, tokens.size() - 1); i++) {
      if (tokens.get(i).kind == SqlParserImplConstants.HOOK) {
        return switch (tokens.get(i - 1).image.toUpperCase(Locale.ROOT)) {
          case "INTERVAL" -> "? * INTERVAL '1' DAY";
          case "DATE", "{D" -> "CAST(? AS DATE)";
          case "TIME", "{T" -> "CAST(? AS TIME)";
          case "TIMESTAMP", "{TS" -> "CAST(? AS TIMESTAMP)";
          default -> "";
        };
      }
    }
    return "";
  }

  private static String quotes(String found) {
    return found.equals("[") || found.equals("`")
        ? "; names are quoted with double quotes, such as \"jobs\""
        : "";
  }
}
