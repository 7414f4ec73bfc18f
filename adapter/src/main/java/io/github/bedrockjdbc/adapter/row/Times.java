package io.github.bedrockjdbc.adapter.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * Times of answers as milliseconds. The form that the service writes is read digit by digit: Java's
 * own parser takes longer for the times of a page than everything else in it together.
 */
final class Times {
  private static final int SHORTEST = "2026-01-01T00:00:00Z".length();
  private static final int SECONDS_OF_A_DAY = 86_400;
  private static final int NANO_DIGITS = 9;
  private static final int MILLI_DIGITS = 3;

  private Times() {}

  /** Empty if the text is not a time. */
  static OptionalLong millis(String text) {
    try {
      return OptionalLong.of(
          isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether it is {@code yyyy-MM-ddTHH:mm:ss[.fraction]Z}, whatever the digits. */
  private static boolean isUsual(String text) {
    final int length = text.length();
    return length >= SHORTEST
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && text.charAt(length - 1) == 'Z';
  }

  private static long usual(String text) {
    final LocalDate date =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    final int minutes = within(24, number(text, 11, 13)) * 60 + within(60, number(text, 14, 16));
    final int seconds = minutes * 60 + within(60, number(text, 17, 19));
    final int millis = text.length() == SHORTEST ? 0 : fraction(text, text.length() - 1);
    return (date.toEpochDay() * SECONDS_OF_A_DAY + seconds) * 1000 + millis;
  }

  private static int within(int limit, int number) {
    if (number >= limit) {
      throw new DateTimeException("too large: " + number);
    }
    return number;
  }

  /** Milliseconds of a fraction that ends before a place. */
  private static int fraction(String text, int end) {
    final int digits = end - SHORTEST;
    if (text.charAt(SHORTEST - 1) != '.' || digits > NANO_DIGITS) {
      throw new DateTimeException("not a fraction of a second");
    }
    number(text, SHORTEST, end); // digits only, also those that no millisecond needs
    int millis = number(text, SHORTEST, Math.min(end, SHORTEST + MILLI_DIGITS));
    for (int i = digits; i < MILLI_DIGITS; i++) {
      millis *= 10;
    }
    return millis;
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      final int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
