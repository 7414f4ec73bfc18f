package io.github.bedrockjdbc.driver.differential;

import java.util.function.Supplier;

/** {@code WITH RECURSIVE}, each of which ends after a few steps. */
final class Recursions implements Supplier<Query> {
  private final Draw draw;

  Recursions(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    draw.mark(Construct.RECURSIVE);
    return Query.unordered(
        draw,
        draw.one(
            this::counted,
            this::remembered,
            this::joined,
            this::several,
            this::nested,
            this::sought));
  }

  private Part where() {
    return new Predicates(draw, "").where();
  }

  /** Numbers, named r(n). */
  private Part numbers() {
    final int most = draw.between(1, 6);
    return draw.one(
        () -> Part.of("r(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < {})", most),
        () ->
            Part.of(
                "r(n) AS (VALUES (1), (1), (3) UNION SELECT MOD(n * {}, 7) FROM r)",
                draw.between(2, 5)),
        () -> Part.of("r AS (SELECT {} AS n UNION ALL SELECT n - 1 FROM r WHERE n > 0)", most),
        () ->
            Part.of(
                "r(n) AS (SELECT 0 UNION ALL SELECT n + v.x FROM r, (VALUES (1), (2)) v(x)"
                    + " WHERE n + v.x <= {})",
                most));
  }

  private Part counted() {
    return Part.of(
        "WITH RECURSIVE r(n, s) AS (SELECT 1, status FROM jobs{} {} SELECT n + 1, s FROM r"
            + " WHERE n < {}) SELECT n AS c1, s AS c2, COUNT(*) AS c3 FROM r GROUP BY n, s",
        where(),
        draw.pick("UNION ALL", "UNION"),
        draw.between(1, 4));
  }

  /** Sums of the two before. */
  private Part remembered() {
    return Part.of(
        "WITH RECURSIVE r(k, n, a, b) AS (SELECT job_id, 1, CAST(timeout_hours AS BIGINT),"
            + " COALESCE(total_records, {}) FROM jobs{} UNION ALL SELECT k, n + 1, b, a + b FROM r"
            + " WHERE n < {} AND b > {}) SELECT k AS c1, n AS c2, b AS c3 FROM r WHERE n > {}",
        draw.between(0, 9),
        where(),
        draw.between(2, 6),
        draw.pick(0, 100),
        draw.between(0, 3));
  }

  /** From job to job. */
  private Part joined() {
    return Part.of(
        "WITH RECURSIVE r(k, t, m, n) AS (SELECT job_id, submit_time, job_name, 1 FROM jobs{} {}"
            + " SELECT b.job_id, b.submit_time, r.m, r.n + 1 FROM r JOIN jobs b ON b.job_name = r.m"
            + " AND b.submit_time > r.t AND r.n < {}) SELECT k AS c1, MAX(n) AS c2, COUNT(*) AS c3"
            + " FROM r GROUP BY k",
        where(),
        draw.pick("UNION", "UNION ALL"),
        draw.between(2, 3));
  }

  /** A second recursive table that reads the first. */
  private Part several() {
    return Part.of(
        "WITH RECURSIVE {}, s(m, x) AS (SELECT n, 1 FROM r UNION {}SELECT m + 10, x + 1 FROM s"
            + " WHERE x < {}), t AS (SELECT m FROM s EXCEPT ALL SELECT n FROM r)"
            + " SELECT t.m AS c1, COUNT(j.job_id) AS c2 FROM t LEFT JOIN jobs j"
            + " ON j.timeout_hours = t.m{} GROUP BY t.m",
        numbers(),
        draw.pick("", "ALL "),
        draw.between(1, 3),
        draw.chance(50) ? Part.of(" AND ({})", new Predicates(draw, "j.").get()) : Part.NOTHING);
  }

  /** Within another one, which has its own table of that name. */
  private Part nested() {
    return Part.of(
        "WITH RECURSIVE q(n) AS (SELECT MAX(n) FROM (WITH RECURSIVE {} SELECT n FROM r) x"
            + " UNION ALL SELECT n - 1 FROM q WHERE n > {}) SELECT q.n AS c1, j.job_id AS c2"
            + " FROM q LEFT JOIN (SELECT * FROM jobs{}) j ON MOD(j.total_records, 9) = q.n",
        numbers(),
        draw.between(-2, 2),
        where());
  }

  private Part sought() {
    return Part.of(
        "SELECT job_id, (WITH RECURSIVE {} SELECT COUNT(*) FROM r) AS c2 FROM jobs"
            + " WHERE MOD(timeout_hours, {}) {}IN (WITH RECURSIVE {} SELECT n FROM r)",
        numbers(),
        draw.between(2, 9),
        draw.pick("", "NOT "),
        numbers());
  }
}
