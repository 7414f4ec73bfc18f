package io.github.bedrockjdbc.driver;

/** How long functions may make a text. */
final class TextLimit {
  static final int MOST_CHARACTERS = 10_000_000;

  private TextLimit() {}

  static void check(long length) {
    if (length > MOST_CHARACTERS) {
      throw new SqlFault(
          SqlState.TEXT_TOO_LONG,
          "functions make texts of at most " + MOST_CHARACTERS + " characters");
    }
  }

  static String checked(StringBuilder text) {
    check(text.length());
    return text.toString();
  }
}
