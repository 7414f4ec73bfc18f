package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Window functions, with every kind of frame. */
final class WindowCalls {
  private static final List<String> EXCLUSIONS =
      List.of(
          "",
          "",
          "",
          " EXCLUDE CURRENT ROW",
          " EXCLUDE TIES",
          " EXCLUDE GROUP",
          " EXCLUDE NO OTHERS");

  private final Grammar grammar;
  private final Draw draw;

  WindowCalls(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /** A call over rows of this scope. */
  Optional<Column> of(Kind kind, Scope scope, int depth) {
    if (scope.columns().isEmpty()) {
      return Optional.empty();
    }
    draw.mark(Construct.WINDOW);
    final Scope alone = scope.alone();
    final int way = draw.between(0, 9);
    if (way <= 1 && kind == Kind.WHOLE) {
      return call(kind, ranked(alone));
    }
    if (way <= 7 && kind == Kind.DOUBLE) {
      draw.mark(Construct.WINDOW_DISTRIBUTION);
      return call(
          kind,
          Part.of(
              "{}() OVER ({}ORDER BY {})",
              draw.pick("PERCENT_RANK", "CUME_DIST"),
              partition(alone),
              item(draw.pick(alone.columns()).sql())));
    }
    if (way <= 5) {
      return call(kind, moved(kind, alone, depth));
    }
    return call(kind, aggregated(kind, alone, depth));
  }

  private static Optional<Column> call(Kind kind, Part sql) {
    return Optional.of(Column.call(sql, kind));
  }

  private Part ranked(Scope scope) {
    draw.mark(Construct.WINDOW_RANK);
    return draw.one(
        () -> Part.of("ROW_NUMBER() OVER ({}ORDER BY {})", partition(scope), total(scope)),
        () ->
            Part.of(
                "NTILE({}) OVER ({}ORDER BY {})",
                grammar.literals().whole(draw.between(1, 5)),
                partition(scope),
                total(scope)),
        () ->
            Part.of(
                "{}() OVER ({}ORDER BY {})",
                draw.pick("RANK", "DENSE_RANK"),
                partition(scope),
                item(draw.pick(scope.columns()).sql())));
  }

  /** The value of another row. */
  private Part moved(Kind kind, Scope scope, int depth) {
    final Part some = grammar.expressions().of(kind, scope, depth);
    final Part value = kind == Kind.TEXT ? some.forReference("CAST({} AS VARCHAR)") : some;
    if (draw.chance(55)) {
      draw.mark(Construct.WINDOW_LAG);
      final String name = draw.pick("LAG", "LEAD");
      final Part call =
          draw.one(
              () -> Part.of("{}({})", name, value),
              () ->
                  Part.of("{}({}, {})", name, value, grammar.literals().whole(draw.between(0, 3))),
              () -> defaulted(name, value, kind));
      return Part.of("{} OVER ({}ORDER BY {})", call, partition(scope), total(scope));
    }
    draw.mark(Construct.WINDOW_VALUE);
    if (draw.chance(40) && scope.columns().stream().noneMatch(Column::isCall)) {
      draw.mark(Construct.WINDOW_NULLS_IGNORED);
      final String name = draw.pick("FIRST_VALUE", "LAST_VALUE");
      return Part.of(
          "{} OVER ({}ORDER BY {}{})",
          Part.each(name + "({}) IGNORE NULLS", name + "({} IGNORE NULLS)", value),
          partition(scope),
          total(scope),
          rows(""));
    }
    final Part call =
        draw.one(
            () -> Part.of("FIRST_VALUE({})", value),
            () -> Part.of("LAST_VALUE({})", value),
            () ->
                Part.of("NTH_VALUE({}, {})", value, grammar.literals().whole(draw.between(1, 4))));
    return Part.of(
        "{} OVER ({}ORDER BY {}{})",
        call,
        partition(scope),
        total(scope),
        draw.chance(50) ? rows("") : Part.NOTHING);
  }

  /**
   * DuckDB makes the default one of the type of the value, whose decimals may have fewer digits.
   */
  private Part defaulted(String name, Part value, Kind kind) {
    final Part distance = grammar.literals().whole(draw.between(1, 3));
    final Part other = grammar.literals().of(kind);
    return new Part(
        "%s(%s, %s, %s)".formatted(name, value.driver(), distance.driver(), other.driver()),
        "%s(%s, %s, %s)".formatted(name, value.written(), distance.written(), other.written()),
        "%s(CASE WHEN TRUE THEN %s ELSE %s END, %s, %s)"
            .formatted(
                name,
                value.reference(),
                other.reference(),
                distance.reference(),
                other.reference()),
        Part.of("{}{}{}", value, distance, other).parameters());
  }

  private Part aggregated(Kind kind, Scope scope, int depth) {
    draw.mark(Construct.WINDOW_AGGREGATE);
    final Part call = grammar.aggregates().call(kind, scope, depth, false);
    final boolean isCast = call.reference().startsWith("CAST(");
    Part filter = Part.NOTHING;
    if (!isCast && draw.chance(50)) {
      draw.mark(Construct.WINDOW_FILTER);
      filter = Part.of(" FILTER (WHERE {})", grammar.conditions().get(scope.plain(), 0));
    }
    final Part over = Part.of("{} OVER ({}{})", filter, partition(scope), framed(scope));
    if (!isCast) {
      return Part.of("{}{}", call, over);
    }
    // CAST(AVG(x) AS DOUBLE PRECISION): the window belongs inside.
    return new Part(
        call.driver() + over.driver(),
        call.written() + over.written(),
        call.reference()
            .replaceFirst(
                "(?s)^CAST\\((.*) AS DOUBLE PRECISION\\)$", "CAST($1@ AS DOUBLE PRECISION)")
            .replace("@ AS", over.reference() + " AS"),
        Part.of("{}{}", call, over).parameters());
  }

  private Part framed(Scope scope) {
    return switch (draw.between(0, 6)) {
      case 0 -> Part.NOTHING;
      case 1 -> Part.of("ORDER BY {}", item(draw.pick(scope.columns()).sql()));
      case 2, 3 -> Part.of("ORDER BY {}{}", total(scope), rows(draw.pick(EXCLUSIONS)));
      case 4 -> range(scope);
      case 5 -> {
        draw.mark(Construct.FRAME_RANGE);
        yield Part.of(
            "ORDER BY {} RANGE BETWEEN {}",
            item(draw.pick(scope.columns()).sql()),
            draw.pick(
                "UNBOUNDED PRECEDING AND CURRENT ROW",
                "CURRENT ROW AND UNBOUNDED FOLLOWING",
                "CURRENT ROW AND CURRENT ROW",
                "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"));
      }
      default -> {
        draw.mark(Construct.FRAME_GROUPS);
        yield Part.of(
            "ORDER BY {} GROUPS BETWEEN {}", item(draw.pick(scope.columns()).sql()), bounds(""));
      }
    };
  }

  private Part rows(String exclusion) {
    draw.mark(Construct.FRAME_ROWS);
    if (draw.chance(20)) {
      return Part.of(" ROWS {} PRECEDING", draw.pick("UNBOUNDED", "1", "3"));
    }
    return Part.of(" ROWS BETWEEN {}{}", bounds(""), exclusion);
  }

  private String bounds(String unit) {
    final int a = draw.between(1, 3);
    final int b = draw.between(0, 3);
    return draw.pick(
        "UNBOUNDED PRECEDING AND CURRENT ROW",
        "UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
        a + unit + " PRECEDING AND CURRENT ROW",
        a + unit + " PRECEDING AND " + b + unit + " FOLLOWING",
        (a + b) + unit + " PRECEDING AND " + b + unit + " PRECEDING",
        a + unit + " FOLLOWING AND " + (a + b) + unit + " FOLLOWING",
        "CURRENT ROW AND UNBOUNDED FOLLOWING",
        "UNBOUNDED PRECEDING AND " + a + unit + " PRECEDING");
  }

  /** Bounds that are distances of values, which only one column to sort by can have. */
  private Part range(Scope scope) {
    final List<Column> numbers = scope.of(Kind.WHOLE);
    if (numbers.isEmpty()) {
      return Part.of("ORDER BY {}", total(scope));
    }
    draw.mark(Construct.FRAME_RANGE_DISTANCE);
    return Part.of(
        "ORDER BY {}{} RANGE BETWEEN {}",
        draw.pick(numbers).sql(),
        draw.pick("", " DESC"),
        bounds("00"));
  }

  private Part partition(Scope scope) {
    return draw.chance(45)
        ? Part.NOTHING
        : Part.of(
            "PARTITION BY {} ",
            Part.join(
                ", ",
                draw.some(draw.between(1, 2), scope.columns()).stream().map(Column::sql).toList()));
  }

  /** An order in which no two unequal rows are peers. */
  Part total(Scope scope) {
    final List<Part> items =
        new ArrayList<>(
            draw.chance(50) && !scope.columns().isEmpty()
                ? List.of(item(draw.pick(scope.columns()).sql()))
                : List.of());
    scope.order().forEach(key -> items.add(item(key)));
    return Part.join(", ", items);
  }

  private Part item(Part key) {
    final String nulls = draw.chance(15) ? draw.pick(" NULLS FIRST", " NULLS LAST") : "";
    return Part.of("{}{}{}", key, draw.pick("", "", " DESC"), nulls);
  }
}
