package io.github.bedrockjdbc.driver.token;

import static org.apache.calcite.sql.parser.impl.SqlParserImplConstants.*;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.Token;

/** Refuses statements that are nested deeper, or have longer expressions, than can be planned. */
public final class NestingLimit {
  private static final int DEEPEST = 2_000;

  /** Of one expression; AND and OR do not count. */
  private static final int LONGEST = 2_000;

  private static final Set<Integer> OPERATORS =
      Set.of(PLUS, MINUS, STAR, SLASH, PERCENT_REMAINDER, SqlParserImplConstants.CONCAT);

  private NestingLimit() {}

  public static void check(List<Token> tokens) throws SQLException {
    final Deque<int[]> operators = new ArrayDeque<>(List.of(new int[1]));
    for (Token token : tokens) {
      final int nesting =
          token.kind == CASE ? 1 : token.kind == END ? -1 : TokenList.nesting(token.kind);
      if (nesting > 0) {
        operators.push(new int[1]);
      } else if (nesting < 0 && operators.size() > 1) {
        operators.pop();
      } else if (OPERATORS.contains(token.kind)) {
        operators.element()[0]++;
      } else if (token.kind == COMMA || SqlTokens.isKeyword(token)) {
        operators.element()[0] = 0;
      }
      if (operators.size() > DEEPEST) {
        throw beyond(token, "parentheses and CASE are nested more than " + DEEPEST + " deep");
      }
      if (operators.element()[0] > LONGEST) {
        throw beyond(token, "more than " + LONGEST + " operators follow each other");
      }
    }
  }

  private static SQLException beyond(Token token, String limit) {
    return SqlErrors.of(
        SqlState.TOO_COMPLEX,
        SqlMistake.place(token.beginLine, token.beginColumn)
            + limit
            + ": put a part of the statement into WITH, or a statement of its own");
  }
}
