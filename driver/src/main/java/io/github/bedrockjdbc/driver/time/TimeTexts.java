package io.github.bedrockjdbc.driver.time;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import io.github.bedrockjdbc.driver.runtime.TextLimit;
import io.github.bedrockjdbc.driver.value.DateTimeText;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates, times and timestamps from text, to the nearest millisecond, and times as text. For
 * generated code.
 */
public final class TimeTexts {
  private static final String TIMESTAMP = "TIMESTAMP";
  private static final int NANOS_OF_MILLI = 1_000_000;

  /** The form of a date, of whatever day. */
  private static final Pattern DATE_FORM =
      Pattern.compile("[+-]?\\d{4,}-\\d{2}-\\d{2}([ Tt].*)?", Pattern.DOTALL);

  private static final Pattern TIME_FORM = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?(\\.\\d+)?");

  private TimeTexts() {}

  public static long timestamp(String text) {
    return inMillis(parsed(text, TIMESTAMP), text).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  public static int date(String text) {
    return (int) parsed(text, "DATE").toLocalDate().toEpochDay();
  }

  public static int time(String text) {
    return (int)
        (DateTimeText.parseTime(text)
                .flatMap(DateTimeText::inMillis)
                .orElseThrow(
                    () ->
                        invalid(
                            TIME_FORM,
                            text,
                            "TIME",
                            "a time must be between '00:00:00' and '23:59:59.999'",
                            "'05:00:00' or '05:00:00.123'"))
                .toNanoOfDay()
            / NANOS_OF_MILLI);
  }

  public static String ofTime(int millis) {
    return DateTimeText.format(LocalTime.ofNanoOfDay((long) millis * NANOS_OF_MILLI));
  }

  private static LocalDateTime parsed(String text, String type) {
    return DateTimeText.parse(text).orElseThrow(() -> invalid(text, type));
  }

  private static LocalDateTime inMillis(LocalDateTime timestamp, String text) {
    return DateTimeText.inMillis(timestamp).orElseThrow(() -> invalid(text, TIMESTAMP));
  }

  /** Why a literal cannot be read, if it cannot. */
  public static Optional<SqlFault> mistake(String type, String text) {
    try {
      switch (type) {
        case "TIME" -> time(text);
        case TIMESTAMP -> timestamp(text);
        default -> parsed(text, type);
      }
      return Optional.empty();
    } catch (SqlFault e) {
      return Optional.of(e);
    }
  }

  private static SqlFault invalid(String text, String type) {
    return invalid(
        DATE_FORM,
        text,
        type,
        "the calendar of the years 0001 to 9999 has no such day or time",
        "'2026-03-08' or '2026-03-08 05:00:00.123'");
  }

  private static SqlFault invalid(
      Pattern form, String text, String type, String outside, String right) {
    final String shown = TextLimit.quoted(text);
    return form.matcher(shown.strip()).matches()
        ? new SqlFault(
            SqlState.DATETIME_OUT_OF_RANGE,
            "Invalid " + type + " value '" + shown + "': " + outside)
        : new SqlFault(
            SqlState.INVALID_DATETIME,
            "Invalid " + type + " value '" + shown + "': write it as " + right);
  }
}
