package io.github.bedrockjdbc.driver.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of {@code SIMILAR TO} as a regular expression: {@code %} and {@code _} are those of
 * {@code LIKE}, and {@code | * + ? {} () []} those of regular expressions.
 */
final class SimilarPattern {
  private static final Pattern COUNT = Pattern.compile("\\{\\d+(?:,\\d*)?\\}");
  private static final String OF_BOTH = "|*+?{}()";

  private SimilarPattern() {}

  /**
   * The expression, compiled.
   *
   * @param escape null if no character takes others their meaning
   */
  static Pattern of(String pattern, String escape) {
    if (escape != null && escape.length() != 1) {
      throw new IllegalArgumentException("Invalid escape character '" + escape + "'");
    }
    final StringBuilder expression = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      final char character = pattern.charAt(i);
      if (escape != null && character == escape.charAt(0)) {
        i++;
        if (i == pattern.length()) {
          throw new IllegalArgumentException("Invalid escape sequence '" + pattern + "', " + i);
        }
        literal(pattern.charAt(i), expression);
      } else if (character == '%') {
        expression.append(".*");
      } else if (character == '_') {
        expression.append('.');
      } else if (character == '[') {
        final int end = end(pattern, i);
        expression.append(pattern, i, end);
        i = end - 1;
      } else if (character == '{') {
        final String count = count(pattern, i);
        expression.append(count);
        i += count.length() - 1;
      } else if (OF_BOTH.indexOf(character) >= 0) {
        expression.append(character);
      } else {
        literal(character, expression);
      }
    }
    return RegularExpression.of(expression.toString(), "");
  }

  /** As {@code {1,2}}; the bracket alone if it begins none. */
  private static String count(String pattern, int begin) {
    final Matcher count = COUNT.matcher(pattern).region(begin, pattern.length());
    return count.lookingAt() ? count.group() : "{";
  }

  private static void literal(char character, StringBuilder expression) {
    final boolean isPlain = Character.isLetterOrDigit(character) || character >= 0x80;
    expression.append(isPlain || Character.isWhitespace(character) ? "" : "\\").append(character);
  }

  /** Behind a bracket's end; classes of characters have brackets of their own. */
  private static int end(String pattern, int begin) {
    int end = begin + 1;
    if (end < pattern.length() && pattern.charAt(end) == '^') {
      end++;
    }
    for (boolean isFirst = true; end < pattern.length(); isFirst = false) {
      if (pattern.startsWith("[:", end) && pattern.indexOf(":]", end) > 0) {
        end = pattern.indexOf(":]", end) + 2;
      } else if (pattern.charAt(end) == ']' && !isFirst) {
        return end + 1;
      } else {
        end++;
      }
    }
    return end;
  }
}
