package io.github.bedrockjdbc.driver.metadata;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of {@code DatabaseMetaData}: {@code %} is any text, {@code _} any character; after a
 * backslash each is itself. Names match without regard to case.
 */
record LikePattern(Pattern regex) {
  /** One character, with the backslash before it if there is one. */
  private static final Pattern CHARACTER = Pattern.compile("(\\\\?)(.)", Pattern.DOTALL);

  static LikePattern of(String text) {
    final String regex =
        CHARACTER.matcher(text).replaceAll(c -> Matcher.quoteReplacement(translated(c)));
    return new LikePattern(
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  private static String translated(MatchResult character) {
    return switch (character.group()) {
      case "%" -> ".*";
      case "_" -> ".";
      default -> Pattern.quote(character.group(2));
    };
  }

  boolean matches(String name) {
    return regex.matcher(name).matches();
  }
}
