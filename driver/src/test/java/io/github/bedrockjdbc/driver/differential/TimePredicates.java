package io.github.bedrockjdbc.driver.differential;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Predicates on {@code submit_time}. */
final class TimePredicates implements Supplier<Part> {
  /** Later days have no literal. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "HOUR", ChronoUnit.HOURS,
          "DAY", ChronoUnit.DAYS,
          "MINUTE", ChronoUnit.MINUTES,
          "SECOND", ChronoUnit.SECONDS);
  private static final String[] COMPARISONS = {"<", "<=", ">", ">=", "=", "<>"};

  private final Draw draw;
  private final Literals literals;
  private final String prefix;
  private final Part column;

  TimePredicates(Draw draw, String prefix) {
    this.draw = draw;
    this.literals = new Literals(draw);
    this.prefix = prefix;
    this.column = Part.of(prefix + "submit_time");
  }

  @Override
  public Part get() {
    return switch (draw.between(0, 21)) {
      case 0, 1, 2 -> compared();
      case 3 -> marked(Construct.TIME_EQUAL, Part.of("{} = {}", column, literals.time()));
      case 4 -> marked(Construct.TIME_NOT_EQUAL, Part.of("{} <> {}", column, literals.time()));
      case 5, 6 -> between();
      case 7 -> notBetween();
      case 8, 9, 10 -> range();
      case 11, 12 -> ranges();
      case 13 -> in();
      case 14 -> day();
      case 15 -> floor();
      case 16, 17 -> extract();
      case 18 -> arithmetic();
      case 19 -> ceil();
      default -> draw.one(this::now, this::columns);
    };
  }

  /** One bound. */
  Part compared() {
    draw.mark(Construct.TIME_COMPARE);
    final String sign = draw.pick("<", "<=", ">", ">=");
    return draw.chance(20)
        ? Part.of("{} {} {}", literals.time(), sign, column)
        : Part.of("{} {} {}", column, sign, literals.time());
  }

  /** Two bounds. */
  Part range() {
    draw.mark(Construct.TIME_RANGE);
    final List<LocalDateTime> ends = ends();
    return Part.of(
        "{} {} {} AND {} {} {}",
        column,
        draw.pick(">", ">="),
        literals.time(ends.get(0)),
        column,
        draw.pick("<", "<="),
        literals.time(ends.get(1)));
  }

  private List<LocalDateTime> ends() {
    final LocalDateTime from = literals.instant();
    final LocalDateTime to =
        draw.chance(50) || from.getYear() == 9999
            ? literals.instant()
            : from.plus(
                draw.between(0, 60),
                draw.pick(ChronoUnit.MILLIS, ChronoUnit.DAYS, ChronoUnit.SECONDS));
    // Now and then the wrong way round, which is a contradiction.
    return from.isAfter(to) && draw.chance(85) ? List.of(to, from) : List.of(from, to);
  }

  private Part between() {
    draw.mark(Construct.TIME_BETWEEN);
    final List<LocalDateTime> ends = ends();
    if (draw.chance(25)) {
      return Part.each(
          "{} BETWEEN SYMMETRIC {} AND {}",
          "between_symmetric({}, {}, {})",
          column,
          literals.time(ends.get(0)),
          literals.time(ends.get(1)));
    }
    return Part.of(
        "{} BETWEEN {} AND {}", column, literals.time(ends.get(0)), literals.time(ends.get(1)));
  }

  private Part notBetween() {
    draw.mark(Construct.TIME_NOT_BETWEEN);
    final List<LocalDateTime> ends = ends();
    return Part.of(
        "{} NOT BETWEEN {} AND {}", column, literals.time(ends.get(0)), literals.time(ends.get(1)));
  }

  private Part ranges() {
    draw.mark(Construct.TIME_RANGES_OR);
    return Part.of(
        "({})",
        Part.join(
            " OR ", draw.several(2, draw.pick(3, 3, 3, 4, 4, 11), () -> Part.of("({})", range()))));
  }

