package io.github.bedrockjdbc.driver.sql;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.time.TimeTexts;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.Token;

/** Literals such as {@code DATE '2026-03-08'}, of which the parser reads a part as the whole. */
final class TimeLiterals {
  private TimeLiterals() {}

  /**
   * @throws SQLException for the first that is no time
   */
  static void check(List<Token> tokens) throws SQLException {
    for (int i = 1; i < tokens.size(); i++) {
      final Token literal = tokens.get(i);
      if (literal.kind == SqlParserImplConstants.QUOTED_STRING) {
        final Optional<SqlFault> mistake = mistake(tokens.get(i - 1), literal);
        if (mistake.isPresent()) {
          throw SqlErrors.of(
              mistake.get().state(),
              SqlMistake.place(literal.beginLine, literal.beginColumn)
                  + mistake.get().getMessage());
        }
      }
    }
  }

  private static Optional<SqlFault> mistake(Token before, Token literal) {
    final String text = literal.image.substring(1, literal.image.length() - 1);
    return switch (before.kind) {
      case SqlParserImplConstants.TIMESTAMP, SqlParserImplConstants.LBRACE_TS ->
          TimeTexts.mistake("TIMESTAMP", text);
      case SqlParserImplConstants.DATE, SqlParserImplConstants.LBRACE_D ->
          TimeTexts.mistake("DATE", text);
      case SqlParserImplConstants.TIME, SqlParserImplConstants.LBRACE_T ->
          TimeTexts.mistake("TIME", text);
      default -> Optional.empty();
    };
  }
}
