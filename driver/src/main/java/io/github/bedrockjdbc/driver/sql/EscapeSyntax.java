package io.github.bedrockjdbc.driver.sql;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.io.StringReader;
import java.sql.SQLException;
import org.apache.calcite.sql.parser.impl.SimpleCharStream;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.SqlParserImplTokenManager;
import org.apache.calcite.sql.parser.impl.Token;
import org.apache.calcite.sql.parser.impl.TokenMgrError;

/** JDBC's escapes in a text, for statements that are not to know them. */
public final class EscapeSyntax {
  private EscapeSyntax() {}

  public static void checkNone(String sql) throws SQLException {
    final SqlParserImplTokenManager source =
        new SqlParserImplTokenManager(new SimpleCharStream(new StringReader(sql), 1, 1));
    source.SwitchTo(SqlParserImplConstants.DQID);
    try {
      Token token = source.getNextToken();
      while (token.kind != SqlParserImplConstants.EOF) {
        final Token next = source.getNextToken();
        if (begins(token, next)) {
          throw SqlErrors.of(
              SqlState.SYNTAX,
              SqlMistake.place(token.beginLine, token.beginColumn)
                  + "escape syntax is not SQL, and escape processing is off: write what "
                  + token.image
                  + " stands for, or call setEscapeProcessing(true)");
        }
        token = next;
      }
    } catch (TokenMgrError e) {
      return; // the parser says what is wrong
    }
  }

  /** The braces of a row pattern hold numbers or signs. */
  private static boolean begins(Token token, Token next) {
    return switch (token.kind) {
      case SqlParserImplConstants.LBRACE_D,
          SqlParserImplConstants.LBRACE_T,
          SqlParserImplConstants.LBRACE_TS,
          SqlParserImplConstants.LBRACE_FN ->
          true;
      case SqlParserImplConstants.LBRACE ->
          next.kind == SqlParserImplConstants.HOOK
              || Character.isLetter((next.image + ' ').charAt(0));
      default -> false;
    };
  }
}
