package io.github.bedrockjdbc.adapter.predicate;

import java.util.Arrays;

/**
 * A pattern of {@code LIKE}: {@code %} is any text, {@code _} any character. What it takes grows
 * with the length of the text times that of the pattern, however many {@code %} there are; a
 * regular expression in its place would try all ways to share the text out among them.
 */
public final class TextPattern {
  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  private final int[] parts;
  private final boolean ignoresCase;

  private TextPattern(int[] parts, boolean ignoresCase) {
    this.parts = parts;
    this.ignoresCase = ignoresCase;
  }

  /**
   * A pattern of {@code LIKE}.
   *
   * @param escape null if no character takes its meaning from another
   */
  public static TextPattern of(String pattern, String escape) {
    return new TextPattern(parts(pattern, escape), false);
  }

  /** A pattern of {@code ILIKE}, to which small letters and capitals are the same. */
  public static TextPattern ignoringCase(String pattern, String escape) {
    final int[] parts = parts(pattern, escape);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = folded(parts[i]);
    }
    return new TextPattern(parts, true);
  }

  private static int[] parts(String pattern, String escape) {
    if (escape != null && escape.codePointCount(0, escape.length()) != 1) {
      throw new IllegalArgumentException("Invalid escape character '" + escape + "'");
    }
    final int escaping = escape == null ? ANY_TEXT : escape.codePointAt(0);
    final int[] characters = pattern.codePoints().toArray();
    final int[] parts = new int[characters.length];
    int size = 0;
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] == escaping) {
        i++;
        if (i == characters.length
            || (characters[i] != '%' && characters[i] != '_' && characters[i] != escaping)) {
          throw new IllegalArgumentException(
              "Invalid escape sequence '" + pattern + "', " + (i - 1));
        }
        parts[size++] = characters[i];
      } else {
        parts[size++] =
            characters[i] == '%' ? ANY_TEXT : characters[i] == '_' ? ANY_CHARACTER : characters[i];
      }
    }
    return Arrays.copyOf(parts, size);
  }

  /** Whether all of the text fits. */
  public boolean matches(String text) {
    return matches(text, () -> {});
  }

  /**
   * The same.
   *
   * @param pause called now and then; ends the search by throwing
   */
  public boolean matches(String text, Runnable pause) {
    int part = 0;
    int at = 0;
    int lastAny = -1; // the last % so far: where the search goes on when the rest does not fit
    int tried = 0; // how far that % reaches
    for (long step = 1; at < text.length(); step++) {
      if (step % 65_536 == 0) {
        pause.run();
      }
      if (part < parts.length && parts[part] == ANY_TEXT) {
        lastAny = part++;
        tried = at;
      } else if (part < parts.length && fits(parts[part], text.codePointAt(at))) {
        part++;
        at = text.offsetByCodePoints(at, 1);
      } else if (lastAny >= 0) {
        part = lastAny + 1;
        tried = text.offsetByCodePoints(tried, 1);
        at = tried;
      } else {
        return false;
      }
    }
    while (part < parts.length && parts[part] == ANY_TEXT) {
      part++;
    }
    return part == parts.length;
  }

  private boolean fits(int part, int character) {
    return part == ANY_CHARACTER || part == (ignoresCase ? folded(character) : character);
  }

  private static int folded(int character) {
    return character < 0 ? character : Character.toLowerCase(Character.toUpperCase(character));
  }
}
