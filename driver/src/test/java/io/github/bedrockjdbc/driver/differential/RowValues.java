package io.github.bedrockjdbc.driver.differential;

import java.util.List;

/**
 * Conditions on rows of values. The reference is told what they mean by their parts: DuckDB
 * compares rows as structs, in which NULL equals NULL.
 */
final class RowValues {
  private static final List<Kind> KINDS =
      List.of(Kind.TEXT, Kind.TEXT, Kind.WHOLE, Kind.WHOLE, Kind.TIME, Kind.DATE, Kind.DECIMAL);

  private static final List<String> COMPARISONS = List.of("=", "=", "<>", "<", "<=", ">", ">=");

  private final Grammar grammar;
  private final Draw draw;

  RowValues(Grammar grammar) {
    this.grammar = grammar;
    this.draw = grammar.draw();
  }

  Part get(Scope scope, int depth) {
    if (draw.chance(15)) {
      return overlapping(scope);
    }
    draw.mark(Construct.ROW_VALUE);
    final List<Kind> kinds = draw.several(2, 3, () -> draw.pick(KINDS));
    final List<Part> row = row(kinds, scope, depth);
    return switch (draw.between(0, 5)) {
      case 0, 1 -> {
        final String comparison = draw.pick(COMPARISONS);
        final List<Part> other = row(kinds, scope, depth);
        yield told(
            Part.of("{} {} {}", text(row), comparison, text(other)),
            compared(comparison, row, other));
      }
      case 2 -> in(kinds, row, scope);
      case 3 -> {
        final String not = draw.pick("", "NOT ");
        yield told(
            Part.of("{} IS {}NULL", text(row), not), each(" AND ", "%s IS " + not + "NULL", row));
      }
      case 4 -> {
        final List<Part> other = row(kinds, scope, depth);
        final String not = draw.pick("", "NOT ");
        yield told(
            Part.of("{} IS {}DISTINCT FROM {}", text(row), not, text(other)),
            not + pairs(" OR ", "IS DISTINCT FROM", row, other));
      }
      default -> {
        final List<Part> least = row(kinds, scope, 0);
        final List<Part> most = row(kinds, scope, 0);
        yield told(
            Part.of("{} BETWEEN {} AND {}", text(row), text(least), text(most)),
            "(%s AND %s)".formatted(compared(">=", row, least), compared("<=", row, most)));
      }
    };
  }

  private List<Part> row(List<Kind> kinds, Scope scope, int depth) {
    return kinds.stream()
        .map(
            kind ->
                draw.chance(8)
                    ? Part.of("CAST(NULL AS {})", kind.sql())
                    : grammar.expressions().of(kind, scope, Math.min(depth, 1)))
        .toList();
  }

  private static Part text(List<Part> row) {
    return Part.of("({})", Part.join(", ", row));
  }

  private Part in(List<Kind> kinds, List<Part> row, Scope scope) {
    final String not = draw.pick("", "NOT ");
    final List<List<Part>> others = draw.several(1, 3, () -> row(kinds, scope, 0));
    return told(
        Part.of(
            "{} {}IN ({})",
            text(row),
            not,
            Part.join(", ", others.stream().map(RowValues::text).toList())),
        "%s(%s)"
            .formatted(
                not,
                String.join(
                    " OR ", others.stream().map(other -> compared("=", row, other)).toList())));
  }

  private static String compared(String comparison, List<Part> row, List<Part> other) {
    return switch (comparison) {
      case "=" -> pairs(" AND ", "=", row, other);
      case "<>" -> pairs(" OR ", "<>", row, other);
      default -> ordered(comparison, row, other);
    };
  }

  /** By the first parts that are not equal. */
  private static String ordered(String comparison, List<Part> row, List<Part> other) {
    final String one = row.get(0).reference();
    final String two = other.get(0).reference();
    if (row.size() == 1) {
      return "%s %s %s".formatted(one, comparison, two);
    }
    return "(%s %s %s OR %s = %s AND %s)"
        .formatted(
            one,
            comparison.charAt(0),
            two,
            one,
            two,
            ordered(comparison, row.subList(1, row.size()), other.subList(1, other.size())));
  }

  private static String pairs(String word, String comparison, List<Part> row, List<Part> other) {
    final StringBuilder all = new StringBuilder("(");
    for (int i = 0; i < row.size(); i++) {
      all.append(i == 0 ? "" : word)
          .append(row.get(i).reference())
          .append(' ')
          .append(comparison)
          .append(' ')
          .append(other.get(i).reference());
    }
    return all.append(')').toString();
  }

  private static String each(String word, String text, List<Part> row) {
    return "("
        + String.join(word, row.stream().map(part -> text.formatted(part.reference())).toList())
        + ")";
  }

  private static Part told(Part driver, String reference) {
    return new Part(driver.driver(), driver.written(), reference, driver.parameters());
  }

  /** Periods from time to time, or for an interval. */
  private Part overlapping(Scope scope) {
    draw.mark(Construct.OVERLAPS);
    final Part one = grammar.expressions().atom(Kind.TIME, scope);
    final Part two = grammar.expressions().atom(Kind.TIME, scope);
    final Part three = grammar.expressions().atom(Kind.TIME, scope);
    if (draw.chance(50)) {
      return Part.each(
          "({}, {}) OVERLAPS ({}, {})",
          "overlapping({}, {}, {}, {})",
          one,
          two,
          three,
          grammar.expressions().atom(Kind.TIME, scope));
    }
    final String interval =
        "INTERVAL '%d' %s".formatted(draw.between(-2, 9), draw.pick("DAY", "HOUR", "MONTH"));
    final Part driver = Part.of("({}, {}) OVERLAPS ({}, {})", one, two, three, interval);
    return told(
        driver,
        "overlapping(%s, %s, %s, %s + %s)"
            .formatted(
                one.reference(), two.reference(), three.reference(), three.reference(), interval));
  }
}
