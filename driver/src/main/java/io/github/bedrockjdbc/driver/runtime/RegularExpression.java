package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Java's regular expressions, but for what means something else in PostgreSQL: classes of POSIX,
 * the ends of a text and of words, and line breaks, which are characters like others.
 */
final class RegularExpression {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "\\p{IsAlphabetic}"),
          Map.entry("digit", "0-9"),
          Map.entry("alnum", "\\p{IsAlphabetic}\\p{IsDigit}"),
          Map.entry("upper", "\\p{IsUppercase}"),
          Map.entry("lower", "\\p{IsLowercase}"),
          Map.entry("space", "\\s"),
          Map.entry("blank", " \\t"),
          Map.entry("punct", "\\p{Punct}"),
          Map.entry("cntrl", "\\p{Cntrl}"),
          Map.entry("xdigit", "0-9A-Fa-f"),
          Map.entry("word", "\\w"));

  /** What follows a backslash and has another meaning, or none, in Java. */
  private static final Map<Character, String> ESCAPES =
      Map.of(
          'y', "\\b",
          'Y', "\\B",
          'm', "\\b(?=\\w)",
          'M', "\\b(?<=\\w)",
          'Z', "\\z");

  private final String written;
  private final StringBuilder java = new StringBuilder();
  private int next;

  private RegularExpression(String written) {
    this.written = written;
  }

  /**
   * The expression, compiled.
   *
   * @param flags of {@code i}, {@code c}, {@code s}, {@code n} or {@code m}, {@code x}
   */
  static Pattern of(String pattern, String flags) {
    int bits = Pattern.DOTALL;
    for (int i = 0; i < flags.length(); i++) {
      final char flag = flags.charAt(i);
      switch (flag) {
        case 'i' -> bits |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        case 'c' -> bits &= ~(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        case 's' -> bits = (bits | Pattern.DOTALL) & ~Pattern.MULTILINE;
        case 'n', 'm' -> bits = (bits | Pattern.MULTILINE | Pattern.UNIX_LINES) & ~Pattern.DOTALL;
        case 'x' -> bits |= Pattern.COMMENTS;
        default ->
            throw new SqlFault(
                SqlState.INVALID_ARGUMENT_VALUE,
                "a regular expression has no flag '"
                    + flag
                    + "'; flags are i, c, g, n, m, s and x");
      }
    }
    try {
      return Pattern.compile(
          new RegularExpression(pattern).java((bits & Pattern.MULTILINE) != 0), bits);
    } catch (PatternSyntaxException e) {
      throw new SqlFault(
          SqlState.INVALID_PATTERN,
          "the regular expression '" + pattern + "' is not valid: " + e.getDescription());
    }
  }

  static SqlFault tooHard(String pattern) {
    return new SqlFault(
        SqlState.TEXT_TOO_LONG,
        "the regular expression '" + pattern + "' is too expensive for a text of this length");
  }

  private String java(boolean byLine) {
    while (next < written.length()) {
      final char character = written.charAt(next);
      if (character == '\\' && next + 1 < written.length()) {
        escape(written.charAt(next + 1));
      } else if (character == '[') {
        bracket();
      } else {
        java.append(character == '$' && !byLine ? "\\z" : character);
        next++;
      }
    }
    return java.toString();
  }

  private void escape(char escaped) {
    final String other = ESCAPES.get(escaped);
    if (other == null) {
      java.append('\\').append(escaped);
    } else {
      java.append(other);
    }
    next += 2;
  }

  /** From {@code [} to its {@code ]}, which may itself stand first. */
  private void bracket() {
    java.append('[');
    next++;
    if (next < written.length() && written.charAt(next) == '^') {
      java.append('^');
      next++;
    }
    boolean isFirst = true;
    while (next < written.length() && (isFirst || written.charAt(next) != ']')) {
      member(written.charAt(next));
      isFirst = false;
    }
    if (next < written.length()) {
      java.append(']');
      next++;
    }
  }

  private void member(char character) {
    final int end = written.indexOf(":]", next + 2);
    if (written.startsWith("[:", next) && end > 0) {
      final String name = written.substring(next + 2, end);
      final String members = CLASSES.get(name);
      if (members == null) {
        throw new SqlFault(
            SqlState.INVALID_PATTERN, "there is no character class [:" + name + ":]");
      }
      java.append(members);
      next = end + 2;
    } else if (character == '\\' && next + 1 < written.length()) {
      java.append(character).append(written.charAt(next + 1));
      next += 2;
    } else {
      java.append("[]&~".indexOf(character) >= 0 ? "\\" : "").append(character);
      next++;
    }
  }
}
