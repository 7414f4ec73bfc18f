package io.github.bedrockjdbc.driver.differential;

import java.util.function.Supplier;

/** Statements of a form that comes up nowhere else, with conditions at random. */
final class Forms implements Supplier<Query> {
  private final Draw draw;

  Forms(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    return Query.unordered(
        draw,
        switch (draw.between(0, 6)) {
          case 0 -> using();
          case 1 -> natural();
          case 2 -> comma();
          case 3 -> namedWindow();
          case 4 -> json();
          default -> outerAggregate();
        });
  }

  private Part where(String prefix) {
    return new Predicates(draw, prefix).where();
  }

  private Part using() {
    draw.mark(Construct.JOIN_USING);
    final String column = draw.pick("job_id", "job_name", "status");
    return Part.of(
        "SELECT {}, a.model AS c1, b.total_records AS c2 FROM"
            + " (SELECT * FROM jobs{}) a {}JOIN (SELECT * FROM jobs{}) b USING ({}{})",
        column,
        where(""),
        draw.pick("", "LEFT ", "RIGHT ", "FULL "),
        where(""),
        column,
        draw.pick("", ", submit_time"));
  }

  private Part natural() {
    draw.mark(Construct.JOIN_NATURAL);
    return Part.of(
        "SELECT * FROM (SELECT job_id, status, model FROM jobs{}) a NATURAL {}JOIN"
            + " (SELECT job_id, status, total_records FROM jobs{}) b",
        where(""),
        draw.pick("", "LEFT ", "RIGHT ", "FULL "),
        where(""));
  }

  private Part comma() {
    draw.mark(Construct.JOIN_COMMA);
    return Part.of(
        "SELECT a.job_id, b.x, c.status FROM jobs a, (VALUES ('Failed', 1), ('Completed', 24), (NULL, 7))"
            + " b(x, n), jobs c WHERE a.status = b.x AND c.job_id = a.job_id AND ({})",
        new Predicates(draw, draw.pick("a.", "c.")).get());
  }

  private Part namedWindow() {
    draw.mark(Construct.NAMED_WINDOW);
    return Part.of(
        "SELECT job_id, SUM(total_records) OVER w AS c1, COUNT(*)"
            + " OVER (p ORDER BY submit_time, job_id ROWS 2 PRECEDING) AS c2, MAX(status) OVER p AS c3 FROM jobs{}"
            + " WINDOW p AS (PARTITION BY {}), w AS (p ORDER BY submit_time, job_id)",
        where(""),
        draw.pick("model", "status", "invocation_type, status", "CAST(submit_time AS DATE)"));
  }

  private Part json() {
    draw.mark(Construct.JSON_COLUMN);
    return Part.each(
        "SELECT job_id, JSON_VALUE({}, '$[0]') AS c1, JSON_EXISTS(subnet_ids, '$[{}]') AS c2"
            + " FROM jobs{}",
        "SELECT job_id, json_text({}, '$[0]') AS c1, json_has(subnet_ids, '$[{}]') AS c2"
            + " FROM jobs{}",
        draw.pick("subnet_ids", "security_group_ids"),
        draw.between(0, 2),
        where(""));
  }

  /** An aggregate of outer columns alone belongs to the statement around, which it groups. */
  private Part outerAggregate() {
    draw.mark(Construct.OUTER_AGGREGATE);
    final String call =
        draw.pick(
            "SUM(a.total_records)",
            "COUNT(a.end_time)",
            "MAX(a.status)",
            "MIN(a.submit_time)",
            "COUNT(DISTINCT a.model)");
    return draw.one(
        () ->
            Part.of(
                "SELECT (SELECT {} FROM (VALUES (1)) v(x)) AS c1 FROM jobs a{}", call, where("a.")),
        () ->
            Part.of(
                "SELECT a.model AS c1, (SELECT {} FROM (VALUES (1), (2)) v(x) WHERE v.x = 1) AS c2"
                    + " FROM jobs a{} GROUP BY a.model",
                call,
                where("a.")),
        () ->
            Part.of(
                "SELECT a.model AS c1, COUNT(*) AS c2 FROM jobs a{} GROUP BY a.model"
                    + " HAVING EXISTS (SELECT 1 FROM jobs b WHERE b.model = a.model"
                    + " AND b.total_records < {})",
                where("a."),
                draw.pick("MAX(a.total_records)", "SUM(a.timeout_hours)", "COUNT(*)")),
        () ->
            Part.of(
                "SELECT a.status AS c1, a.job_id AS c2, (SELECT COUNT(*) FROM jobs b"
                    + " WHERE b.model = a.model HAVING MAX(b.total_records) > a.total_records) AS c3"
                    + " FROM jobs a{}",
                where("a.")));
  }
}
