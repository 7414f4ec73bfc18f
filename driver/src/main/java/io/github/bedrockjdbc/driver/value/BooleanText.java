package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The spellings of a boolean in text. */
public final class BooleanText {
  private BooleanText() {}

  public static boolean parse(String text) throws SQLException {
    return spelled(text)
        .orElseThrow(() -> SqlErrors.of(SqlState.INVALID_CAST, "the text is not a boolean"));
  }

  /** Empty if it is none of these spellings. */
  public static Optional<Boolean> spelled(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> Optional.of(true);
      case "false", "f", "no", "n", "off", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
