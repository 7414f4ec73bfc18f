package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.function.Supplier;

/** Statements that read the table more than once, or through another query. */
final class Combinations implements Supplier<Query> {
  private final Draw draw;
  private final Limits limits;

  Combinations(Draw draw) {
    this.draw = draw;
    this.limits = new Limits(draw);
  }

  @Override
  public Query get() {
    return switch (draw.between(0, 13)) {
      case 0, 1 -> inSubquery();
      case 2 -> exists();
      case 3 -> scalar();
      case 4, 5 -> derived();
      case 6, 7 -> join();
      case 8, 9, 10 -> set();
      case 11, 12 -> chain();
      default -> with();
    };
  }

  private Part where(String prefix) {
    return new Predicates(draw, prefix).where();
  }

  private Part predicate(String prefix) {
    return new Predicates(draw, prefix).get();
  }

  private Query inSubquery() {
    draw.mark(Construct.IN_SUBQUERY);
    final String column =
        draw.pick("job_arn", "job_arn", "status", "model", "submit_time", "job_name");
    return ordered(
        Part.of(
            "SELECT job_id, job_name, submit_time FROM jobs WHERE {} {}IN (SELECT {} FROM jobs{})",
            column,
            draw.pick("", "", "NOT "),
            column,
            where("")),
        List.of("job_id"));
  }

  private Query exists() {
    draw.mark(Construct.EXISTS);
    return ordered(
        Part.of(
            "SELECT j.job_id, j.status FROM jobs j WHERE {} AND {}EXISTS"
                + " (SELECT 1 FROM jobs k WHERE k.{} = j.{} AND ({}))",
            new StatusPredicates(draw, "j.").equal(),
            draw.pick("", "NOT "),
            "job_name",
            "job_name",
            predicate("k.")),
        List.of("j.job_id"));
  }

  private Query scalar() {
    draw.mark(Construct.SCALAR_SUBQUERY);
    final String column = draw.pick("submit_time", "total_records", "job_name");
    return ordered(
        Part.of(
            "SELECT job_id, {} FROM jobs WHERE {} {} (SELECT {}({}) FROM jobs{})",
            column,
            column,
            draw.pick("=", "<", ">=", "<>"),
            draw.pick("MIN", "MAX"),
            column,
            where("")),
        List.of("job_id"));
  }

  /** A query over a query; what stands above a limit must not move below it. */
  private Query derived() {
    draw.mark(Construct.DERIVED_TABLE);
    Part inner = Part.of("SELECT * FROM jobs{}", where(""));
    if (draw.chance(60)) {
      draw.mark(Construct.LIMIT_BELOW_FILTER);
      inner =
          Part.of(
              "{} ORDER BY submit_time{}, job_arn{} LIMIT {}",
              inner,
              draw.pick("", " DESC"),
              draw.pick("", " DESC"),
              draw.between(1, 120));
    }
    return ordered(
        Part.of(
            "SELECT t.job_id, t.{} FROM ({}) t{}", draw.pick(JobValues.NAMES), inner, where("t.")),
        List.of("t.job_id"));
  }

  private Query join() {
    draw.mark(Construct.JOIN);
    String kind = "JOIN";
    if (draw.chance(65)) {
      draw.mark(Construct.OUTER_JOIN);
      kind = draw.pick("LEFT JOIN", "RIGHT JOIN");
    }
    final String column = draw.pick("job_arn", "job_name", "submit_time", "job_id");
    final Part more = draw.chance(40) ? Part.of(" AND ({})", predicate("b.")) : Part.NOTHING;
    final Part joined =
        Part.of(
            "SELECT a.job_id, b.job_id AS other, a.status, b.submit_time FROM jobs a {} jobs b"
                + " ON a.{} = b.{}{}{}",
            kind,
            column,
            column,
            more,
            draw.chance(70) ? where(draw.pick("a.", "b.")) : Part.NOTHING);
    return ordered(joined, List.of("a.job_id", "b.job_id"));
  }

  /** Joins of joins, whose keys may be those that an outer join left out. */
  private Query chain() {
    draw.mark(Construct.JOIN_CHAIN);
    final List<String> aliases = List.of("a", "b", "c", "d").subList(0, draw.between(3, 4));
    Part from = Part.of("(SELECT * FROM jobs{}) a", where(""));
    for (int i = 1; i < aliases.size(); i++) {
      final String before = aliases.get(draw.between(0, i - 1));
      final String column = draw.pick("job_arn", "job_id", "job_name", "end_time", "job_arn");
      from =
          Part.of(
              "{} {} (SELECT * FROM jobs{}) {} ON {}.{} = {}.{}{}",
              from,
              draw.pick("JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"),
              where(""),
              aliases.get(i),
              aliases.get(i),
              column,
              before,
              column,
              draw.chance(30)
                  ? Part.of(" AND {}.status <> {}.status", before, aliases.get(i))
                  : Part.NOTHING);
    }
    final Part condition =
        draw.chance(30)
            ? Part.of(
                " WHERE {}.job_id {}", draw.pick(aliases), draw.pick("IS NULL", "IS NOT NULL"))
            : Part.NOTHING;
    final List<Part> items =
        aliases.stream().map(alias -> Part.of("{}.job_id AS {}1", alias, alias)).toList();
    return ordered(
        Part.of("SELECT {} FROM {}{}", Part.join(", ", items), from, condition),
        aliases.stream().map(alias -> alias + ".job_id").toList());
  }

  private Query set() {
    final Construct kind =
        draw.pick(Construct.UNION, Construct.UNION_ALL, Construct.EXCEPT, Construct.INTERSECT);
    draw.mark(kind);
    final String columns =
        draw.pick("job_id", "status", "status, model", "submit_time", "job_id, submit_time", "*");
    final Part both =
        Part.of(
            "SELECT {} FROM jobs{} {} SELECT {} FROM jobs{}",
            columns,
            where(""),
            kind.name().replace('_', ' '),
            columns,
            where(""));
    if (kind == Construct.UNION_ALL || columns.equals("*") || draw.chance(40)) {
      return Query.unordered(draw, both);
    }
    final boolean two = columns.contains(",");
    return Query.total(
        draw,
        Part.of(
            "{} ORDER BY {}{}{}",
            both,
            Order.item(draw, "1"),
            two ? Part.of(", {}", Order.item(draw, "2")) : Part.NOTHING,
            limits.maybe(40)));
  }

  private Query with() {
    draw.mark(Construct.WITH);
    final Part base = Part.of("WITH f AS (SELECT * FROM jobs{})", where(""));
    return draw.chance(50)
        ? ordered(
            Part.of("{} SELECT job_id, status, submit_time FROM f{}", base, where("")),
            List.of("job_id"))
        : ordered(
            Part.of(
                "{} SELECT x.job_id, y.job_id AS other FROM f x JOIN f y ON x.job_name = y.job_name{}",
                base,
                where("y.")),
            List.of("x.job_id", "y.job_id"));
  }

  /** As it is, or in the total order of these keys and perhaps limited. */
  private Query ordered(Part plain, List<String> keys) {
    if (draw.chance(60)) {
      return Query.unordered(draw, plain);
    }
    final List<Part> items = keys.stream().map(key -> Order.item(draw, key)).toList();
    return Query.total(
        draw, Part.of("{} ORDER BY {}{}", plain, Part.join(", ", items), limits.maybe(50)));
  }
}
