package io.github.bedrockjdbc.adapter.constraint;

import io.github.bedrockjdbc.adapter.api.RequestParameter;
import java.util.Optional;

/** Finds the longest part of a text that {@code nameContains} takes. */
public final class NameFragment {
  /** A character that no name and no parameter holds, to stand for wildcards. */
  private static final char GAP = '\u0000';

  private NameFragment() {}

  /** Of a text that the name contains as it is; null gives none. */
  public static Optional<String> ofText(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String longest = "";
    for (int start = 0; start < text.length(); start++) {
      int end = Math.min(text.length(), start + RequestParameter.NAME_CONTAINS.longest());
      while (end - start > longest.length() && !isLegal(text.substring(start, end))) {
        end--;
      }
      if (end - start > longest.length()) {
        longest = text.substring(start, end);
      }
    }
    return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
  }

  /**
   * Of a pattern of {@code LIKE}.
   *
   * @param escape one character, or null
   */
  public static Optional<String> ofPattern(String pattern, String escape) {
    if (pattern == null) {
      return Optional.empty();
    }
    final StringBuilder literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      final char c = pattern.charAt(i);
      final boolean isEscape = escape != null && c == escape.charAt(0);
      if (isEscape && i + 1 < pattern.length()) {
        i++;
        literal.append(pattern.charAt(i));
      } else {
        literal.append(c == '%' || c == '_' || isEscape ? GAP : c);
      }
    }
    return ofText(literal.toString());
  }

  private static boolean isLegal(String text) {
    return RequestParameter.NAME_CONTAINS.accepts(text);
  }
}
