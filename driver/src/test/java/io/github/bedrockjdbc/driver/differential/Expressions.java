package io.github.bedrockjdbc.driver.differential;

import java.util.List;

/** Values of one row, made of columns, literals, functions, CASE and subqueries. */
final class Expressions {
  private record Conversion(Kind from, Kind to, String text) {}

  private static final List<Conversion> CONVERSIONS =
      List.of(
          new Conversion(Kind.TIME, Kind.DATE, "CAST({} AS DATE)"),
          new Conversion(Kind.DATE, Kind.TIME, "CAST({} AS TIMESTAMP)"),
          new Conversion(Kind.WHOLE, Kind.DECIMAL, "({} * 0.25)"),
          new Conversion(Kind.WHOLE, Kind.DOUBLE, "CAST({} AS DOUBLE PRECISION)"),
          new Conversion(Kind.TEXT, Kind.WHOLE, "CHAR_LENGTH({})"),
          new Conversion(Kind.WHOLE, Kind.TRUTH, "({} > 100)"),
          new Conversion(Kind.TEXT, Kind.TRUTH, "({} IS NOT NULL)"),
          new Conversion(Kind.WHOLE, Kind.TEXT, "CAST({} AS VARCHAR)"));

  private final Grammar grammar;
  private final Draw draw;

  Expressions(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /** An expression of this kind. */
  Part of(Kind kind, Scope scope, int depth) {
    if (kind == Kind.TRUTH) {
      return draw.chance(30)
          ? atom(kind, scope)
          : Part.of("({})", grammar.conditions().get(scope, depth - 1));
    }
    if (depth <= 0 || draw.chance(30)) {
      return atom(kind, scope);
    }
    return switch (draw.between(0, 14)) {
      case 0, 1, 2 -> typed(cases(kind, scope, depth - 1), kind);
      case 3 -> coalesced(kind, scope, depth - 1);
      case 4 -> extreme(kind, scope, depth - 1);
      case 5 -> cast(kind, scope, depth - 1);
      case 6 -> grammar.subqueries().scalar(kind, scope, depth - 1);
      case 7 ->
          Precedence.has(kind)
              ? new Precedence(grammar).of(kind, scope)
              : function(kind, scope, depth - 1);
      default -> function(kind, scope, depth - 1);
    };
  }

  /** A column or, if there is none, a literal. */
  Part atom(Kind kind, Scope scope) {
    final List<Column> outer = scope.outerOf(kind);
    final List<Column> own = scope.of(kind);
    if (!outer.isEmpty() && draw.chance(own.isEmpty() ? 60 : 25)) {
      draw.mark(Construct.OUTER_COLUMN);
      return draw.pick(outer).sql();
    }
    if (draw.chance(own.isEmpty() ? 35 : 15)) {
      return grammar.literals().of(kind);
    }
    return own.isEmpty() ? converted(kind, scope) : draw.pick(own).sql();
  }

  /** Of a column of another kind, so that it is not always the same. */
  private Part converted(Kind kind, Scope scope) {
    final List<Conversion> some =
        CONVERSIONS.stream()
            .filter(each -> each.to() == kind && !scope.of(each.from()).isEmpty())
            .toList();
    if (some.isEmpty()) {
      return grammar.literals().of(kind);
    }
    final Conversion conversion = draw.pick(some);
    return Part.of(conversion.text(), draw.pick(scope.of(conversion.from())).sql());
  }

  private Part function(Kind kind, Scope scope, int depth) {
    final List<FunctionTable.Function> some = FunctionTable.giving(kind);
    return some.isEmpty() ? atom(kind, scope) : call(draw.pick(some), scope, depth);
  }

  Part call(FunctionTable.Function function, Scope scope, int depth) {
    draw.use(function.driver());
    return Part.each(
        function.driver(),
        function.reference(),
        function.arguments().stream()
            .map(argument -> argument.get(grammar, scope, depth))
            .toArray());
  }

  /** DuckDB has functions of times and of other things, and NULLs alone are of neither. */
  private static Part typed(Part cases, Kind kind) {
    return kind == Kind.TIME || kind == Kind.DATE
        ? cases.forReference("CAST({} AS " + kind.sql() + ")")
        : cases;
  }

  private Part cases(Kind kind, Scope scope, int depth) {
    draw.mark(Construct.CASE);
    final Part otherwise =
        draw.chance(70) ? Part.of(" ELSE {}", orNull(kind, scope, depth)) : Part.NOTHING;
    if (draw.chance(30)) {
      draw.mark(Construct.CASE_OF_VALUE);
      final Kind of = draw.pick(Kind.TEXT, Kind.WHOLE, Kind.DATE);
      return Part.of(
          "CASE {} {}{} END",
          atom(of, scope),
          Part.join(
              " ",
              draw.several(
                  1,
                  3,
                  () ->
                      Part.of(
                          "WHEN {} THEN {}",
                          grammar.literals().of(of),
                          orNull(kind, scope, depth)))),
          otherwise);
    }
    return Part.of(
        "CASE {}{} END",
        Part.join(
            " ",
            draw.several(
                1,
                3,
                () ->
                    Part.of(
                        "WHEN {} THEN {}",
                        grammar.conditions().get(scope, depth),
                        of(kind, scope, depth)))),
        otherwise);
  }

  private Part orNull(Kind kind, Scope scope, int depth) {
    return draw.chance(10) ? Part.of("NULL") : of(kind, scope, depth);
  }

  private Part coalesced(Kind kind, Scope scope, int depth) {
    draw.mark(Construct.COALESCE);
    return draw.chance(60)
        ? Part.of("COALESCE({}, {})", of(kind, scope, depth), of(kind, scope, depth))
        : Part.of("NULLIF({}, {})", of(kind, scope, depth), of(kind, scope, depth));
  }

  private Part extreme(Kind kind, Scope scope, int depth) {
    draw.mark(Construct.GREATEST);
    return Part.of(
        "{}({})",
        draw.pick("GREATEST", "LEAST"),
        Part.join(", ", draw.several(2, 3, () -> of(kind, scope, depth))));
  }

  private Part cast(Kind kind, Scope scope, int depth) {
    draw.mark(Construct.CAST);
    return Part.of("CAST({} AS {})", orNull(kind, scope, depth), kind.sql());
  }
}
