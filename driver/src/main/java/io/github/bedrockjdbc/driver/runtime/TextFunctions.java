package io.github.bedrockjdbc.driver.runtime;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.value.BooleanText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.calcite.runtime.SqlFunctions;

/**
 * Functions of texts as PostgreSQL has them, which generated code calls: characters are code
 * points, and no text grows beyond a length.
 */
public final class TextFunctions {
  private static final int SOUNDEX_LENGTH = 4;

  private TextFunctions() {}

  /** The number of characters. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The number of bytes in UTF-8. */
  public static int octetLength(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  public static long bitLength(String text) {
    return 8L * octetLength(text);
  }

  /** Of the letters A to Z alone, as there are no others in the code; empty without any. */
  public static String soundex(String text) {
    return SqlFunctions.soundex(text.replaceAll("[^A-Za-z]", ""));
  }

  /** In how many of their four places two such codes are alike. */
  public static int difference(String text, String other) {
    final String code = soundex(text);
    final String otherCode = soundex(other);
    return code.equals(otherCode)
        ? SOUNDEX_LENGTH
        : (int)
            IntStream.range(0, Math.min(code.length(), otherCode.length()))
                .filter(i -> code.charAt(i) == otherCode.charAt(i))
                .count();
  }

  /** From a character on, counted from 1; what lies before the first does not count. */
  public static String substring(String text, long start) {
    return text.substring(index(text, Math.max(start, 1) - 1));
  }

  /** As many characters, counted from a place that may lie before the text. */
  public static String substring(String text, long start, long count) {
    if (count < 0) {
      throw new SqlFault(
          SqlState.SUBSTRING_ERROR, "the length of a substring must not be negative: " + count);
    }
    final long end = start > 0 && count > Long.MAX_VALUE - start ? Long.MAX_VALUE : start + count;
    final int from = index(text, Math.max(start, 1) - 1);
    return text.substring(from, Math.max(from, index(text, Math.max(end, 1) - 1)));
  }

  /** The first characters, or all but the last ones. */
  public static String left(String text, long count) {
    return text.substring(0, index(text, count < 0 ? length(text) + count : count));
  }

  /** The last characters, or all but the first ones. */
  public static String right(String text, long count) {
    return text.substring(
        index(text, count < 0 ? -Math.max(count, -Long.MAX_VALUE) : length(text) - count));
  }

  /** Where a text begins in another, or 0. */
  public static int position(String part, String text) {
    return part.isEmpty() ? 1 : place(text, new TextSearch(part).find(text, 0));
  }

  /** The same, from a character on. */
  public static int position(String part, String text, long from) {
    return occurrence(text, part, from, 1);
  }

  /** Where a text begins in another for the n-th time, or 0. */
  public static int occurrence(String text, String part, long from, long count) {
    if (from < 1 || count < 1) {
      throw new SqlFault(SqlState.INVALID_ARGUMENT_VALUE, "positions and occurrences start at 1");
    }
    if (from > length(text) + 1L) {
      return 0;
    }
    final int begin = index(text, from - 1);
    return place(
        text,
        part.isEmpty()
            ? index(text, from - 1 + Math.min(count - 1, text.length()))
            : new TextSearch(part).find(text, begin, count));
  }

  /** With a part of it replaced. */
  public static String overlay(String text, String by, long start, long count) {
    if (start < 1) {
      throw new SqlFault(SqlState.SUBSTRING_ERROR, "OVERLAY starts at 1 or later, not at " + start);
    }
    final String after =
        substring(
            text, count > 0 && start > Long.MAX_VALUE - count ? Long.MAX_VALUE : start + count);
    return TextLimit.checked(
        new StringBuilder(substring(text, 1, start - 1)).append(by).append(after));
  }

  public static String overlay(String text, String by, long start) {
    return overlay(text, by, start, length(by));
  }

  public static String replace(String text, String part, String by) {
    if (part.isEmpty()) {
      return text;
    }
    final TextSearch search = new TextSearch(part);
    final StringBuilder replaced = new StringBuilder();
    int end = 0;
    for (int found = search.find(text, 0); found >= 0; found = search.find(text, end)) {
      replaced.append(text, end, found).append(by);
      TextLimit.check(replaced.length());
      end = found + part.length();
    }
    return TextLimit.checked(replaced.append(text, end, text.length()));
  }

  /** Each character of one list by that of the other in the same place, or by none. */
  public static String translate(String text, String from, String to) {
    final int[] old = from.codePoints().toArray();
    final Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < old.length; i++) {
      places.putIfAbsent(old[i], i);
    }
    final int[] by = to.codePoints().toArray();
    final StringBuilder translated = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              final Integer place = places.get(character);
              if (place == null) {
                translated.appendCodePoint(character);
              } else if (place < by.length) {
                translated.appendCodePoint(by[place]);
              }
            });
    return translated.toString();
  }

  /** At most so many characters, without blanks behind them. */
  public static String characters(String text, long most) {
    final boolean isCut = text.codePointCount(0, text.length()) > most;
    final String kept = isCut ? text.substring(0, text.offsetByCodePoints(0, (int) most)) : text;
    int end = kept.length();
    while (end > 0 && kept.charAt(end - 1) == ' ') {
      end--;
    }
    return kept.substring(0, end);
  }

  public static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  public static String repeat(String text, long count) {
    if (count <= 0 || text.isEmpty()) {
      return "";
    }
    TextLimit.check(count > TextLimit.MOST_CHARACTERS ? count : count * text.length());
    return text.repeat((int) count);
  }

  /** The part between separators, counted from the end if negative. */
  public static String splitPart(String text, String separator, long place) {
    if (place == 0) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE,
          "parts are counted from 1, or from -1 at the end: 0 is not valid");
    }
    if (separator.isEmpty()) {
      return place == 1 || place == -1 ? text : "";
    }
    final TextSearch search = new TextSearch(separator);
    final List<Integer> ends = new ArrayList<>();
    for (int end = search.find(text, 0);
        end >= 0;
        end = search.find(text, end + separator.length())) {
      ends.add(end);
    }
    ends.add(text.length());
    final long index = place > 0 ? place - 1 : ends.size() + place;
    if (index < 0 || index >= ends.size()) {
      return "";
    }
    final int begin = index == 0 ? 0 : ends.get((int) index - 1) + separator.length();
    return text.substring(begin, ends.get((int) index));
  }

  public static boolean startsWith(String text, String beginning) {
    return text.startsWith(beginning);
  }

  /** Each word begins with a capital letter, and goes on without. */
  public static String initcap(String text) {
    final StringBuilder words = new StringBuilder();
    boolean inside = false;
    for (int character : text.codePoints().toArray()) {
      words.appendCodePoint(
          inside ? Character.toLowerCase(character) : Character.toUpperCase(character));
      inside = Character.isLetterOrDigit(character);
    }
    return words.toString();
  }

  /** The code point of the first character, 0 if there is none. */
  public static int ascii(String text) {
    return text.isEmpty() ? 0 : text.codePointAt(0);
  }

  /** The character of a code point. */
  public static String chr(long point) {
    final boolean isCharacter =
        point > 0
            && point <= Character.MAX_CODE_POINT
            && Character.getType((int) point) != Character.SURROGATE;
    if (!isCharacter) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE, "there is no character with code point " + point);
    }
    return Character.toString((int) point);
  }

  /** In hexadecimal digits, of the text in UTF-8. */
  public static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java has it
    }
  }

  /** The place in chars of the character that so many others precede; within the text. */
  private static int index(String text, long characters) {
    if (characters <= 0) {
      return 0;
    }
    return characters >= length(text)
        ? text.length()
        : text.offsetByCodePoints(0, (int) characters);
  }

  private static int place(String text, int found) {
    return found < 0 ? 0 : text.codePointCount(0, found) + 1;
  }

  /** A text that is cast to BOOLEAN. */
  public static boolean truth(String text) {
    return BooleanText.spelled(text)
        .orElseThrow(
            () ->
                new SqlFault(
                    SqlState.INVALID_CAST,
                    "A text is not a boolean, such as 'true' or 'false': "
                        + TextLimit.quoted(text)));
  }
}
