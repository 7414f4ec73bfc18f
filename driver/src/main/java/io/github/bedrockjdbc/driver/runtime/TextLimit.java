package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import org.apache.calcite.DataContext;

/** How long a text may become. Public because generated code calls it. */
public final class TextLimit {
  public static final int MOST_CHARACTERS = 10_000_000;

  /** Longer ones take long enough to make that the execution may be over. */
  private static final int LONG = 100_000;

  /** Of a text that a message quotes. */
  private static final int MOST_QUOTED = 200;

  private TextLimit() {}

  /** As much of a text as a message has of it. */
  public static String quoted(String text) {
    return text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "…" : text;
  }

  public static void check(long length) {
    if (length > MOST_CHARACTERS) {
      throw new SqlFault(
          SqlState.TEXT_TOO_LONG,
          "a text has at most "
              + MOST_CHARACTERS
              + " characters: take a part of it with LEFT or SUBSTRING before it grows");
    }
  }

  static String checked(StringBuilder text) {
    check(text.length());
    return text.toString();
  }

  /** What a function gave, if it is not too long. */
  public static String bounded(DataContext execution, String text) {
    if (text != null && text.length() > LONG) {
      check(text.length());
      ExecutionState.check(execution);
    }
    return text;
  }
}
