package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whole statements of the parts that need each other. */
final class Statements implements Supplier<Query> {
  private static final int FUNCTIONS = 6;

  private final Draw draw;
  private final Grammar grammar;

  Statements(Draw draw) {
    this.draw = draw;
    this.grammar = new Grammar(draw);
  }

  @Override
  public Query get() {
    return draw.chance(25) ? functions() : any();
  }

  private Query any() {
    final List<Kind> kinds = grammar.selects().kinds();
    if (draw.chance(10)) {
      draw.mark(Construct.WITH);
      final String name = draw.alias();
      final Part with = grammar.selects().get(kinds, List.of(), 1);
      final Part same = Part.of("SELECT * FROM {} x", name);
      return ended(
          Part.of(
              "WITH {} AS ({}) {}",
              name,
              with,
              draw.chance(50) ? same : Part.of("{} UNION ALL {}", same, same)),
          kinds);
    }
    return ended(grammar.selects().get(kinds, List.of(), draw.pick(0, 0, 1, 1, 2, 2, 3)), kinds);
  }

  /** Sorted by all its columns, so that a limit means the same rows everywhere; or not sorted. */
  private Query ended(Part sql, List<Kind> kinds) {
    if (kinds.contains(Kind.DOUBLE) || draw.chance(60)) {
      return Query.unordered(draw, sql);
    }
    final List<Part> items = new ArrayList<>();
    for (int i = 1; i <= kinds.size(); i++) {
      items.add(Order.item(draw, Integer.toString(i)));
    }
    return Query.total(
        draw,
        Part.of(
            "SELECT * FROM ({}) z ORDER BY {}{}",
            sql,
            Part.join(", ", items),
            new Limits(draw).maybe(40)));
  }

  /** Some of all functions, each of columns, literals or other functions. */
  private Query functions() {
    draw.mark(Construct.FUNCTIONS);
    final Relation from = grammar.relations().jobs();
    final Scope scope = from.scope(List.of());
    final List<Part> items = new ArrayList<>();
    final int first = draw.between(0, FunctionTable.ALL.size() - 1);
    for (int i = 0; i < FUNCTIONS; i++) {
      items.add(
          grammar
              .expressions()
              .call(
                  FunctionTable.ALL.get((first + i) % FunctionTable.ALL.size()),
                  scope,
                  draw.between(0, 1)));
    }
    return Query.unordered(
        draw,
        Part.of(
            "SELECT {} FROM {} WHERE {} < TIMESTAMP '9000-01-01 00:00:00'",
            grammar.selects().named(items),
            from.sql(),
            from.columns().stream()
                .filter(column -> column.sql().driver().endsWith(".submit_time"))
                .findFirst()
                .orElseThrow()
                .sql()));
  }
}
