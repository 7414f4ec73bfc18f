package io.github.bedrockjdbc.driver;

import java.util.regex.Pattern;

/**
 * A pattern of {@code DatabaseMetaData}: {@code %} is any text, {@code _} any character, after the
 * escape each is itself. Names match without regard to case.
 */
record LikePattern(Pattern regex) {
  static final String ESCAPE = "\\";

  static LikePattern of(String text) {
    final StringBuilder regex = new StringBuilder();
    boolean escaped = false;
    for (char c : text.toCharArray()) {
      if (escaped) {
        regex.append(literal(c));
        escaped = false;
      } else if (c == ESCAPE.charAt(0)) {
        escaped = true;
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : literal(c));
      }
    }
    if (escaped) { // nothing follows that it could escape
      regex.append(literal(ESCAPE.charAt(0)));
    }
    return new LikePattern(
        Pattern.compile(
            regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  private static String literal(char c) {
    return Pattern.quote(String.valueOf(c));
  }

  boolean matches(String name) {
    return regex.matcher(name).matches();
  }
}
