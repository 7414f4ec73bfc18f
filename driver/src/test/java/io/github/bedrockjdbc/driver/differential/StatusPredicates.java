package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Predicates on {@code status}. */
final class StatusPredicates implements Supplier<Part> {
  private final Draw draw;
  private final Literals literals;
  private final Part column;

  StatusPredicates(Draw draw, String prefix) {
    this.draw = draw;
    this.literals = new Literals(draw);
    this.column = Part.of(prefix + "status");
  }

  @Override
  public Part get() {
    return switch (draw.between(0, 13)) {
      case 0, 1, 2 -> equal();
      case 3, 4 -> in();
      case 5 -> marked(Construct.STATUS_NOT_EQUAL, Part.of("{} <> {}", column, value()));
      case 6 -> marked(Construct.STATUS_NOT_IN, Part.of("{} NOT IN ({})", column, list()));
      case 7, 8 ->
          marked(
              Construct.STATUS_OR,
              Part.of("({})", Part.join(" OR ", draw.several(2, 5, this::equal))));
      case 9 ->
          marked(Construct.STATUS_NULL, Part.of("{} IS {}NULL", column, draw.pick("", "NOT ")));
      case 10 ->
          marked(
              Construct.STATUS_LIKE,
              Part.of("{} {}LIKE {}", column, draw.pick("", "NOT "), pattern()));
      case 11 ->
          marked(
              Construct.STATUS_RANGE,
              Part.of("{} {} {}", column, draw.pick("<", ">", "<=", ">="), value()));
      case 12 ->
          marked(
              Construct.STATUS_DISTINCT,
              Part.of(
                  "{} IS {}DISTINCT FROM {}",
                  column,
                  draw.pick("", "NOT "),
                  Literals.quoted(draw.pick(Facts.STATUSES))));
      default -> Part.of("{} IN ({}, NULL)", column, Literals.quoted(draw.pick(Facts.STATUSES)));
    };
  }

  /** One status, either way round. */
  Part equal() {
    draw.mark(Construct.STATUS_EQUAL);
    return draw.chance(20)
        ? Part.of("{} = {}", value(), column)
        : Part.of("{} = {}", column, value());
  }

  private Part in() {
    draw.mark(Construct.STATUS_IN);
    return Part.of("{} IN ({})", column, list());
  }

  private Part list() {
    return Part.join(", ", draw.several(1, 6, this::value));
  }

  private Part value() {
    final String status = draw.pick(Facts.STATUSES);
    return switch (draw.between(0, 19)) {
      case 0 ->
          marked(
              Construct.STATUS_CASE,
              literals.text(draw.pick("failed", status.toUpperCase(Locale.ROOT))));
      case 1 ->
          marked(Construct.STATUS_UNKNOWN, literals.text(draw.pick("Paused", "", "é", "Fail ed")));
      case 2 ->
          marked(
              Construct.STATUS_PADDED,
              literals.text(draw.pick(status + " ", " " + status, status + "   ")));
      default ->
          literals.text(draw.chance(60) ? draw.pick("Failed", "Stopped", "Completed") : status);
    };
  }

  private Part pattern() {
    return literals.text(draw.pick(List.of("F%", "%ed", "Stop%", "%o%", "Failed", "_ailed", "%")));
  }

  private Part marked(Construct construct, Part part) {
    draw.mark(construct);
    return part;
  }
}
