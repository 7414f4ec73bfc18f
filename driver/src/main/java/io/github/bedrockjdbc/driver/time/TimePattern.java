package io.github.bedrockjdbc.driver.time;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.runtime.PadFunctions;
import io.github.bedrockjdbc.driver.runtime.TextLimit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A pattern of {@code TO_CHAR}, {@code TO_DATE} and {@code TO_TIMESTAMP}. */
final class TimePattern {
  /**
   * A part of a pattern.
   *
   * @param field null for what stands for itself
   * @param letters as they were written
   * @param isFilled with zeros or blanks up to its width
   * @param ordinal {@code TH} or {@code th} behind it, {@code SP}, which PostgreSQL drops, or empty
   */
  record Item(TimeField field, String letters, boolean isFilled, String ordinal) {}

  private static final List<String> OF_ZONES = List.of("TZH", "TZM", "OF");

  private static final List<String> SUFFIXES = List.of("TH", "th", "SP");

  private static final int MOST_CHARACTERS = 1000;

  private final String pattern;
  private final List<Item> items = new ArrayList<>();
  private int next;

  TimePattern(String pattern) {
    this.pattern = pattern;
    if (pattern.length() > MOST_CHARACTERS) {
      throw new SqlFault(
          SqlState.TEXT_TOO_LONG,
          "a time pattern has at most " + MOST_CHARACTERS + " characters, not " + pattern.length());
    }
    while (next < pattern.length()) {
      read();
    }
  }

  List<Item> items() {
    return items;
  }

  private void read() {
    final char character = pattern.charAt(next);
    if (character == '"') {
      quoted();
      return;
    }
    if (character == '\\' && pattern.startsWith("\\\"", next)) {
      itself("\"");
      next += 2;
      return;
    }
    final int start = next;
    final String prefix = pattern.substring(next, Math.min(next + 2, pattern.length()));
    final boolean isFilled =
        !prefix.equalsIgnoreCase("FM") && !prefix.equals("TM") && !prefix.equals("tm");
    if (!isFilled) {
      next += 2;
    }
    if (!field(isFilled) && next == start) {
      itself(String.valueOf(character));
      next++;
    }
  }

  private boolean field(boolean isFilled) {
    for (String ofZone : OF_ZONES) {
      if (isHere(ofZone)) {
        throw new SqlFault(
            SqlState.INVALID_ARGUMENT_VALUE,
            "a timestamp has no time zone, and a pattern no "
                + ofZone
                + "; quote it as text: \""
                + ofZone
                + "\"");
      }
    }
    for (TimeField field : TimeField.ALL) {
      if (isHere(field.letters())) {
        final int end = next + field.letters().length();
        final String letters = pattern.substring(next, end);
        final String ordinal =
            SUFFIXES.stream().filter(each -> pattern.startsWith(each, end)).findFirst().orElse("");
        items.add(new Item(field, letters, isFilled, ordinal));
        next = end + ordinal.length();
        return true;
      }
    }
    return false;
  }

  /** In capitals or in small letters; names also as in Month. */
  private boolean isHere(String letters) {
    final String small = letters.toLowerCase(Locale.ROOT);
    return pattern.startsWith(letters, next)
        || pattern.startsWith(small, next)
        || (List.of("MONTH", "MON", "DAY", "DY").contains(letters)
            && pattern.startsWith(letters.charAt(0) + small.substring(1), next));
  }

  private void quoted() {
    next++;
    while (next < pattern.length() && pattern.charAt(next) != '"') {
      if (pattern.charAt(next) == '\\' && next + 1 < pattern.length()) {
        next++;
      }
      itself(String.valueOf(pattern.charAt(next)));
      next++;
    }
    next++;
  }

  private void itself(String text) {
    items.add(new Item(null, text, false, ""));
  }

  String format(LocalDateTime time) {
    final StringBuilder text = new StringBuilder();
    for (Item item : items) {
      text.append(
          item.field() == null
              ? item.letters()
              : item.field().isNumber() ? number(item, time) : name(item, time));
      TextLimit.check(text.length());
    }
    return text.toString();
  }

  private static String number(Item item, LocalDateTime time) {
    final long value = (long) item.field().value(time);
    if (item.field() == TimeField.Y_YYY) {
      return "%d,%03d".formatted(value / 1000, value % 1000) + ordinal(item, value);
    }
    final boolean isFilled = item.isFilled() || item.field().isFraction();
    return (isFilled ? ("%0" + item.field().width() + "d").formatted(value) : String.valueOf(value))
        + ordinal(item, value);
  }

  private static String name(Item item, LocalDateTime time) {
    final String name = (String) item.field().value(time);
    final String letters = item.letters();
    final String cased =
        letters.equals(letters.toLowerCase(Locale.ROOT))
            ? name.toLowerCase(Locale.ROOT)
            : letters.equals(letters.toUpperCase(Locale.ROOT))
                ? name.toUpperCase(Locale.ROOT)
                : name;
    final int width = item.field().width();
    return item.isFilled() && width > 0 ? PadFunctions.rpad(cased, width) : cased;
  }

  private static String ordinal(Item item, long value) {
    if (!item.ordinal().equalsIgnoreCase("TH")) {
      return "";
    }
    final boolean isTeen = value / 10 % 10 == 1;
    final String ordinal =
        isTeen || value % 10 == 0 || value % 10 > 3
            ? "th"
            : value % 10 == 1 ? "st" : value % 10 == 2 ? "nd" : "rd";
    return item.ordinal().equals("TH") ? ordinal.toUpperCase(Locale.ROOT) : ordinal;
  }
}
