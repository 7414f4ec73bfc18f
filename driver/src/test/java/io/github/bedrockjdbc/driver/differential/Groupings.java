package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;

/** Queries with GROUP BY in every form, over rows and over none. */
final class Groupings {
  private final Grammar grammar;
  private final Draw draw;

  Groupings(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  Part get(List<Kind> kinds, List<Column> outer, int depth) {
    final Relation from = grammar.relations().get(outer, depth - 1);
    final Scope scope = from.scope(outer);
    final List<Column> keys =
        draw.chance(25) ? List.of() : draw.some(draw.between(1, 3), from.columns());
    final List<Column> readable = new ArrayList<>(keys);
    for (final Kind kind : kinds) {
      grammar.aggregates().of(kind, scope, 1).ifPresent(readable::add);
    }
    readable.add(Column.call(Part.of("COUNT(*)"), Kind.WHOLE));
    final List<Part> order = new ArrayList<>(keys.stream().map(Column::sql).toList());
    final Part by = keys.isEmpty() ? Part.NOTHING : by(keys, readable, order);
    if (order.isEmpty()) {
      order.add(Part.of("COUNT(*)")); // of one group
    }
    final Scope grouped = new Scope(readable, outer, order);
    if (draw.chance(15)) {
      draw.mark(Construct.WINDOW_OVER_GROUPS);
      for (final Kind kind : kinds) {
        grammar.windows().of(kind, grouped, 0).ifPresent(readable::add);
      }
    }
    final Part where =
        draw.chance(15)
            ? Part.of(" WHERE {}", draw.pick("1 = 0", "FALSE", "NULL = 1"))
            : grammar.selects().where(scope, depth);
    return Part.of(
        "SELECT {} FROM {}{}{}{}",
        grammar.selects().calls(kinds, new Scope(readable, outer, List.of())),
        from.sql(),
        where,
        by,
        having(grouped, depth));
  }

  /**
   * @param order gets what tells apart the groups of several sets, whose keys may all be NULL
   */
  private Part by(List<Column> keys, List<Column> readable, List<Part> order) {
    final Part list = Part.join(", ", keys.stream().map(Column::sql).toList());
    if (draw.chance(45)) {
      draw.mark(Construct.GROUP_BY);
      return Part.of(" GROUP BY {}", list);
    }
    readable.add(Column.call(Part.of("GROUPING({})", draw.pick(keys).sql()), Kind.WHOLE));
    keys.forEach(key -> order.add(Part.of("GROUPING({})", key.sql())));
    return draw.one(
        () -> marked(Construct.ROLLUP, Part.of(" GROUP BY ROLLUP ({})", list)),
        () -> marked(Construct.CUBE, Part.of(" GROUP BY CUBE ({})", list)),
        () -> sets(keys, list));
  }

  private Part sets(List<Column> keys, Part all) {
    final List<Part> sets = new ArrayList<>();
    sets.add(Part.of("({})", all));
    for (final Column key : keys) {
      if (draw.chance(60)) {
        sets.add(Part.of("({})", key.sql()));
      }
    }
    if (draw.chance(60)) {
      sets.add(Part.of("()"));
    }
    return marked(
        Construct.GROUPING_SETS,
        Part.of(" GROUP BY GROUPING SETS ({})", Part.join(", ", draw.some(9, sets))));
  }

  private Part having(Scope grouped, int depth) {
    if (draw.chance(70)) {
      return Part.NOTHING;
    }
    draw.mark(Construct.HAVING);
    final Scope plain =
        grouped.with(
            grouped.columns().stream()
                .filter(column -> !column.sql().driver().contains(" OVER "))
                .toList());
    final Part condition = grammar.conditions().get(plain, Math.min(depth, 1));
    return draw.chance(25)
        ? Part.of(
            " HAVING ({}) {} ({})",
            condition,
            draw.pick("AND", "OR"),
            grammar.conditions().get(plain, Math.min(depth, 1)))
        : Part.of(" HAVING {}", condition);
  }

  private Part marked(Construct construct, Part part) {
    draw.mark(construct);
    return part;
  }
}
