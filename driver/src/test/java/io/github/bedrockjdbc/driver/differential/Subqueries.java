package io.github.bedrockjdbc.driver.differential;

import java.util.List;

/** Queries within expressions and conditions, mostly correlated. */
final class Subqueries {
  private static final List<Kind> COMPARED =
      List.of(Kind.TEXT, Kind.TEXT, Kind.WHOLE, Kind.TIME, Kind.DATE, Kind.DECIMAL);

  private final Grammar grammar;
  private final Draw draw;

  Subqueries(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /** One row at most, whatever there is. */
  Part scalar(Kind kind, Scope scope, int depth) {
    final List<Column> outer = scope.visible();
    draw.mark(outer.isEmpty() ? Construct.SCALAR_SUBQUERY : Construct.SCALAR_CORRELATED);
    return switch (draw.between(0, 3)) {
      case 0, 1 -> {
        final Relation from = grammar.relations().get(outer, depth - 1);
        final Scope inner = from.scope(outer);
        yield Part.of(
            "(SELECT {} FROM {}{})",
            grammar.aggregates().of(kind, inner, 1).orElseThrow().sql(),
            from.sql(),
            grammar.selects().where(inner, depth));
      }
      case 2 -> {
        final Relation from = grammar.relations().get(outer, depth - 1);
        final Scope inner = from.scope(outer);
        yield Part.of(
            "(SELECT {} FROM {}{} ORDER BY {} {})",
            grammar.expressions().of(kind, inner, 1),
            from.sql(),
            grammar.selects().where(inner, depth),
            grammar.windows().total(inner),
            draw.pick("LIMIT 1", "FETCH FIRST 1 ROWS ONLY", "LIMIT 1 OFFSET 1"));
      }
      default -> {
        final Relation from =
            Relation.derived(
                grammar.selects().get(List.of(kind), outer, depth), draw.alias(), List.of(kind));
        yield Part.of(
            "(SELECT {} FROM {})",
            grammar.aggregates().of(kind, from.scope(List.of()), 0).orElseThrow().sql(),
            from.sql());
      }
    };
  }

  Part condition(Scope scope, int depth) {
    final List<Column> outer = scope.visible();
    final String not = draw.pick("", "NOT ");
    return switch (draw.between(0, 8)) {
      case 0, 1 -> {
        draw.mark(Construct.EXISTS);
        yield Part.of(
            "{}EXISTS ({})", not, grammar.selects().get(grammar.selects().kinds(), outer, depth));
      }
      case 2, 6 -> inValues(scope, not);
      case 3, 4 -> in(scope, not, depth);
      case 5 -> {
        draw.mark(Construct.IN_ROWS);
        final Kind one = draw.pick(COMPARED);
        final Kind two = draw.pick(COMPARED);
        yield rowsIn(
            countedWithin(grammar.expressions().atom(one, scope), scope),
            countedWithin(grammar.expressions().atom(two, scope), scope),
            not,
            grammar.selects().get(List.of(one, two), outer, depth));
      }
      default -> quantified(scope, depth);
    };
  }

  /** For the reference, in whose subquery {@code COUNT(*)} would count other rows. */
  private static Part countedWithin(Part value, Scope scope) {
    return scope.plain().columns().stream()
        .findFirst()
        .map(
            column ->
                new Part(
                    value.driver(),
                    value.written(),
                    value
                        .reference()
                        .replace("COUNT(*)", "COUNT(" + column.sql().reference() + " IS NULL)"),
                    value.parameters()))
        .orElse(value);
  }

  /** DuckDB has no IN of correlated rows, so it is told what that means. */
  private static Part rowsIn(Part one, Part two, String not, Part rows) {
    final String same = "x.c1 = %s AND x.c2 = %s".formatted(one.reference(), two.reference());
    final String reference =
        ("(%s(SELECT CASE WHEN BOOL_OR(COALESCE(%s, FALSE)) THEN TRUE"
                + " WHEN BOOL_OR((%s) IS NULL) THEN NULL ELSE FALSE END FROM (%s) x(c1, c2)))")
            .formatted(not, same, same, rows.reference());
    final Part driver = Part.of("({}, {}) {}IN ({})", one, two, not, rows);
    return new Part(driver.driver(), driver.written(), reference, driver.parameters());
  }

  private Part inValues(Scope scope, String not) {
    draw.mark(Construct.IN_VALUES);
    final Kind kind = draw.pick(COMPARED);
    return Part.of(
        "{} {}IN ({})",
        grammar.expressions().atom(kind, scope),
        not,
        grammar.relations().rows(List.of(kind), Scope.NOTHING));
  }

  private Part in(Scope scope, String not, int depth) {
    draw.mark(not.isEmpty() ? Construct.IN_SUBQUERY : Construct.NOT_IN_SUBQUERY);
    final Kind kind = draw.pick(COMPARED);
    return Part.of(
        "{} {}IN ({})",
        grammar.expressions().of(kind, scope, Math.min(depth, 1)),
        not,
        grammar.selects().get(List.of(kind), scope.visible(), depth));
  }

  private Part quantified(Scope scope, int depth) {
    draw.mark(Construct.QUANTIFIED);
    final Kind kind = draw.pick(COMPARED);
    return Part.of(
        "{} {} {} ({})",
        grammar.expressions().atom(kind, scope),
        draw.pick("=", "<>", "<", ">", "<=", ">="),
        draw.pick("ANY", "ALL", "SOME"),
        grammar.selects().get(List.of(kind), scope.visible(), depth));
  }
}
