package io.github.bedrockjdbc.driver.differential;

import java.math.BigDecimal;
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

  /** Texts of unlike length, some of which differ in blanks only. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "a ",
          "b",
          "no",
          "yes",
          "Failed",
          "Failed ",
          "Stopped",
          "Completed",
          "a longer text than all others",
          "it's",
          "100%",
          "é",
          "J",
          "12",
          "-3",
          "x,y,,z");

  private static final List<String> DECIMALS =
      List.of("0.5", "1.25", "-2.5", "10.05", "100.0", "0.01", "2.50", "24.5", "-0.45", "3.145");

  private final Draw draw;

  Literals(Draw draw) {
    this.draw = draw;
  }

  static Part quoted(String text) {
    return Part.of("'{}'", text.replace("'", "''"));
  }

  /** Any value of the kind, as literal or as parameter. */
  Part of(Kind kind) {
    if (draw.isParameter() && draw.chance(4)) {
      draw.mark(Construct.NULL_PARAMETER);
      return Part.parameter(null, "CAST(NULL AS " + kind.sql() + ")");
    }
    return switch (kind) {
      case TEXT -> anyText(draw.chance(40) ? draw.pick(Facts.STATUSES) : draw.pick(TEXTS));
      case WHOLE -> whole(draw.pick(0, 1, 2, 24, 100, -1, -7, draw.between(0, 5000), 50_000));
      case DECIMAL -> decimal(draw.pick(DECIMALS));
      case DOUBLE -> approximate(draw.pick("0.5E0", "1E0", "-2.25E0", "1.5E1", "1E-3"));
      case TIME -> instantOf(instant());
      case DATE -> day(instant().toLocalDate());
      case TRUTH -> truth(draw.chance(50));
    };
  }

  private Part anyText(String text) {
    return draw.isParameter() ? marked(Part.parameter(text, sql(text))) : quoted(text);
  }

  Part whole(int value) {
    final String text = Integer.toString(value);
    return draw.isParameter()
        ? marked(Part.parameter(draw.chance(70) ? (Object) value : (Object) (long) value, text))
        : Part.of(text);
  }

  private Part decimal(String text) {
    return draw.isParameter()
        ? marked(Part.parameter(new BigDecimal(text), text))
        : Part.of("{}", text);
  }

  private Part approximate(String text) {
    return draw.isParameter()
        ? marked(Part.parameter(Double.valueOf(text), text))
        : Part.of("{}", text);
  }

  private Part instantOf(LocalDateTime time) {
    final String literal = literal(time);
    return draw.isParameter() ? marked(Part.parameter(time, literal)) : timestamp(time);
  }

  private Part day(LocalDate day) {
    return draw.isParameter() ? marked(Part.parameter(day, date(day).reference())) : date(day);
  }

  private Part truth(boolean value) {
    final String text = value ? "TRUE" : "FALSE";
    return draw.isParameter() ? marked(Part.parameter(value, text)) : Part.of(text);
  }

  private Part marked(Part parameter) {
    draw.mark(Construct.ANY_PARAMETER);
    return parameter;
  }

  private static String sql(String text) {
    return quoted(text).reference();
  }

  /** A text where a parameter is possible. */
  Part text(String text) {
    if (draw.chance(2)) {
      draw.mark(Construct.NULL_PARAMETER);
      return Part.parameter(null, "NULL");
    }
    if (draw.chance(25)) {
      draw.mark(Construct.TEXT_PARAMETER);
      return Part.parameter(text, sql(text));
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
      return quoted(MILLISECONDS.format(time)).forReference("TIMESTAMP {}");
    }
    return typedTime(time);
  }

  private Part typedTime(LocalDateTime time) {
    if (draw.chance(2)) {
      draw.mark(Construct.NULL_PARAMETER);
      return Part.parameter(null, "CAST(NULL AS TIMESTAMP)");
    }
    if (draw.chance(20)) {
      draw.mark(Construct.TIME_PARAMETER);
      return Part.parameter(time, literal(time));
    }
    // An hour that the zone skips has no java.sql.Timestamp.
    if (draw.chance(10) && Timestamp.valueOf(time).toLocalDateTime().equals(time)) {
      draw.mark(Construct.TIMESTAMP_PARAMETER);
      return Part.parameter(Timestamp.valueOf(time), literal(time));
    }
    return plainTime(time);
  }

  private static String literal(LocalDateTime time) {
    return "TIMESTAMP '" + MILLISECONDS.format(time) + "'";
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
