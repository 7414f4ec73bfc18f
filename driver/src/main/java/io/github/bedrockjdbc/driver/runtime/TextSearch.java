package io.github.bedrockjdbc.driver.runtime;

/**
 * Finds a text in others, in a time that grows with their lengths and not with their product: Java
 * compares the whole part at each place where it may begin.
 */
final class TextSearch {
  /** Up to this length Java's way is quick, too. */
  private static final int SHORT = 32;

  private final String part;
  private final int[] restarts;

  /**
   * @param part not empty
   */
  TextSearch(String part) {
    this.part = part;
    this.restarts = part.length() <= SHORT ? null : restarts(part);
  }

  /** For each beginning of the part, how much of it also ends it, itself not counted. */
  private static int[] restarts(String part) {
    final int[] restarts = new int[part.length()];
    int known = 0;
    for (int i = 1; i < restarts.length; i++) {
      while (known > 0 && part.charAt(i) != part.charAt(known)) {
        known = restarts[known - 1];
      }
      known += part.charAt(i) == part.charAt(known) ? 1 : 0;
      restarts[i] = known;
    }
    return restarts;
  }

  /** Where it begins from a place on, or -1. */
  int find(String text, int from) {
    return find(text, from, 1);
  }

  /** Where it begins for the n-th time from a place on, or -1; one may begin within another. */
  int find(String text, int from, long count) {
    if (restarts == null) {
      int found = text.indexOf(part, from);
      for (long i = 1; i < count && found >= 0; i++) {
        found = text.indexOf(part, text.offsetByCodePoints(found, 1));
      }
      return found;
    }
    int known = 0;
    long left = count;
    for (int i = from; i < text.length(); i++) {
      while (known > 0 && text.charAt(i) != part.charAt(known)) {
        known = restarts[known - 1];
      }
      known += text.charAt(i) == part.charAt(known) ? 1 : 0;
      if (known == part.length()) {
        if (--left == 0) {
          return i - known + 1;
        }
        known = restarts[known - 1];
      }
    }
    return -1;
  }
}
