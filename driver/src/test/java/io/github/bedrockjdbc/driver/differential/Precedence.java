package io.github.bedrockjdbc.driver.differential;

import java.util.List;

/**
 * Operators without brackets: how they bind is what is tested. All engines read them as PostgreSQL
 * does.
 */
final class Precedence {
  private final Grammar grammar;
  private final Draw draw;

  Precedence(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /** Of a kind that has operators: texts and whole numbers. */
  static boolean has(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.WHOLE;
  }

  Part of(Kind kind, Scope scope) {
    draw.mark(Construct.PRECEDENCE);
    return Part.of("({})", kind == Kind.TEXT ? text(scope) : number(scope));
  }

  Part condition(Scope scope) {
    draw.mark(Construct.PRECEDENCE);
    final Part one = simple(scope);
    return Part.of(
        "({})",
        draw.one(
            () -> one,
            () -> Part.of("NOT {}", one),
            () -> Part.of("NOT {} {} {}", one, draw.pick("AND", "OR"), simple(scope)),
            () -> Part.of("{} OR {} AND NOT {}", one, simple(scope), simple(scope)),
            () -> Part.of("{} AND {} OR {}", one, simple(scope), simple(scope)),
            () ->
                Part.of(
                    "{} IS {}{}",
                    compared(scope),
                    draw.pick("", "NOT "),
                    draw.pick("TRUE", "FALSE", "UNKNOWN", "NULL"))));
  }

  private Part atom(Kind kind, Scope scope) {
    return grammar.expressions().atom(kind, scope);
  }

  private Part whole(Scope scope) {
    return Argument.WHOLE_TO_DIVIDE.get(grammar, scope, 0);
  }

  private Part number(Scope scope) {
    Part all = signed(whole(scope));
    for (final String operator : operators()) {
      all =
          Part.of(
              "{} {} {}",
              all,
              operator,
              switch (operator) {
                case "*" -> Part.of(draw.pick("2", "- 3", "10"));
                case "/", "%" -> Part.of(draw.pick("3", "7", "- 2"));
                default -> signed(whole(scope));
              });
    }
    return all;
  }

  private List<String> operators() {
    return draw.several(1, 3, () -> draw.pick("+", "-", "-", "*", "/", "%"));
  }

  private Part signed(Part number) {
    return draw.chance(25) ? Part.of("{} {}", draw.pick("-", "-", "+", "- -"), number) : number;
  }

  private Part text(Scope scope) {
    return draw.one(
        () -> Part.of("{} || {}", atom(Kind.TEXT, scope), number(scope)),
        () -> Part.of("{} || {}", number(scope), atom(Kind.TEXT, scope)),
        () ->
            Part.of(
                "{} || {} || {}", atom(Kind.TEXT, scope), number(scope), atom(Kind.TEXT, scope)));
  }

  private Part compared(Scope scope) {
    return draw.one(
        () -> Part.of("{} {} {}", number(scope), draw.pick("=", "<>", "<", ">="), number(scope)),
        () ->
            Part.of(
                "{} {} {}", text(scope), draw.pick("=", "<>", "<", ">="), atom(Kind.TEXT, scope)));
  }

  private Part simple(Scope scope) {
    final String not = draw.pick("", "", "NOT ");
    return draw.one(
        () -> compared(scope),
        () -> Part.of("{} {}BETWEEN {} AND {}", number(scope), not, number(scope), number(scope)),
        () ->
            Part.of(
                "{} {}BETWEEN {} AND {}", text(scope), not, atom(Kind.TEXT, scope), text(scope)),
        () ->
            Part.of("{} {}LIKE {} || '%'", text(scope), not, draw.pick("'F'", "'1' || '_'", "''")),
        () -> Part.of("{} {}IN ({}, {})", number(scope), not, number(scope), whole(scope)),
        () ->
            Part.of(
                "{} = {} {}BETWEEN {} AND {}",
                draw.pick("TRUE", "FALSE"),
                number(scope),
                not,
                whole(scope),
                number(scope)),
        () -> Part.of("{} IS {}NULL", text(scope), not),
        () -> Part.of("{} IS {}DISTINCT FROM {}", number(scope), not, number(scope)),
        () ->
            Part.of(
                "{} - INTERVAL '1' DAY {} {} + INTERVAL '2' HOUR",
                atom(Kind.TIME, scope),
                draw.pick("<", ">=", "<>"),
                atom(Kind.TIME, scope)));
  }
}
