package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlErrors;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.sql.SQLException;
import java.util.Locale;

/** The spellings of a boolean in text. */
public final class BooleanText {
  private BooleanText() {}

  public static boolean parse(String text) throws SQLException {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> true;
      case "false", "f", "no", "n", "off", "0" -> false;
      default -> throw SqlErrors.of(SqlState.INVALID_CAST, "the text is not a boolean");
    };
  }
}
