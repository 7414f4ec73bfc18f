package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.adapter.predicate.TextPattern;
import java.util.Locale;
import org.apache.calcite.DataContext;

/** What generated code calls for operators of the standard; each has a name of its own. */
public final class BoundedFunctions {
  private static final int PIECE = 64;

  private BoundedFunctions() {}

  public static String joined(String left, String right) {
    TextLimit.check((long) left.length() + right.length());
    return left.concat(right);
  }

  /**
   * In capitals, piece by piece: Java copies the whole text for each character that becomes two, as
   * the German sharp s does.
   */
  public static String upper(String text) {
    if (text.length() <= PIECE) {
      return text.toUpperCase(Locale.ROOT);
    }
    final StringBuilder capitals = new StringBuilder(text.length());
    int begin = 0;
    while (begin < text.length()) {
      int end = Math.min(begin + PIECE, text.length());
      end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
      capitals.append(text.substring(begin, end).toUpperCase(Locale.ROOT));
      begin = end;
    }
    return TextLimit.checked(capitals);
  }

  /** In small letters; the one capital that becomes two is written as those before. */
  public static String lower(String text) {
    return text.replace("\u0130", "i\u0307").toLowerCase(Locale.ROOT);
  }

  public static boolean like(DataContext execution, String text, String pattern) {
    return likeEscaped(execution, text, pattern, null);
  }

  /** With a character behind which each is itself. */
  public static boolean likeEscaped(
      DataContext execution, String text, String pattern, String escape) {
    return TextPattern.of(pattern, escape).matches(text, () -> ExecutionState.check(execution));
  }

  public static boolean ilike(DataContext execution, String text, String pattern) {
    return ilikeEscaped(execution, text, pattern, null);
  }

  /** With a character behind which each is itself. */
  public static boolean ilikeEscaped(
      DataContext execution, String text, String pattern, String escape) {
    return TextPattern.ignoringCase(pattern, escape)
        .matches(text, () -> ExecutionState.check(execution));
  }

  public static boolean similar(DataContext execution, String text, String pattern) {
    return PatternFunctions.similar(execution, text, pattern);
  }

  /** With a character behind which each is itself. */
  public static boolean similarEscaped(
      DataContext execution, String text, String pattern, String escape) {
    return PatternFunctions.similar(execution, text, pattern, escape);
  }
}
