package io.github.bedrockjdbc.driver;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt word was probably meant to be. */
final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest letters changed; none if that is more than a third of the word.
   */
  static Optional<String> to(String word, Collection<String> candidates) {
    final String wanted = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
        .filter(candidate -> distance(wanted, candidate) <= Math.max(1, wanted.length() / 3));
  }

  /** Levenshtein's distance, row by row. */
  private static int distance(String wanted, String candidate) {
    final String other = candidate.toLowerCase(Locale.ROOT);
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= wanted.length(); i++) {
      final int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        final int replaced = above[j - 1] + (wanted.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
