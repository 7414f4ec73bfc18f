package io.github.bedrockjdbc.driver.differential;

import java.util.Locale;
import java.util.function.Supplier;

/** Predicates on what names a job, and on where it is. */
final class KeyPredicates implements Supplier<Part> {
  private final Draw draw;
  private final Literals literals;
  private final Part arn;
  private final Part id;
  private final String prefix;

  KeyPredicates(Draw draw, String prefix) {
    this.draw = draw;
    this.literals = new Literals(draw);
    this.prefix = prefix;
    this.arn = Part.of(prefix + "job_arn");
    this.id = Part.of(prefix + "job_id");
  }

  @Override
  public Part get() {
    return switch (draw.between(0, 11)) {
      case 0, 1 -> equal();
      case 2, 3 -> in();
      case 4, 5 -> other();
      case 6, 7 -> idEqual();
      case 8 -> idOther();
      case 9, 10 ->
          place(Construct.REGION, "region", draw.pick("us-east-1", "us-east-1", "eu-west-1", "US"));
      default ->
          place(
              Construct.ACCOUNT,
              "account_id",
              draw.pick("123456789012", "123456789012", "999999999999", "12345678901", ""));
    };
  }

  private Part equal() {
    draw.mark(Construct.ARN_EQUAL);
    final Part value = literals.text(arn());
    return draw.chance(20) ? Part.of("{} = {}", value, arn) : Part.of("{} = {}", arn, value);
  }

  private Part in() {
    draw.mark(Construct.ARN_IN);
    return Part.of(
        "{} IN ({})",
        arn,
        Part.join(", ", draw.several(1, draw.pick(4, 25), () -> literals.text(arn()))));
  }

  private String arn() {
    final String some = draw.pick(draw.facts().jobs()).jobArn();
    return switch (draw.between(0, 11)) {
      case 0 -> {
        draw.mark(Construct.ARN_UNKNOWN);
        yield some.substring(0, some.length() - 4) + "zzzz";
      }
      case 1 -> {
        draw.mark(Construct.ARN_UNKNOWN);
        yield draw.pick(
            "", "no arn", some + " ", some.toUpperCase(Locale.ROOT), some + "?x=/", "é/%2F", id());
      }
      case 2 -> {
        draw.mark(Construct.ARN_ELSEWHERE);
        yield draw.pick(draw.facts().elsewhere()).jobArn();
      }
      default -> some;
    };
  }

  private Part other() {
    draw.mark(Construct.ARN_OTHER);
    return draw.one(
        () -> Part.of("{} <> {}", arn, literals.text(arn())),
        () -> Part.of("{} NOT IN ({}, {})", arn, literals.text(arn()), literals.text(arn())),
        () -> Part.of("{} LIKE {}", arn, literals.text("arn:aws:bedrock:us-east-1:%" + tail())),
        () -> Part.of("{} LIKE {}", arn, literals.text(draw.pick(draw.facts().jobs()).jobArn())),
        () -> Part.of("LOWER({}) = {}", arn, literals.text(arn())),
        () -> Part.of("{} {} {}", arn, draw.pick("<", ">="), literals.text(arn())));
  }

  private String tail() {
    return id().substring(11);
  }

  private String id() {
    return draw.pick(draw.facts().jobs()).jobId();
  }

  private Part idEqual() {
    draw.mark(Construct.ID_EQUAL);
    final String value =
        draw.chance(80) ? id() : draw.pick("", "zzzzzzzzzzzz", id() + " ", "a/b", "é");
    return draw.chance(60)
        ? Part.of("{} = {}", id, literals.text(value))
        : Part.of("{} IN ({}, {})", id, literals.text(value), literals.text(id()));
  }

  private Part idOther() {
    draw.mark(Construct.ID_OTHER);
    return draw.one(
        () -> Part.of("{} LIKE {}", id, literals.text("%" + tail())),
        () -> Part.of("{} <> {}", id, literals.text(id())),
        () -> Part.of("{} || '' = {}", id, literals.text(id())),
        () -> Part.of("{} > {}", id, literals.text(id())));
  }

  private Part place(Construct construct, String name, String value) {
    draw.mark(construct);
    final Part column = Part.of(prefix + name);
    return draw.one(
        () -> Part.of("{} = {}", column, literals.text(value)),
        () -> Part.of("{} <> {}", column, literals.text(value)),
        () -> Part.of("{} IN ({}, 'x')", column, literals.text(value)),
        () -> Part.of("{} LIKE {}", column, literals.text(value + "%")));
  }
}
