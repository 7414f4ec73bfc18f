package io.github.bedrockjdbc.driver.runtime;

import java.util.Set;
import java.util.stream.Collectors;

/** What adds and takes characters at the ends of texts, which generated code calls. */
public final class PadFunctions {
  private static final String BLANK = " ";

  private PadFunctions() {}

  public static String lpad(String text, long length) {
    return lpad(text, length, BLANK);
  }

  /** Of that length: filled at the left, or cut at the right. */
  public static String lpad(String text, long length, String fill) {
    final String filling = filling(text, length, fill);
    return filling.isEmpty() ? TextFunctions.left(text, Math.max(0, length)) : filling + text;
  }

  public static String rpad(String text, long length) {
    return rpad(text, length, BLANK);
  }

  /** Of that length: filled or cut at the right. */
  public static String rpad(String text, long length, String fill) {
    final String filling = filling(text, length, fill);
    return filling.isEmpty() ? TextFunctions.left(text, Math.max(0, length)) : text + filling;
  }

  private static String filling(String text, long length, String fill) {
    TextLimit.check(length);
    final long missing = length - TextFunctions.length(text);
    if (missing <= 0 || fill.isEmpty()) {
      return "";
    }
    final long times = missing / TextFunctions.length(fill) + 1;
    return TextFunctions.left(fill.repeat((int) times), missing);
  }

  public static String ltrim(String text) {
    return ltrim(text, BLANK);
  }

  /** Without the characters of a list at the left. */
  public static String ltrim(String text, String characters) {
    return text.substring(first(text, points(characters)));
  }

  public static String rtrim(String text) {
    return rtrim(text, BLANK);
  }

  /** Without the characters of a list at the right. */
  public static String rtrim(String text, String characters) {
    return text.substring(0, end(text, points(characters)));
  }

  public static String btrim(String text) {
    return btrim(text, BLANK);
  }

  /** Without the characters of a list at both ends. */
  public static String btrim(String text, String characters) {
    return rtrim(ltrim(text, characters), characters);
  }

  private static Set<Integer> points(String characters) {
    return characters.codePoints().boxed().collect(Collectors.toSet());
  }

  private static int first(String text, Set<Integer> characters) {
    int first = 0;
    while (first < text.length() && characters.contains(text.codePointAt(first))) {
      first = text.offsetByCodePoints(first, 1);
    }
    return first;
  }

  private static int end(String text, Set<Integer> characters) {
    int end = text.length();
    while (end > 0 && characters.contains(text.codePointBefore(end))) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end;
  }
}
