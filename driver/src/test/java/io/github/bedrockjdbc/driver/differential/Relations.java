package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in {@code FROM}: the table, VALUES, queries, joins. */
final class Relations {
  private static final List<String> NAMES =
      List.of(
          "job_id",
          "job_name",
          "status",
          "status",
          "model",
          "invocation_type",
          "input_format",
          "output_kms_key_id",
          "submit_time",
          "submit_time",
          "end_time",
          "last_modified_time",
          "timeout_hours",
          "total_records",
          "success_records",
          "error_records");

  private static final List<Kind> KINDS_OF_VALUES =
      List.of(Kind.TEXT, Kind.TEXT, Kind.WHOLE, Kind.DECIMAL, Kind.TIME, Kind.DATE, Kind.TRUTH);

  private final Grammar grammar;
  private final Draw draw;

  Relations(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /**
   * Any.
   *
   * @param outer what queries in it can read
   */
  Relation get(List<Column> outer, int depth) {
    return switch (draw.between(0, depth <= 0 ? 5 : 14)) {
      case 0, 1, 2, 3 -> jobs();
      case 4, 5 -> values(outer);
      case 6, 7, 8, 9 -> derived(outer, depth - 1);
      default -> join(outer, depth - 1);
    };
  }

  /** The table, now and then with a predicate of the kind that is pushed. */
  Relation jobs() {
    final String alias = draw.alias();
    final List<Column> columns =
        JobValues.COLUMNS.stream()
            .filter(column -> NAMES.contains(column.split(" ", -1)[0]))
            .map(column -> Column.of(alias, column.split(" ", -1)[0], Kind.ofColumn(column)))
            .toList();
    final Part table =
        draw.chance(70)
            ? Part.of("jobs {}", alias)
            : Part.of("(SELECT * FROM jobs{}) {}", new Predicates(draw, "").where(), alias);
    return new Relation(table, columns, List.of(Part.of(alias + ".job_id")));
  }

  /** A few rows, texts of unlike length among them; perhaps none. */
  Relation values(List<Column> outer) {
    draw.mark(Construct.VALUES);
    final List<Kind> kinds = draw.several(1, 3, () -> draw.pick(KINDS_OF_VALUES));
    return Relation.derived(
        rows(kinds, new Scope(List.of(), outer, List.of())), draw.alias(), kinds);
  }

  /** {@code VALUES …}. */
  Part rows(List<Kind> kinds, Scope scope) {
    final List<Part> rows = new ArrayList<>();
    final int count = draw.between(1, 5);
    for (int i = 0; i < count; i++) {
      final boolean isFirst = i == 0;
      rows.add(
          Part.of(
              "({})",
              Part.join(", ", kinds.stream().map(kind -> value(kind, scope, isFirst)).toList())));
    }
    return Part.of("VALUES {}", Part.join(", ", rows));
  }

  private Part value(Kind kind, Scope scope, boolean isFirst) {
    if (!isFirst && draw.chance(15)) {
      return Part.of("NULL");
    }
    return draw.chance(15) ? grammar.expressions().of(kind, scope, 1) : grammar.literals().of(kind);
  }

  private Relation derived(List<Column> outer, int depth) {
    draw.mark(Construct.DERIVED_TABLE);
    final List<Kind> kinds = grammar.selects().kinds();
    return Relation.derived(grammar.selects().get(kinds, outer, depth), draw.alias(), kinds);
  }

  private Relation join(List<Column> outer, int depth) {
    final Relation left = get(outer, depth);
    if (draw.chance(25)) {
      return lateral(left, outer, depth);
    }
    final Relation right = draw.chance(30) ? values(outer) : get(outer, Math.min(depth, 1));
    final Construct kind =
        draw.pick(
            Construct.JOIN,
            Construct.JOIN,
            Construct.LEFT_JOIN,
            Construct.LEFT_JOIN,
            Construct.RIGHT_JOIN,
            Construct.FULL_JOIN);
    draw.mark(kind);
    if (draw.chance(30)
        && right.sql().driver().contains("VALUES")
        && !right.sql().driver().contains(" ON ")) {
      draw.mark(Construct.CROSS_JOIN);
      return left.joined(Part.of("{} CROSS JOIN {}", left.sql(), right.sql()), right);
    }
    final Part on = on(left, right, kind == Construct.FULL_JOIN ? List.of() : outer, depth);
    return left.joined(
        Part.of(
            right.sql().driver().contains(" ON ") ? "{} {} ({}) ON {}" : "{} {} {} ON {}",
            left.sql(),
            kind.name().replace('_', ' '),
            right.sql(),
            on),
        right);
  }

  /** Equal columns, so that there are not too many rows, and perhaps more. */
  private Part on(Relation left, Relation right, List<Column> outer, int depth) {
    final Kind kind = common(left, right);
    final Part equal = Part.of("{} = {}", column(kind, left), column(kind, right));
    return draw.chance(60)
        ? equal
        : Part.of(
            "{} AND ({})",
            equal,
            grammar
                .conditions()
                .get(left.joined(Part.NOTHING, right).scope(outer), Math.min(depth, 1)));
  }

  private Part column(Kind kind, Relation relation) {
    final List<Column> some = relation.scope(List.of()).of(kind);
    return some.isEmpty()
        ? Part.of("CAST({} AS VARCHAR)", draw.pick(relation.columns()).sql())
        : draw.pick(some).sql();
  }

  private Kind common(Relation left, Relation right) {
    final List<Kind> both =
        Stream.of(Kind.TEXT, Kind.WHOLE, Kind.TIME, Kind.DATE, Kind.DECIMAL)
            .filter(kind -> !left.scope(List.of()).of(kind).isEmpty())
            .filter(kind -> !right.scope(List.of()).of(kind).isEmpty())
            .toList();
    return both.isEmpty() ? Kind.TEXT : draw.pick(both);
  }

  private Relation lateral(Relation left, List<Column> outer, int depth) {
    draw.mark(Construct.LATERAL);
    final List<Kind> kinds = grammar.selects().kinds();
    final List<Column> visible = left.scope(outer).visible();
    final Relation right =
        Relation.derived(
            grammar.selects().get(kinds, visible, Math.min(depth, 1)), draw.alias(), kinds);
    final Part both =
        draw.one(
            () -> Part.of("{} CROSS JOIN LATERAL {}", left.sql(), right.sql()),
            () -> Part.of("{} JOIN LATERAL {} ON TRUE", left.sql(), right.sql()),
            () -> Part.of("{} LEFT JOIN LATERAL {} ON TRUE", left.sql(), right.sql()));
    return left.joined(both, right);
  }
}
