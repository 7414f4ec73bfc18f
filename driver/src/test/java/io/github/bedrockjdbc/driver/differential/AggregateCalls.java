package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.Optional;

/** Aggregate functions, with DISTINCT and FILTER. */
final class AggregateCalls {
  /**
   * One way to call one.
   *
   * @param argument of which kind; nothing for any
   * @param hasDistinct whether DISTINCT may stand before the argument, at {@code #}
   */
  private record Call(
      Kind result, String driver, String reference, Optional<Kind> argument, boolean hasDistinct) {}

  private static final String AS_DOUBLE = "CAST(%s AS DOUBLE PRECISION)";

  private static final List<Call> ALL =
      List.of(
          new Call(Kind.WHOLE, "COUNT(#{})", "COUNT(#{})", Optional.empty(), true),
          same(Kind.WHOLE, "SUM(#{})"),
          same(Kind.WHOLE, "MIN(#{})"),
          same(Kind.WHOLE, "MAX(#{})"),
          bits("BIT_AND"),
          bits("BIT_OR"),
          bits("BIT_XOR"),
          new Call( // DuckDB's are as wide as can be, and cost decimals beside them their digits
              Kind.DECIMAL, "SUM(#{})", "SUM(#({} + 0.000000))", Optional.of(Kind.DECIMAL), true),
          same(Kind.DECIMAL, "AVG(#{})"),
          same(Kind.DECIMAL, "MIN(#{})"),
          same(Kind.DECIMAL, "MAX(#{})"),
          ofWhole("AVG(#{})"),
          ofWhole("STDDEV_POP(#{})"),
          ofWhole("STDDEV_SAMP(#{})"),
          ofWhole("VAR_POP(#{})"),
          ofWhole("VAR_SAMP(#{})"),
          ofWhole("STDDEV(#{})"),
          ofWhole("VARIANCE(#{})"),
          same(Kind.DOUBLE, "SUM(#{})"),
          same(Kind.DOUBLE, "AVG(#{})"),
          same(Kind.DOUBLE, "MIN(#{})"),
          same(Kind.DOUBLE, "MAX(#{})"),
          same(Kind.TEXT, "MIN(#{})"),
          same(Kind.TEXT, "MAX(#{})"),
          same(Kind.TIME, "MIN(#{})"),
          same(Kind.TIME, "MAX(#{})"),
          same(Kind.DATE, "MIN(#{})"),
          same(Kind.DATE, "MAX(#{})"),
          other(Kind.TRUTH, "EVERY({})", "BOOL_AND({})"),
          other(Kind.TRUTH, "BOOL_OR({})", "BOOL_OR({})"),
          pair("COVAR_POP"),
          pair("COVAR_SAMP"),
          // of no rows, DuckDB's own is NULL in a subquery
          other(Kind.WHOLE, "REGR_COUNT({}, 2.0E0)", "COUNT({})"),
          pair("REGR_SXX"),
          pair("REGR_SYY"));

  private final Grammar grammar;
  private final Draw draw;

  AggregateCalls(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  /** A call over rows of this scope. */
  Optional<Column> of(Kind kind, Scope scope, int depth) {
    return Optional.of(Column.call(filtered(call(kind, scope, depth, true), scope, depth), kind));
  }

  /** A call without FILTER. */
  Part call(Kind kind, Scope scope, int depth, boolean mayBeDistinct) {
    if (kind == Kind.TEXT && mayBeDistinct && draw.chance(40)) {
      return listed(scope, depth);
    }
    if (kind == Kind.WHOLE && draw.chance(20)) {
      return mayBeDistinct && draw.chance(35) ? rows(scope) : Part.of("COUNT(*)");
    }
    final Call call = draw.pick(ALL.stream().filter(each -> each.result() == kind).toList());
    draw.use(call.driver());
    final Kind of =
        call.argument()
            .orElseGet(() -> draw.pick(Kind.TEXT, Kind.WHOLE, Kind.TIME, Kind.DATE, Kind.TRUTH));
    String distinct = "";
    if (call.hasDistinct() && mayBeDistinct && draw.chance(25)) {
      draw.mark(Construct.AGGREGATE_DISTINCT);
      distinct = "DISTINCT ";
    }
    return Part.each(
        call.driver().replace("#", distinct),
        call.reference().replace("#", distinct),
        argument(of, scope, depth));
  }

  private Part filtered(Part call, Scope scope, int depth) {
    if (draw.chance(65) || call.reference().startsWith("CAST(")) {
      return call;
    }
    draw.mark(Construct.AGGREGATE_FILTER);
    if (call.driver().contains("(DISTINCT ")) {
      draw.mark(Construct.DISTINCT_FILTER);
    }
    return Part.of(
        "{} FILTER (WHERE {})", call, grammar.conditions().get(scope.alone(), Math.min(depth, 1)));
  }

  /** Rows count whatever they hold. */
  private Part rows(Scope scope) {
    draw.mark(Construct.COUNT_OF_ROWS);
    final Scope alone = scope.alone();
    return Part.of(
        "COUNT({}({}, {}))",
        draw.pick("", "DISTINCT "),
        grammar.expressions().atom(Kind.TEXT, alone),
        grammar.expressions().atom(Kind.WHOLE, alone));
  }

  /** In the order of its values, so that there is one right answer. */
  private Part listed(Scope scope, int depth) {
    draw.mark(Construct.LISTAGG);
    final Part text = argument(Kind.TEXT, scope, depth);
    final String direction = draw.pick("", " DESC");
    return text.parameters().isEmpty()
        ? Part.each(
            "LISTAGG({}, ',') WITHIN GROUP (ORDER BY {}" + direction + ")",
            "STRING_AGG({}, ',' ORDER BY {}" + direction + ")",
            text,
            text)
        : Part.of("MAX({})", text);
  }

  /**
   * Something that reads a column of the rows themselves: of outer columns alone it would be an
   * aggregate of the outer statement.
   */
  private Part argument(Kind kind, Scope scope, int depth) {
    final Scope alone = scope.alone();
    if (scope.outer().isEmpty() || scope.columns().isEmpty() || draw.chance(60)) {
      return grammar.expressions().of(kind, alone, depth);
    }
    draw.mark(Construct.OUTER_IN_AGGREGATE);
    return Part.of(
        "CASE WHEN {} IS NOT NULL THEN {} END",
        draw.pick(scope.columns()).sql(),
        grammar.expressions().of(kind, scope, depth));
  }

  private static Call same(Kind kind, String text) {
    return new Call(kind, text, text, Optional.of(kind), true);
  }

  private static Call bits(String name) {
    return other(Kind.WHOLE, name + "({})", name + "(CAST({} AS BIGINT))");
  }

  private static Call other(Kind kind, String driver, String reference) {
    return new Call(kind, driver, reference, Optional.of(kind), false);
  }

  /** Of two numbers, one of which is always the same. */
  private static Call pair(String name) {
    final String text = name + "({}, 2.0E0)";
    return new Call(Kind.DOUBLE, text, AS_DOUBLE.formatted(text), Optional.of(Kind.WHOLE), false);
  }

  private static Call ofWhole(String text) {
    return new Call(
        Kind.DOUBLE,
        text,
        AS_DOUBLE.formatted(text),
        Optional.of(Kind.WHOLE),
        text.startsWith("AVG"));
  }
}