  private Part in() {
    draw.mark(Construct.TIME_IN);
    return Part.of(
        "{} {}IN ({})",
        column,
        draw.pick("", "", "", "NOT "),
        Part.join(
            ", ",
            draw.several(1, draw.pick(3, 3, 11), () -> literals.timestamp(literals.instant()))));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Part day() {
    draw.mark(Construct.TIME_CAST_DATE);
    final Part day = Part.of("CAST({} AS DATE)", column);
    final LocalDate date = literals.instant().toLocalDate();
    return draw.one(
        () -> Part.of("{} {} {}", day, draw.pick(COMPARISONS), Literals.date(date)),
        () -> Part.of("{} = {}", day, Part.parameter(date, Literals.date(date).reference())),
        () -> Part.of("{} = {}", Literals.date(date), day),
        () ->
            Part.of(
                "{} BETWEEN {} AND {}",
                day,
                Literals.date(date),
                Literals.date(earlier(LAST_DAY, date.plusDays(draw.between(-1, 90))))),
        () ->
            Part.of(
                "{} IN ({}, {})",
                day,
                Literals.date(date),
                Literals.date(literals.instant().toLocalDate())));
  }

  private Part floor() {
    draw.mark(Construct.TIME_FLOOR);
    final LocalDateTime time = literals.instant();
    final String unit = draw.pick("HOUR", "DAY", "MINUTE", "SECOND", "MONTH", "YEAR");
    final LocalDateTime start =
        switch (unit) {
          case "MONTH" -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
          case "YEAR" -> time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
          default -> time.truncatedTo(UNITS.get(unit));
        };
    final Part floor =
        Part.each("FLOOR({} TO " + unit + ")", "DATE_TRUNC('" + unit + "', {})", column);
    // Also compared with what is no start of a unit.
    return Part.of(
        "{} {} {}",
        floor,
        draw.pick(COMPARISONS),
        literals.timestamp(draw.chance(75) ? start : time));
  }

  /** A time is never finer than the millisecond, so what is short of one is rounded up. */
  private Part ceil() {
    draw.mark(Construct.TIME_CEIL);
    final String unit = draw.pick(List.copyOf(new TreeMap<>(UNITS).keySet()));
    final long less = UNITS.get(unit).getDuration().toMillis() - 1;
    return Part.of(
        "{} {} {}",
        Part.each(
            "CEIL({} TO " + unit + ")",
            "DATE_TRUNC('" + unit + "', {} + " + less + " * INTERVAL '1 millisecond')",
            column),
        draw.pick(COMPARISONS),
        literals.timestamp(literals.instant().truncatedTo(UNITS.get(unit))));
  }

  private Part extract() {
    draw.mark(Construct.TIME_EXTRACT);
    final LocalDateTime time = literals.instant();
    final Part year = Part.of("EXTRACT(YEAR FROM {})", column);
    return draw.one(
        () -> Part.of("{} {} {}", year, draw.pick(COMPARISONS), time.getYear()),
        () -> Part.each("YEAR({}) = {}", "EXTRACT(YEAR FROM {}) = {}", column, time.getYear()),
        () -> Part.of("{} BETWEEN {} AND {}", year, time.getYear(), time.getYear() + 1),
        () -> Part.of("{} IN ({}, {})", year, time.getYear(), draw.pick(0, 2024, 2026, 3000)),
        () ->
            Part.of(
                "{} = {} AND EXTRACT(MONTH FROM {}) {} {}",
                year,
                time.getYear(),
                column,
                draw.pick(COMPARISONS),
                time.getMonthValue()),
        () ->
            Part.of(
                "{} = {} AND EXTRACT(MONTH FROM {}) = {} AND EXTRACT(DAY FROM {}) = {}",
                year,
                time.getYear(),
                column,
                time.getMonthValue(),
                column,
                time.getDayOfMonth()),
        () ->
            Part.of(
                "EXTRACT({} FROM {}) {} {}",
                draw.pick("MONTH", "DAY", "HOUR", "MINUTE", "QUARTER", "DOY"),
                column,
                draw.pick(COMPARISONS),
                draw.between(0, 12)));
  }

  private Part arithmetic() {
    draw.mark(Construct.TIME_ARITHMETIC);
    return Part.of(
        "{} {} INTERVAL '{}' {} {} {}",
        column,
        draw.pick("+", "-"),
        draw.between(0, 40),
        draw.pick("DAY", "HOUR", "SECOND", "MONTH"),
        draw.pick(COMPARISONS),
        literals.timestamp(literals.instant()));
  }

  /**
   * Both clocks are read within a moment, in which a job's age passes a whole day but by chance.
   */
  private Part now() {
    draw.mark(Construct.TIME_NOW);
    final Part then =
        Part.each(
            "CURRENT_TIMESTAMP - INTERVAL '{}' DAY",
            "utc_now() - INTERVAL '{}' DAY",
            draw.between(0, 99));
    return draw.chance(30)
        ? Part.of("{} BETWEEN {} AND {}", column, then, Part.each("CURRENT_TIMESTAMP", "utc_now()"))
        : Part.of("{} {} {}", column, draw.pick("<", "<=", ">", ">="), then);
  }

  private Part columns() {
    draw.mark(Construct.TIME_COLUMNS);
    return Part.of(
        "{} {} {}{}",
        column,
        draw.pick(COMPARISONS),
        prefix,
        draw.pick("end_time", "last_modified_time", "expiration_time", "submit_time"));
  }

  private Part marked(Construct construct, Part part) {
    draw.mark(construct);
    return part;
  }
}
