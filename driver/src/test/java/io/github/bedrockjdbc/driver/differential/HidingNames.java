package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.function.Supplier;

/**
 * Aliases that are names of columns, too. Alone in {@code ORDER BY}, such a name is the alias;
 * everywhere else, also in an expression there, it is the column. The reference reads {@code
 * jobs.x} for the column, and a position for the alias.
 */
final class HidingNames implements Supplier<Query> {
  /**
   * A column and what hides it.
   *
   * @param hiding values with its name as alias; {@code #} is the column
   * @param keys expressions of it
   * @param same an expression that equals it, or is NULL with it
   */
  private record Hidden(String column, List<String> hiding, List<String> keys, String same) {}

  private static final List<String> NUMBERS =
      List.of("# + 0", "# * -1", "-#", "ABS(# - 100)", "COALESCE(#, -1)", "MOD(#, 7)");

  private static final List<Hidden> ALL =
      List.of(
          new Hidden(
              "total_records",
              List.of("-#", "MOD(#, 10)", "success_records", "# - error_records", "job_name"),
              NUMBERS,
              "# + 0"),
          new Hidden("timeout_hours", List.of("-#", "24 - #", "1"), NUMBERS, "# + 0"),
          new Hidden(
              "status",
              List.of("LOWER(#)", "model", "CHAR_LENGTH(#)", "job_name"),
              List.of(
                  "UPPER(#)",
                  "# || 'a'",
                  "CHAR_LENGTH(#)",
                  "COALESCE(#, 'M')",
                  "SUBSTRING(# FROM 3)"),
              "# || ''"),
          new Hidden(
              "submit_time",
              List.of("end_time", "CAST(# AS DATE)", "last_modified_time", "# - INTERVAL '1' DAY"),
              List.of(
                  "CAST(# AS DATE)",
                  "EXTRACT(HOUR FROM #)",
                  "# + INTERVAL '1' DAY",
                  "COALESCE(#, TIMESTAMP '2026-01-01 00:00:00')"),
              "# + INTERVAL '0' DAY"));

  private final Draw draw;

  HidingNames(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    draw.mark(Construct.ALIAS_HIDES_COLUMN);
    final Hidden hidden = draw.pick(ALL);
    return draw.one(
        () -> rows(hidden),
        () -> rows(hidden),
        () -> groups(hidden),
        () -> groupsOfIt(hidden),
        () -> distinct(hidden));
  }

  private Part where() {
    return new Predicates(draw, "").where();
  }

  private static Part read(Hidden hidden, String text) {
    return Part.each(
        text.replace("#", hidden.column()), text.replace("#", "jobs." + hidden.column()));
  }

  private Part hiding(Hidden hidden) {
    return read(hidden, draw.pick(hidden.hiding()));
  }

  private Part key(Hidden hidden) {
    return Part.of("{}{}", read(hidden, draw.pick(hidden.keys())), direction());
  }

  /** The name alone, in the second place. */
  private Part alone(Hidden hidden) {
    return Part.of("{}{}", Part.each(hidden.column(), "2"), direction());
  }

  private String direction() {
    return draw.pick("", " DESC", " DESC NULLS LAST", " NULLS FIRST");
  }

  private Part keys(Hidden hidden) {
    return Part.join(", ", draw.several(1, 2, () -> draw.chance(30) ? alone(hidden) : key(hidden)));
  }

  private Query total(Part sql) {
    return Query.total(draw, Part.of("{}{}", sql, new Limits(draw).maybe(40)));
  }

  private Query rows(Hidden hidden) {
    final Part window =
        draw.chance(30)
            ? Part.of(
                ", ROW_NUMBER() OVER (ORDER BY {}, job_id) AS c3",
                draw.chance(50) ? key(hidden) : read(hidden, "#"))
            : Part.NOTHING;
    return total(
        Part.of(
            "SELECT job_id, {} AS {}{} FROM jobs{} ORDER BY {}, job_id",
            hiding(hidden),
            hidden.column(),
            window,
            where(),
            keys(hidden)));
  }

  /** An aggregate reads the column, whatever the alias is. */
  private Query groups(Hidden hidden) {
    final String name = draw.pick("MAX", "MIN", "COUNT");
    final Part having =
        draw.chance(40)
            ? Part.of(" HAVING {} > {}", read(hidden, "COUNT(#)"), draw.between(0, 3))
            : Part.NOTHING;
    return total(
        Part.of(
            "SELECT model AS c1, {} AS {} FROM jobs{} GROUP BY model{} ORDER BY {}, model",
            read(hidden, name + "(#)"),
            hidden.column(),
            where(),
            having,
            draw.one(
                () -> alone(hidden),
                () -> Part.of("{}{}", read(hidden, "MIN(#)"), direction()),
                () -> Part.of("{}, {}", read(hidden, "COUNT(#)"), alone(hidden)),
                () -> read(hidden, "MAX(" + draw.pick(hidden.keys()) + ")"))));
  }

  /** Grouped by the column, and sorted by it within an expression. */
  private Query groupsOfIt(Hidden hidden) {
    final String hiding = draw.pick(hidden.hiding().stream().filter(HidingNames::isOfIt).toList());
    return total(
        Part.of(
            "SELECT COUNT(*) AS c1, {} AS {} FROM jobs{} GROUP BY {} ORDER BY {}, {}",
            read(hidden, hiding),
            hidden.column(),
            where(),
            read(hidden, "#"),
            keys(hidden),
            read(hidden, hidden.same())));
  }

  private static boolean isOfIt(String hiding) {
    return !hiding.matches(".*(_|name|model).*");
  }

  private Query distinct(Hidden hidden) {
    return total(
        Part.of(
            "SELECT DISTINCT {} AS {} FROM jobs{} ORDER BY {}{}",
            hiding(hidden),
            hidden.column(),
            where(),
            Part.each(hidden.column(), "1"),
            direction()));
  }
}
