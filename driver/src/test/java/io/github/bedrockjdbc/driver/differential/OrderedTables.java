package io.github.bedrockjdbc.driver.differential;

import java.util.function.Supplier;

/**
 * Queries of queries that have an order. A limit around one takes the first rows of that order, as
 * in PostgreSQL and DuckDB, though the standard does not say so.
 */
final class OrderedTables implements Supplier<Query> {
  private final Draw draw;
  private final Limits limits;

  OrderedTables(Draw draw) {
    this.draw = draw;
    this.limits = new Limits(draw);
  }

  @Override
  public Query get() {
    draw.mark(Construct.ORDERED_TABLE);
    return draw.one(
        this::limited,
        this::limited,
        this::twice,
        this::named,
        this::aggregated,
        this::joined,
        this::sought,
        this::united,
        this::sortedAgain);
  }

  private Part where() {
    return new Predicates(draw, "").where();
  }

  private Part sorted(Part limit) {
    final Part first =
        draw.chance(60)
            ? Part.of(
                "{}, ",
                Order.item(
                    draw,
                    draw.pick(
                        "submit_time",
                        "submit_time",
                        "status",
                        "end_time",
                        "total_records",
                        "CAST(submit_time AS DATE)",
                        "CHAR_LENGTH(job_name)")))
            : Part.NOTHING;
    return Part.of(
        "SELECT job_id, status, submit_time, total_records FROM jobs{} ORDER BY {}job_id{}{}",
        where(),
        first,
        draw.pick("", " DESC"),
        limit);
  }

  private Part sorted() {
    return sorted(limits.maybe(30));
  }

  private Query limited() {
    final String items = draw.pick("*", "job_id, submit_time", "job_id, status AS c2");
    return Query.total(
        draw,
        Part.of(
            "SELECT {} FROM ({}) t{}{}",
            items,
            sorted(),
            draw.chance(30)
                ? Part.of(" WHERE t.total_records > {}", draw.pick(0, 100, 2000))
                : Part.NOTHING,
            limits.get()));
  }

  private Query twice() {
    return Query.total(
        draw,
        Part.of(
            "SELECT job_id, status FROM (SELECT * FROM ({}) t{}) u{}",
            sorted(),
            limits.get(),
            limits.get()));
  }

  private Query named() {
    draw.mark(Construct.WITH);
    return Query.total(
        draw, Part.of("WITH t AS ({}) SELECT job_id, status FROM t{}", sorted(), limits.get()));
  }

  private Query aggregated() {
    return Query.unordered(
        draw,
        draw.one(
            () ->
                Part.of(
                    "SELECT COUNT(*) AS c1, MIN(submit_time) AS c2, COUNT(DISTINCT status) AS c3"
                        + " FROM ({}) t",
                    sorted(limits.get())),
            () ->
                Part.of(
                    "SELECT status, COUNT(*) AS c2, MAX(total_records) AS c3"
                        + " FROM (SELECT * FROM ({}) t{}) u GROUP BY status",
                    sorted(),
                    limits.get()),
            () ->
                Part.of(
                    "SELECT DISTINCT status FROM (SELECT * FROM ({}) t{}) u",
                    sorted(),
                    limits.get())));
  }

  private Query joined() {
    return Query.unordered(
        draw,
        Part.of(
            "SELECT t.job_id, b.model AS c2 FROM (SELECT * FROM ({}) s{}) t {}JOIN jobs b"
                + " ON b.job_id = t.job_id",
            sorted(),
            limits.get(),
            draw.pick("", "LEFT ", "RIGHT ")));
  }

  private Query sought() {
    return Query.unordered(
        draw,
        Part.of(
            "SELECT job_id, model FROM jobs WHERE job_id {}IN (SELECT job_id FROM ({}) t{})",
            draw.pick("", "NOT "),
            sorted(),
            limits.get()));
  }

  private Query united() {
    return Query.unordered(
        draw,
        Part.of(
            "(SELECT job_id FROM ({}) t{}) {} (SELECT job_id FROM ({}) u{})",
            sorted(),
            limits.get(),
            draw.pick("UNION ALL", "UNION", "EXCEPT", "INTERSECT"),
            sorted(),
            limits.get()));
  }

  /** The order outside is another one. */
  private Query sortedAgain() {
    return Query.total(
        draw,
        Part.of(
            "SELECT job_id, submit_time FROM (SELECT * FROM ({}) t{}) u ORDER BY {}, job_id{}",
            sorted(),
            limits.get(),
            Order.item(draw, draw.pick("submit_time", "status", "total_records")),
            limits.maybe(50)));
  }
}
