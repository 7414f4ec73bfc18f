package io.github.bedrockjdbc.driver.sql;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlMistake;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.sql.parser.impl.SqlParserImplConstants;
import org.apache.calcite.sql.parser.impl.Token;

/** A number of rows with a minus, for which the grammar has no place. */
final class NegativeLimit {
  private NegativeLimit() {}

  /** The mistake, if the statement that was refused has one. */
  static Optional<SQLException> of(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      final Token minus = tokens.get(i);
      if (minus.kind == SqlParserImplConstants.MINUS
          && tokens.get(i + 1).kind == SqlParserImplConstants.UNSIGNED_INTEGER_LITERAL) {
        final Optional<SqlState> state = state(tokens.get(i - 1));
        if (state.isPresent()) {
          return Optional.of(
              SqlErrors.of(
                  state.get(),
                  SqlMistake.place(minus.beginLine, minus.beginColumn)
                      + (state.get() == SqlState.INVALID_OFFSET ? "OFFSET" : "LIMIT")
                      + " must not be negative: -"
                      + tokens.get(i + 1).image));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SqlState> state(Token before) {
    return switch (before.image.toUpperCase(Locale.ROOT)) {
      case "LIMIT", "FIRST", "NEXT" -> Optional.of(SqlState.INVALID_LIMIT);
      case "OFFSET" -> Optional.of(SqlState.INVALID_OFFSET);
      default -> Optional.empty();
    };
  }
}
