package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.function.Supplier;

/** Predicates on the columns that the service has no parameter for. */
final class ValuePredicates implements Supplier<Part> {
  private static final List<String> NUMBERS =
      List.of(
          "total_records",
          "processed_records",
          "success_records",
          "error_records",
          "timeout_hours");
  private static final List<String> TEXTS =
      List.of(
          "input_format", "output_kms_key_id", "invocation_type", "input_bucket_owner", "model");

  private final Draw draw;
  private final Literals literals;
  private final String prefix;

  ValuePredicates(Draw draw, String prefix) {
    this.draw = draw;
    this.literals = new Literals(draw);
    this.prefix = prefix;
  }

  @Override
  public Part get() {
    return switch (draw.between(0, 8)) {
      case 0 -> compared();
      case 1 ->
          marked(
              Construct.NUMBER_BETWEEN,
              Part.of("{} BETWEEN {} AND {}", number(), draw.between(-5, 50), value()));
      case 2 -> arithmetic();
      case 3 ->
          marked(
              Construct.OTHER_TIME,
              Part.of(
                  "{}{} {} {}",
                  prefix,
                  draw.pick("end_time", "last_modified_time", "expiration_time"),
                  draw.pick("<", ">=", "=", "<>"),
                  literals.time()));
      case 4 -> text();
      case 5 ->
          marked(
              Construct.OTHER_NULL,
              Part.of("{}{} IS {}NULL", prefix, draw.pick(JobValues.NAMES), draw.pick("", "NOT ")));
      default -> message();
    };
  }

  private Part compared() {
    draw.mark(Construct.NUMBER_COMPARE);
    final String sign = draw.pick("=", "<>", "<", ">", "<=", ">=");
    return draw.chance(80)
        ? Part.of("{} {} {}", number(), sign, value())
        : Part.of("{} {} {}", number(), sign, number());
  }

  private Part number() {
    return Part.of(prefix + draw.pick(NUMBERS));
  }

  private Part value() {
    final int value = draw.pick(0, 0, 24, 100, draw.between(1, 5000), 50_000);
    return draw.chance(20) ? Part.parameter(value, Integer.toString(value)) : Part.of("{}", value);
  }

  private Part arithmetic() {
    draw.mark(Construct.NUMBER_ARITHMETIC);
    return draw.one(
        () ->
            Part.of(
                "{}success_records * 100 {} {}total_records * 99",
                prefix,
                draw.pick("<", ">="),
                prefix),
        () -> Part.of("MOD({}, 7) = {}", number(), draw.between(0, 6)),
        () -> Part.of("{} / 100 = {}", number(), draw.between(0, 5)),
        () -> Part.of("COALESCE({}, -1) {} {}", number(), draw.pick("<", "=", ">"), value()),
        () -> Part.of("NULLIF({}, 0) IS {}NULL", number(), draw.pick("", "NOT ")),
        () -> Part.of("ABS({} - {}) > 10", number(), number()));
  }

  private Part text() {
    draw.mark(Construct.OTHER_TEXT);
    final Part column = Part.of(prefix + draw.pick(TEXTS));
    return draw.one(
        () -> Part.of("{} = {}", column, literals.text(draw.pick(draw.facts().models()))),
        () -> Part.of("{} LIKE {}", column, literals.text(draw.pick("%a%", "J%", "%-v1%", "12%"))),
        () -> Part.of("{} IN ('JSONL', 'Converse')", column),
        () -> Part.of("{} <> 'InvokeModel'", column),
        () -> Part.of("COALESCE({}, '') = ''", column));
  }

  private Part message() {
    final Part column = Part.of(prefix + "message");
    if (draw.chance(40)) {
      return marked(Construct.MESSAGE_NULL, Part.of("{} IS {}NULL", column, draw.pick("", "NOT ")));
    }
    draw.mark(Construct.MESSAGE_LIKE);
    final List<String> messages = draw.facts().messages();
    final String message = messages.isEmpty() ? "quota" : draw.pick(messages);
    return draw.one(
        () -> Part.of("{} = {}", column, literals.text(message)),
        () -> Part.of("{} <> {}", column, literals.text(message)),
        () ->
            Part.of(
                "{} {}LIKE {}",
                column,
                draw.pick("", "", "NOT "),
                literals.text("%" + word(message) + "%")),
        () -> Part.of("COALESCE({}, '') = ''", column),
        () -> Part.of("CHAR_LENGTH({}) > {}", column, draw.between(0, 100)));
  }

  private String word(String message) {
    return draw.pick(List.of(message.replace('%', 'x').replace('_', 'x').split(" ", -1)));
  }

  private Part marked(Construct construct, Part part) {
    draw.mark(construct);
    return part;
  }
}
