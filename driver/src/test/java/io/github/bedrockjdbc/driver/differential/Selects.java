package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;

/** Queries of every form, whose columns are of given kinds and named c1, c2, …. */
final class Selects {
  private static final List<Kind> KINDS =
      List.of(
          Kind.TEXT,
          Kind.TEXT,
          Kind.TEXT,
          Kind.WHOLE,
          Kind.WHOLE,
          Kind.TIME,
          Kind.DATE,
          Kind.DECIMAL,
          Kind.DOUBLE,
          Kind.TRUTH);

  private final Grammar grammar;
  private final Draw draw;

  Selects(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /** Of columns, at random. */
  List<Kind> kinds() {
    return draw.several(1, 4, () -> draw.pick(KINDS));
  }

  /**
   * A query.
   *
   * @param outer columns of the statements around it
   */
  Part get(List<Kind> kinds, List<Column> outer, int depth) {
    return switch (draw.between(0, depth <= 0 ? 9 : 13)) {
      case 0, 1, 2 -> plain(kinds, outer, depth);
      case 3 -> distinct(kinds, outer, depth);
      case 4 -> limited(kinds, outer, depth);
      case 5, 6, 7 -> new Groupings(grammar).get(kinds, outer, depth);
      case 8, 9 -> windowed(kinds, outer, depth);
      default -> set(kinds, outer, depth);
    };
  }

  private Part plain(List<Kind> kinds, List<Column> outer, int depth) {
    final Relation from = grammar.relations().get(outer, depth - 1);
    final Scope scope = from.scope(outer);
    return Part.of(
        "SELECT {} FROM {}{}", list(kinds, scope, depth), from.sql(), where(scope, depth));
  }

  private Part distinct(List<Kind> kinds, List<Column> outer, int depth) {
    draw.mark(Construct.DISTINCT);
    final Relation from = grammar.relations().get(outer, depth - 1);
    final Scope scope = from.scope(outer);
    return Part.of(
        "SELECT DISTINCT {} FROM {}{}", list(kinds, scope, 1), from.sql(), where(scope, depth));
  }

  private Part limited(List<Kind> kinds, List<Column> outer, int depth) {
    draw.mark(Construct.LIMIT_IN_QUERY);
    final Relation from = grammar.relations().get(outer, depth - 1);
    final Scope scope = from.scope(outer);
    return Part.of(
        "SELECT {} FROM {}{} ORDER BY {}{}",
        list(kinds, scope, 1),
        from.sql(),
        where(scope, depth),
        grammar.windows().total(scope),
        new Limits(draw).get());
  }

  private Part windowed(List<Kind> kinds, List<Column> outer, int depth) {
    final Relation from = grammar.relations().get(outer, depth - 1);
    final Scope scope = from.scope(outer);
    final List<Column> columns = new ArrayList<>(from.columns());
    for (final Kind kind : kinds) {
      grammar.windows().of(kind, scope, 1).ifPresent(columns::add);
    }
    final Scope over = scope.with(columns);
    return Part.of("SELECT {} FROM {}{}", calls(kinds, over), from.sql(), where(scope, depth));
  }

  /** Calls where there are some, rather than columns. */
  Part calls(List<Kind> kinds, Scope scope) {
    final List<Part> items = new ArrayList<>();
    for (final Kind kind : kinds) {
      final List<Column> calls = scope.of(kind).stream().filter(Column::isCall).toList();
      items.add(
          calls.isEmpty() || draw.chance(30)
              ? grammar.expressions().of(kind, scope, 1)
              : draw.pick(calls).sql());
    }
    return named(items);
  }

  private Part set(List<Kind> kinds, List<Column> outer, int depth) {
    final Construct kind =
        draw.pick(
            Construct.UNION,
            Construct.UNION_ALL,
            Construct.EXCEPT,
            Construct.EXCEPT_ALL,
            Construct.INTERSECT,
            Construct.INTERSECT_ALL);
    draw.mark(kind);
    return Part.of(
        "({}) {} ({})",
        get(kinds, outer, depth - 1),
        kind.name().replace('_', ' '),
        draw.chance(20)
            ? grammar.relations().rows(kinds, Scope.NOTHING)
            : get(kinds, outer, depth - 1));
  }

  private Part list(List<Kind> kinds, Scope scope, int depth) {
    return named(
        kinds.stream()
            .map(
                kind ->
                    grammar.expressions().of(kind, scope, Math.min(draw.between(0, 2), depth + 1)))
            .toList());
  }

  Part named(List<Part> items) {
    final List<Part> named = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      named.add(Part.of("{} AS c{}", items.get(i), i + 1));
    }
    return Part.join(", ", named);
  }

  /** Mostly tied to a statement around it, if there is one. */
  Part where(Scope scope, int depth) {
    if (!scope.outer().isEmpty() && draw.chance(70)) {
      draw.mark(Construct.CORRELATED);
      final Part tie = tie(scope);
      return draw.chance(60)
          ? Part.of(" WHERE {}", tie)
          : Part.of(" WHERE {} AND ({})", tie, grammar.conditions().get(scope, Math.min(depth, 1)));
    }
    return draw.chance(45)
        ? Part.NOTHING
        : Part.of(" WHERE {}", grammar.conditions().get(scope, Math.min(depth, 2)));
  }

  private Part tie(Scope scope) {
    final List<Kind> both =
        List.of(Kind.TEXT, Kind.WHOLE, Kind.TIME, Kind.DATE).stream()
            .filter(kind -> !scope.of(kind).isEmpty() && !scope.outerOf(kind).isEmpty())
            .toList();
    if (both.isEmpty()) {
      return grammar.conditions().get(scope, 0);
    }
    final Kind kind = draw.pick(both);
    return Part.of(
        "{} {} {}",
        draw.pick(scope.of(kind)).sql(),
        draw.pick("=", "=", "=", "=", "<", "<>"),
        draw.pick(scope.outerOf(kind)).sql());
  }
}
