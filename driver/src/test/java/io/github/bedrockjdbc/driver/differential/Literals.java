package io.github.bedrockjdbc.driver.differential;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Values in a statement: as literal, as another type's literal, as parameter. */
final class Literals {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  private static final List<LocalDateTime> FAR =
      List.of(
          LocalDateTime.of(1970, 1, 1, 0, 0),
          LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_000_000),
          LocalDateTime.of(1600, 1, 1, 0, 0),
          LocalDateTime.of(2100, 2, 28, 12, 0),
          LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000));

  private final Draw draw;

  Literals(Draw draw) {
    this.draw = draw;
  }

  static Part quoted(String text) {
    return Part.of("'{}'", text.replace("'", "''"));
  }

  /** A text where a parameter is possible. */
  Part text(String text) {
    if (draw.chance(2)) {
      draw.mark(Construct.NULL_PARAMETER);
      return Part.parameter(null);
    }
    if (draw.chance(25)) {
      draw.mark(Construct.TEXT_PARAMETER);
      return Part.parameter(text);
    }
    draw.mark(Construct.TEXT_LITERAL);
    return quoted(text);
  }

  /** An instant at, near or far from a job's. */
  LocalDateTime instant() {
    final LocalDateTime time = draw.pick(draw.facts().times());
    return switch (draw.between(-2, 9)) {
      case -2, -1, 0, 1, 2 -> {
        draw.mark(Construct.EXACT_TIME);
        yield time;
      }
      case 3, 4 -> {
        draw.mark(Construct.NEIGHBOR_MILLISECOND);
        yield time.plus(draw.pick(-1, 1, 999, -999, 1000, -1000, 1001, -1001), ChronoUnit.MILLIS);
      }
      case 5, 6 -> {
        draw.mark(Construct.WHOLE_SECOND);
        yield time.truncatedTo(draw.pick(ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS));
      }
      case 7 -> time.truncatedTo(ChronoUnit.DAYS);
      case 8 -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
      default -> {
        if (draw.chance(50)) {
          draw.mark(Construct.FAR_TIME);
          yield draw.pick(FAR);
        }
        yield time.plusDays(draw.between(-400, 400));
      }
    };
  }

  Part time() {
    return time(instant());
  }

  Part time(LocalDateTime time) {
    if (draw.chance(10)) {
      draw.mark(Construct.TIME_AS_TEXT);
      return timeAsText(time);
    }
    return typedTime(time);
  }

  /** H2 gives a text the type of the other bound of a BETWEEN, so it is told the type. */
  private static Part timeAsText(LocalDateTime time) {
    final Part text = quoted(MILLISECONDS.format(time));
    return Part.each("{}", "TIMESTAMP {}", text);
  }

  private Part typedTime(LocalDateTime time) {
    if (draw.chance(2)) {
      draw.mark(Construct.NULL_PARAMETER);
      return Part.parameter(null);
    }
    if (draw.chance(20)) {
      draw.mark(Construct.TIME_PARAMETER);
      return Part.parameter(time);
    }
    // An hour that the zone skips has no java.sql.Timestamp.
    if (draw.chance(10) && Timestamp.valueOf(time).toLocalDateTime().equals(time)) {
      draw.mark(Construct.TIMESTAMP_PARAMETER);
      return Part.parameter(Timestamp.valueOf(time));
    }
    return plainTime(time);
  }

  /** A literal of a time or, at midnight, of a date. */
  Part plainTime(LocalDateTime time) {
    if (time.toLocalTime().equals(LocalTime.MIDNIGHT) && draw.chance(40)) {
      draw.mark(Construct.TIME_AS_DATE);
      return date(time.toLocalDate());
    }
    return timestamp(time);
  }

  Part timestamp(LocalDateTime time) {
    draw.mark(Construct.TIME_LITERAL);
    final boolean whole = time.equals(time.truncatedTo(ChronoUnit.SECONDS)) && draw.chance(70);
    return Part.of("TIMESTAMP '{}'", (whole ? SECONDS : MILLISECONDS).format(time));
  }

  static Part date(LocalDate date) {
    return Part.of("DATE '{}'", date);
  }
}
