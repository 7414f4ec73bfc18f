package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Chains of {@code USING} and {@code NATURAL}. The reference is told the columns of {@code *} in
 * the standard's order, the common ones first; DuckDB leaves them in their places. A {@code RIGHT}
 * or {@code FULL} join is the last one, since who joins by its column next would need one that
 * neither side has.
 */
final class CommonColumnJoins implements Supplier<Query> {
  private static final List<String> NAMES =
      List.of(
          "status",
          "model",
          "job_name",
          "invocation_type",
          "submit_time",
          "end_time",
          "timeout_hours",
          "total_records",
          "success_records",
          "error_records",
          "region",
          "account_id");

  private final Draw draw;

  /** Of the joins so far, in the order of {@code *}. */
  private List<String> columns = new ArrayList<>();

  /** Columns with their table's alias. */
  private final List<String> qualified = new ArrayList<>();

  CommonColumnJoins(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    draw.mark(Construct.COMMON_COLUMNS_CHAIN);
    columns.add("job_id");
    columns.addAll(draw.some(draw.between(1, 3), NAMES));
    Part from = table(columns, "a");
    final int joins = draw.between(2, 3);
    for (int i = 1; i <= joins; i++) {
      from = joined(from, String.valueOf("abcd".charAt(i)), i == joins);
    }
    return selected(from);
  }

  private Part table(List<String> names, String alias) {
    names.forEach(name -> qualified.add(alias + "." + name));
    return Part.of(
        "(SELECT {} FROM jobs{}) {}",
        String.join(", ", names),
        new Predicates(draw, "").where(),
        alias);
  }

  private Part joined(Part left, String alias, boolean isLast) {
    final List<String> common =
        new ArrayList<>(
            draw.some(
                draw.between(1, 2),
                columns.stream().filter(name -> !name.equals("job_id")).toList()));
    if (draw.chance(80)) {
      common.add("job_id");
    }
    final List<String> own =
        draw.some(
            draw.between(1, 2), NAMES.stream().filter(name -> !columns.contains(name)).toList());
    final boolean isNatural = draw.chance(40);
    if (isNatural) {
      common.sort(Comparator.comparing(columns::indexOf));
    }
    final List<String> names =
        draw.some(
            common.size() + own.size(), Stream.concat(common.stream(), own.stream()).toList());
    final Part right = table(names, alias);
    columns = Stream.of(common, columns, names).flatMap(List::stream).distinct().toList();
    final String kind =
        draw.pick("JOIN", "LEFT JOIN", isLast ? draw.pick("RIGHT JOIN", "FULL JOIN") : "JOIN");
    draw.mark(isNatural ? Construct.JOIN_NATURAL : Construct.JOIN_USING);
    return isNatural
        ? Part.of("{} NATURAL {} {}", left, kind, right)
        : Part.of("{} {} {} USING ({})", left, kind, right, String.join(", ", common));
  }

  private Query selected(Part from) {
    final String key = draw.pick(columns);
    final Part where =
        draw.chance(30)
            ? Part.of(" WHERE {} {}", draw.pick(columns), draw.pick("IS NULL", "IS NOT NULL"))
            : Part.NOTHING;
    return Query.unordered(
        draw,
        draw.one(
            () ->
                Part.of(
                    "SELECT {} FROM {}{}", Part.each("*", String.join(", ", columns)), from, where),
            () ->
                Part.of(
                    "SELECT {}, {} AS c2, {} AS c3 FROM {}{}",
                    key,
                    draw.pick(qualified),
                    draw.pick(qualified),
                    from,
                    where),
            () ->
                Part.of(
                    "SELECT {} AS c1, COUNT({}) AS c2, COUNT(DISTINCT {}) AS c3 FROM {}{}"
                        + " GROUP BY {}",
                    key,
                    draw.pick(qualified),
                    draw.pick(columns),
                    from,
                    where,
                    key)));
  }
}
