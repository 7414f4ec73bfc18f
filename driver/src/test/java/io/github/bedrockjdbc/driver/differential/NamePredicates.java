package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Predicates on {@code job_name}. */
final class NamePredicates implements Supplier<Part> {
  private static final List<String> ILLEGAL =
      List.of("", " ", "a b", "naïve", "it's", "a_b", "50%", "x".repeat(70), "日本語", "a/b", "-");

  private final Draw draw;
  private final Literals literals;
  private final Part column;

  NamePredicates(Draw draw, String prefix) {
    this.draw = draw;
    this.literals = new Literals(draw);
    this.column = Part.of(prefix + "job_name");
  }

  @Override
  public Part get() {
    return switch (draw.between(0, 17)) {
      case 0, 1 -> equal();
      case 2, 3, 4, 5 -> like();
      case 6 -> escaped();
      case 7 ->
          marked(Construct.NAME_NOT_LIKE, Part.of("{} NOT LIKE {}", column, literals.text(any())));
      case 8, 9 -> marked(Construct.NAME_TWO_LIKES, Part.of("{} AND {}", like(), like()));
      case 10, 11 -> position();
      case 12 -> caseless();
      case 13 -> list();
      case 14 -> longList();
      case 15 -> range();
      default -> function();
    };
  }

  Part like() {
    draw.mark(Construct.NAME_LIKE);
    return Part.of("{} LIKE {}", column, literals.text(any()));
  }

  private Part equal() {
    draw.mark(Construct.NAME_EQUAL);
    final Part value = literals.text(name());
    return draw.chance(20) ? Part.of("{} = {}", value, column) : Part.of("{} = {}", column, value);
  }

  private String name() {
    if (draw.chance(15)) {
      draw.mark(Construct.NAME_ILLEGAL);
      return draw.pick(ILLEGAL);
    }
    final String name = draw.pick(draw.facts().names());
    return draw.chance(10) ? draw.pick(name.toUpperCase(Locale.ROOT), name + " ") : name;
  }

  /** A pattern that one name matches, as a rule. */
  private String any() {
    final String name = name();
    final int from = draw.between(0, name.length());
    final int to = draw.between(from, name.length());
    final String part = name.substring(from, to);
    return switch (draw.between(0, 8)) {
      case 0 -> name.substring(0, to) + "%";
      case 1 -> "%" + name.substring(from);
      case 2, 3 -> "%" + part + "%";
      case 4 -> name.substring(0, from) + "%" + name.substring(to);
      case 5 -> name.substring(0, from) + "_".repeat(to - from) + name.substring(to);
      case 6 -> "%" + name.substring(0, from) + "%" + part + "_%";
      case 7 -> draw.pick("%", "", "_", "__%", "%-%-%", "%.%", "%+%", "%--%", name);
      default -> name.substring(0, from) + "_%" + name.substring(to);
    };
  }

  private Part escaped() {
    draw.mark(Construct.NAME_LIKE_ESCAPE);
    final String name = draw.pick(draw.facts().names());
    final int cut = draw.between(0, name.length());
    final String pattern =
        draw.pick(
            "%" + name.substring(0, cut) + "%",
            "%!_%",
            "%" + name.substring(cut) + "!%%",
            name.substring(0, cut) + "%!!%",
            "%" + name.substring(0, cut) + "!_" + name.substring(cut));
    return Part.of(
        "{} {}LIKE {} ESCAPE '!'", column, draw.pick("", "", "NOT "), literals.text(pattern));
  }

  private Part position() {
    draw.mark(Construct.NAME_POSITION);
    final String name = name();
    final int from = draw.between(0, Math.max(0, name.length() - 1));
    final Part text = Literals.quoted(name.substring(from, draw.between(from, name.length())));
    return Part.of(
        draw.pick(
            "POSITION({} IN {}) > 0",
            "POSITION({} IN {}) >= 1",
            "POSITION({} IN {}) <> 0",
            "0 < POSITION({} IN {})",
            "POSITION({} IN {}) = 1",
            "POSITION({} IN {}) = 0",
            "POSITION({} IN {}) > 3",
            "POSITION({} IN {}) >= 0"),
        text,
        column);
  }

  private Part caseless() {
    draw.mark(Construct.NAME_CASELESS);
    return draw.one(
        () -> Part.of("UPPER({}) = {}", column, literals.text(name().toUpperCase(Locale.ROOT))),
        () -> Part.of("LOWER({}) LIKE {}", column, literals.text(any().toLowerCase(Locale.ROOT))),
        () -> Part.of("UPPER({}) LIKE UPPER({})", column, Literals.quoted(any())),
        () -> Part.of("{} ILIKE {}", column, Literals.quoted(any())));
  }

  private Part list() {
    draw.mark(Construct.NAME_IN);
    return Part.of(
        "{} {}IN ({})",
        column,
        draw.pick("", "", "NOT "),
        Part.join(", ", draw.several(1, 5, () -> literals.text(name()))));
  }

  /** So long that a planner may make a table of it. */
  private Part longList() {
    draw.mark(Construct.NAME_LONG_IN);
    return Part.of(
        "{} IN ({})", column, Part.join(", ", draw.several(20, 30, () -> Literals.quoted(name()))));
  }

  private Part range() {
    draw.mark(Construct.NAME_RANGE);
    return draw.chance(50)
        ? Part.of("{} {} {}", column, draw.pick("<", ">=", "<>", ">"), literals.text(name()))
        : Part.of("{} BETWEEN {} AND {}", column, literals.text("c"), literals.text("s"));
  }

  private Part function() {
    draw.mark(Construct.NAME_FUNCTION);
    final String name = draw.pick(draw.facts().names());
    final int length = draw.between(1, name.length());
    return draw.one(
        () ->
            Part.of(
                "SUBSTRING({} FROM 1 FOR {}) = {}",
                column,
                length,
                literals.text(name.substring(0, length))),
        () -> Part.of("CHAR_LENGTH({}) {} {}", column, draw.pick("=", ">", "<"), length),
        () -> Part.of("{} || '-x' LIKE {}", column, literals.text("%" + name + "-_")),
        () -> Part.of("TRIM({}) = {}", column, literals.text(name)),
        () -> Part.of("REPLACE({}, '-', '') LIKE {}", column, literals.text("%" + length + "%")),
        () -> Part.of("{} = REPLACE({}, '--', '-')", column, column));
  }

  private Part marked(Construct construct, Part part) {
    draw.mark(construct);
    return part;
  }
}
