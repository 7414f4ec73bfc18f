package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.regex.Matcher;
import org.apache.calcite.DataContext;

/** Regular expressions with PostgreSQL's flags and replacements, which generated code calls. */
public final class PatternFunctions {
  private PatternFunctions() {}

  /** Whether some part of a text matches. */
  public static boolean like(DataContext execution, String text, String pattern) {
    return like(execution, text, pattern, "");
  }

  public static boolean like(DataContext execution, String text, String pattern, String flags) {
    if (flags.contains("g")) {
      throw new SqlFault(SqlState.INVALID_ARGUMENT_VALUE, "the flag g is not valid in REGEXP_LIKE");
    }
    try {
      return RegularExpression.of(pattern, flags).matcher(new ReadText(execution, text)).find();
    } catch (StackOverflowError e) {
      throw RegularExpression.tooHard(pattern);
    }
  }

  /** With the first match replaced. */
  public static String replace(DataContext execution, String text, String pattern, String by) {
    return replace(execution, text, pattern, by, "");
  }

  /** With the first match replaced, or all of them if the flags have a {@code g}. */
  public static String replace(
      DataContext execution, String text, String pattern, String by, String flags) {
    final StringBuilder replaced = new StringBuilder();
    int end = 0;
    try {
      final Matcher matcher =
          RegularExpression.of(pattern, flags.replace("g", ""))
              .matcher(new ReadText(execution, text));
      boolean more = matcher.find();
      while (more) {
        replaced.append(text.substring(end, matcher.start()));
        append(replaced, by, matcher);
        TextLimit.check(replaced.length());
        end = matcher.end();
        more = flags.contains("g") && matcher.find();
      }
    } catch (StackOverflowError e) {
      throw RegularExpression.tooHard(pattern);
    }
    return TextLimit.checked(replaced.append(text, end, text.length()));
  }

  /** {@code \1} to {@code \9} are groups, {@code \&} the match, {@code \\} a backslash. */
  private static void append(StringBuilder replaced, String by, Matcher match) {
    for (int i = 0; i < by.length(); i++) {
      final char character = by.charAt(i);
      final char next = character == '\\' && i + 1 < by.length() ? by.charAt(i + 1) : 0;
      if (next >= '1' && next <= '9') {
        final int group = next - '0';
        final String value = group <= match.groupCount() ? match.group(group) : null;
        replaced.append(value == null ? "" : value);
        TextLimit.check(replaced.length());
        i++;
      } else if (next == '&') {
        replaced.append(match.group());
        TextLimit.check(replaced.length());
        i++;
      } else if (next == '\\') {
        replaced.append('\\');
        i++;
      } else {
        replaced.append(character);
      }
    }
  }

  /** {@code SIMILAR TO}: all of a text. */
  public static boolean similar(DataContext execution, String text, String pattern) {
    return similar(execution, text, pattern, null);
  }

  /** The same, with a character that takes others their meaning. */
  public static boolean similar(DataContext execution, String text, String pattern, String escape) {
    try {
      return SimilarPattern.of(pattern, escape).matcher(new ReadText(execution, text)).matches();
    } catch (StackOverflowError e) {
      throw RegularExpression.tooHard(pattern);
    }
  }
}
