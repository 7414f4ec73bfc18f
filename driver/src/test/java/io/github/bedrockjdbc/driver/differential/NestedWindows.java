package io.github.bedrockjdbc.driver.differential;

import java.util.function.Supplier;

/** Windows of one name in queries within each other, and {@code DISTINCT} over windows. */
final class NestedWindows implements Supplier<Query> {
  private final Draw draw;

  NestedWindows(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    draw.mark(Construct.NAMED_WINDOW_AGAIN);
    return Query.unordered(draw, draw.one(this::derived, this::named, this::scalar, this::sought));
  }

  private Part where(String prefix) {
    return new Predicates(draw, prefix).where();
  }

  private String partition() {
    return draw.pick(
        "PARTITION BY status", "PARTITION BY model", "PARTITION BY status, invocation_type", "");
  }

  private Part ordered() {
    return Part.of(
        "{} ORDER BY {}, job_id{}",
        partition(),
        Order.item(draw, draw.pick("submit_time", "total_records", "status")),
        draw.pick(
            "", "", " ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING", " ROWS UNBOUNDED PRECEDING"));
  }

  /** Of any window. */
  private Part call() {
    if (draw.chance(40)) {
      draw.mark(Construct.WINDOW_DISTINCT);
      return Part.of(
          "{}(DISTINCT {}){}",
          draw.pick("COUNT", "SUM", "MAX"),
          draw.pick("total_records", "timeout_hours"),
          filter());
    }
    return Part.of(
        "{}{}",
        draw.pick("COUNT(*)", "COUNT(total_records)", "MIN(timeout_hours)", "SUM(total_records)"),
        filter());
  }

  private Part filter() {
    return draw.chance(40)
        ? Part.of(" FILTER (WHERE {})", new Predicates(draw, "").get())
        : Part.NOTHING;
  }

  private Part inner() {
    return Part.of(
        "SELECT jobs.*, {} OVER w AS n FROM jobs{} WINDOW w AS ({})", call(), where(""), ordered());
  }

  private Part derived() {
    return Part.of(
        "SELECT job_id, n AS c2, {} OVER w AS c3, MAX(n) OVER (w ORDER BY job_id) AS c4"
            + " FROM ({}) t WINDOW w AS ({})",
        call(),
        inner(),
        partition());
  }

  private Part named() {
    draw.mark(Construct.WITH);
    return Part.of(
        "WITH t AS ({}), u AS ({}) SELECT t.job_id, t.n AS c2, u.n AS c3, SUM(u.n) OVER w AS c4"
            + " FROM t JOIN u ON u.job_id = t.job_id WINDOW w AS (PARTITION BY t.model)",
        inner(),
        inner());
  }

  private Part scalar() {
    return Part.of(
        "SELECT job_id, (SELECT MAX(s) FROM (SELECT SUM(b.timeout_hours) OVER w AS s FROM jobs b{}"
            + " WINDOW w AS (PARTITION BY b.model)) x) AS c2, {} OVER w AS c3 FROM jobs{}"
            + " WINDOW w AS ({})",
        where("b."),
        call(),
        where(""),
        ordered());
  }

  private Part sought() {
    return Part.of(
        "SELECT job_id, {} OVER w AS c2 FROM jobs WHERE job_id IN (SELECT job_id FROM ({}) t"
            + " WHERE n > {}) WINDOW w AS ({}), v AS (w ORDER BY job_id)",
        call(),
        inner(),
        draw.between(0, 3),
        partition());
  }
}
