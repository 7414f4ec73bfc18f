package io.github.bedrockjdbc.report;

import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the template shows numbers; a null, which stands for nothing to count, is a dash. */
public final class Figures {
  private static final String NOTHING = "–";
  private static final int LONGEST_MESSAGE = 400;
  private static final long MINUTES_OF_HOUR = 60;
  private static final long MINUTES_OF_TWO_DAYS = 2 * 24 * MINUTES_OF_HOUR;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** All digits, in groups of three. */
  public static String count(Long number) {
    return number == null ? NOTHING : String.format(Locale.ENGLISH, "%,d", number);
  }

  /** Three digits and a unit where there are many. */
  public static String brief(Long number) {
    if (number == null || number < 10_000) {
      return count(number);
    }
    if (number < 1_000_000) {
      return String.format(Locale.ENGLISH, "%.0f k", number / 1e3);
    }
    return number < 1_000_000_000
        ? String.format(Locale.ENGLISH, "%.1f M", number / 1e6)
        : String.format(Locale.ENGLISH, "%.1f bn", number / 1e9);
  }

  /** A message of which a reader sees what it is about; the rest is counted. */
  public static String brief(String message) {
    if (message.length() <= LONGEST_MESSAGE) {
      return message;
    }
    final int blank = message.lastIndexOf(' ', LONGEST_MESSAGE);
    final int end = blank > LONGEST_MESSAGE / 2 ? blank : LONGEST_MESSAGE;
    return String.format(
        Locale.ENGLISH,
        "%s … (%,d more characters)",
        message.substring(0, Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end),
        message.length() - end);
  }

  /** That a list ends before all are listed; null if it does not. */
  public static String more(Long all, Long listed) {
    return all == null || all <= listed
        ? null
        : String.format(
            Locale.ENGLISH,
            "The %,d most recent; %,d more are not listed. SELECT * FROM jobs WHERE status ="
                + " 'Failed' lists all.",
            listed,
            all - listed);
  }

  /** A part of a whole in percent; a dash if the whole is nothing. */
  public static String share(Long part, Long whole) {
    return part == null || whole == null || whole == 0
        ? NOTHING
        : String.format(Locale.ENGLISH, "%.1f %%", 100.0 * part / whole);
  }

  /** Minutes, as people say them. */
  public static String duration(Long minutes) {
    if (minutes == null) {
      return NOTHING;
    }
    if (minutes < MINUTES_OF_HOUR) {
      return minutes + " min";
    }
    return minutes < MINUTES_OF_TWO_DAYS
        ? String.format(Locale.ENGLISH, "%.1f h", minutes / 60.0)
        : String.format(Locale.ENGLISH, "%.1f d", minutes / 1440.0);
  }

  /** To the minute, in UTC. */
  public static String time(Timestamp time) {
    return TIME.format(time.toInstant());
  }
}
