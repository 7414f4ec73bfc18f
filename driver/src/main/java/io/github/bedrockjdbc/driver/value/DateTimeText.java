package io.github.bedrockjdbc.driver.value;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates, times and timestamps (the UTC wall clock) as text. */
public final class DateTimeText {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd")
          .optionalStart()
          .appendLiteral('T')
          .append(TIME)
          .optionalStart()
          .appendPattern("[ ][XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** What Calcite reads by itself, as one that has milliseconds when it is moved. */
  private static final Pattern PLAIN_LITERAL =
      Pattern.compile("'\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d{3}'");

  private static final int HALF_A_MILLI = 500_000; // nanoseconds

  private static final byte[] ZERO =
      "0000-00-00 00:00:00.000".getBytes(StandardCharsets.ISO_8859_1);

  private static final int DATE_LENGTH = 10;
  private static final int LAST_YEAR = 9999;

  private DateTimeText() {}

  /**
   * Reads {@code 2026-03-09}, {@code 2026-03-09 00:00[:00[.123456789]]} or the same with {@code T},
   * and with {@code Z} or an offset, which is converted to UTC. The years are those of SQL.
   */
  public static Optional<LocalDateTime> parse(String text) {
    try {
      final TemporalAccessor parsed = TIMESTAMP.parse(withT(text.strip()));
      final LocalDate date = parsed.query(TemporalQueries.localDate());
      final LocalTime time = parsed.query(TemporalQueries.localTime());
      final ZoneOffset offset = parsed.query(TemporalQueries.offset());
      final LocalDateTime digits = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
      return Optional.of(offset == null ? digits : digits.minusSeconds(offset.getTotalSeconds()))
          .filter(timestamp -> timestamp.getYear() >= 1 && timestamp.getYear() <= LAST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same timestamp, in quotes, as Calcite reads it; or the given text if it is none. */
  public static String literal(String quoted) {
    return PLAIN_LITERAL.matcher(quoted).matches()
        ? quoted
        : parse(quoted.substring(1, quoted.length() - 1))
            .flatMap(DateTimeText::inMillis)
            .map(timestamp -> "'" + format(timestamp) + "'")
            .orElse(quoted);
  }

  /** The same for a time of day. */
  public static String timeLiteral(String quoted) {
    return parseTime(quoted.substring(1, quoted.length() - 1))
        .flatMap(DateTimeText::inMillis)
        .map(time -> "'" + format(time) + "'")
        .orElse(quoted);
  }

  /** To the nearest millisecond; empty beyond the years of SQL. */
  public static Optional<LocalDateTime> inMillis(LocalDateTime timestamp) {
    return Optional.of(timestamp.plusNanos(HALF_A_MILLI).truncatedTo(ChronoUnit.MILLIS))
        .filter(rounded -> rounded.getYear() <= LAST_YEAR);
  }

  /** To the nearest millisecond; empty for one that is nearest to the day's end. */
  public static Optional<LocalTime> inMillis(LocalTime time) {
    return Optional.of(time.plusNanos(HALF_A_MILLI).truncatedTo(ChronoUnit.MILLIS))
        .filter(rounded -> !rounded.isBefore(time.truncatedTo(ChronoUnit.MILLIS)));
  }

  /** Reads {@code 02:30[:00[.123456789]]}. */
  public static Optional<LocalTime> parseTime(String text) {
    try {
      return Optional.of(LocalTime.parse(text.strip(), TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Always with three digits of a second. By hand, because it is called for each cell. */
  public static String format(LocalDateTime timestamp) {
    final byte[] text = ZERO.clone();
    final int year = timestamp.getYear();
    final int millis = timestamp.getNano() / 1_000_000;
    write(timestamp.getMonthValue(), text, 5);
    write(timestamp.getDayOfMonth(), text, 8);
    write(timestamp.getHour(), text, 11);
    write(timestamp.getMinute(), text, 14);
    write(timestamp.getSecond(), text, 17);
    text[20] += (byte) (millis / 100);
    write(millis % 100, text, 21);
    if (year >= 0 && year <= 9999) {
      write(year / 100, text, 0);
      write(year % 100, text, 2);
      return new String(text, StandardCharsets.ISO_8859_1);
    }
    return timestamp.toLocalDate()
        + new String(text, DATE_LENGTH, text.length - DATE_LENGTH, StandardCharsets.ISO_8859_1);
  }

  /** Two digits, over zeros. */
  private static void write(int number, byte[] text, int place) {
    text[place] += (byte) (number / 10);
    text[place + 1] += (byte) (number % 10);
  }

  /** With three digits of a second only where they are not zero. */
  public static String format(LocalTime time) {
    final LocalTime shown = time.truncatedTo(ChronoUnit.MILLIS);
    return shown.getSecond() == 0 && shown.getNano() == 0 ? shown + ":00" : shown.toString();
  }

  private static String withT(String text) {
    return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
        ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
        : text;
  }
}
