package io.github.bedrockjdbc.driver.time;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a time by a pattern. Stricter than PostgreSQL, which guesses: what the pattern has beside
 * its fields must stand in the text, nothing more may, and a date needs its year, month and day.
 */
final class TimeReader {
  private static final Set<TimeField> READ =
      Set.of(
          TimeField.YYYY,
          TimeField.MM,
          TimeField.MON,
          TimeField.MONTH,
          TimeField.DD,
          TimeField.DDD,
          TimeField.HH24,
          TimeField.HH12,
          TimeField.HH,
          TimeField.MI,
          TimeField.SS,
          TimeField.MS,
          TimeField.US,
          TimeField.AM,
          TimeField.PM);

  private static final int MICROS_DIGITS = 6;

  private final String text;
  private final String pattern;
  private final Map<TimeField, Integer> values = new EnumMap<>(TimeField.class);
  private int next;

  TimeReader(String text, String pattern) {
    this.text = text.strip();
    this.pattern = pattern;
  }

  LocalDateTime read() {
    for (TimePattern.Item item : new TimePattern(pattern.strip()).items()) {
      read(item);
    }
    if (next < text.length()) {
      throw unreadable();
    }
    try {
      return date()
          .atTime(hour(), of(TimeField.MI, 0), of(TimeField.SS, 0), 1000 * of(TimeField.US, 0));
    } catch (DateTimeException e) {
      throw unreadable();
    }
  }

  private void read(TimePattern.Item item) {
    final TimeField field = item.field();
    if (field == null) {
      if (!text.startsWith(item.letters(), next)) {
        throw unreadable();
      }
      next += item.letters().length();
    } else if (!READ.contains(field) || !item.ordinal().isEmpty()) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE,
          "a time cannot be parsed by "
              + item.letters()
              + item.ordinal()
              + "; patterns have YYYY, MM, MON, MONTH, DD, DDD, HH24, HH12, MI, SS, MS, US and AM");
    } else {
      switch (field) {
        case MS, US -> values.put(TimeField.US, fraction(field.width()));
        case MON, MONTH -> values.put(TimeField.MM, month(field));
        case AM, PM -> values.put(TimeField.AM, half());
        case HH -> values.put(TimeField.HH12, number(field.width()));
        default -> values.put(field, number(field.width()));
      }
    }
  }

  private int number(int width) {
    final int start = next;
    while (next < text.length() && next - start < width && isDigit(text.charAt(next))) {
      next++;
    }
    if (next == start) {
      throw unreadable();
    }
    return Integer.parseInt(text.substring(start, next));
  }

  /** In microseconds, of digits behind the point. */
  private int fraction(int width) {
    final int start = next;
    int micros = number(width);
    for (int i = next - start; i < MICROS_DIGITS; i++) {
      micros *= 10;
    }
    return micros;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private int month(TimeField field) {
    final TextStyle style = field == TimeField.MON ? TextStyle.SHORT : TextStyle.FULL;
    for (Month month : Month.values()) {
      final String name = month.getDisplayName(style, Locale.ENGLISH);
      if (text.regionMatches(true, next, name, 0, name.length())) {
        next += name.length();
        return month.getValue();
      }
    }
    throw unreadable();
  }

  private int half() {
    for (int i = 0; i < 2; i++) {
      if (text.regionMatches(true, next, i == 0 ? "AM" : "PM", 0, 2)) {
        next += 2;
        return i;
      }
    }
    throw unreadable();
  }

  private LocalDate date() {
    final Integer year = values.get(TimeField.YYYY);
    if (year != null && values.containsKey(TimeField.DDD)) {
      return LocalDate.ofYearDay(year, values.get(TimeField.DDD));
    }
    if (year == null) {
      throw new SqlFault(
          SqlState.INVALID_ARGUMENT_VALUE, "the pattern '" + pattern + "' has no year, as YYYY");
    }
    return LocalDate.of(year, of(TimeField.MM, 1), of(TimeField.DD, 1));
  }

  private int hour() {
    final Integer hour = values.get(TimeField.HH12);
    if (hour == null) {
      return of(TimeField.HH24, 0);
    }
    if (hour < 1 || hour > 12) {
      throw unreadable();
    }
    return hour % 12 + 12 * of(TimeField.AM, 0);
  }

  private int of(TimeField field, int otherwise) {
    return values.getOrDefault(field, otherwise);
  }

  private SqlFault unreadable() {
    return new SqlFault(
        SqlState.INVALID_DATETIME, "'" + text + "' is not a time of the form '" + pattern + "'");
  }
}
