package io.github.bedrockjdbc.driver.differential;

import java.util.function.Supplier;

/**
 * Differences of times, cast to intervals of one unit, as keys and values. For the reference, they
 * are how many of the unit there are.
 */
final class Spans implements Supplier<Query> {
  private enum Unit {
    MINUTE(60_000),
    HOUR(3_600_000),
    DAY(86_400_000);

    private final int milliseconds;

    Unit(int milliseconds) {
      this.milliseconds = milliseconds;
    }
  }

  private final Draw draw;

  Spans(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    draw.mark(Construct.INTERVAL_OF_TIMES);
    final Unit unit = draw.pick(Unit.values());
    final Part spans = spans(unit);
    return draw.one(
        () -> Query.unordered(draw, grouped(unit, spans)),
        () -> Query.unordered(draw, filtered(unit, spans)),
        () ->
            Query.total(
                draw,
                Part.of(
                    "SELECT job_id, {} AS c2 FROM ({}) t ORDER BY d{}, job_id{}",
                    parts(unit, "d"),
                    spans,
                    draw.pick("", " DESC", " NULLS FIRST"),
                    new Limits(draw).maybe(40))));
  }

  private Part spans(Unit unit) {
    final String times =
        draw.pick(
            "end_time - submit_time",
            "last_modified_time - submit_time",
            "submit_time - end_time",
            "submit_time - TIMESTAMP '2026-01-01 00:00:00'");
    final String[] both = times.split(" - ", -1);
    return Part.each(
        "SELECT job_id, status, CAST(" + times + " AS INTERVAL " + unit + ") AS d FROM jobs{}",
        "SELECT job_id, status, whole_div(ms_between(%s, %s), %d) AS d FROM jobs{}"
            .formatted(both[1], both[0], unit.milliseconds),
        new Predicates(draw, "").where());
  }

  /** How many, since engines do not write intervals in the same way; minutes beside hours. */
  private static Part parts(Unit unit, String interval) {
    return Part.each(
        "EXTRACT(" + unit + " FROM " + interval + ")",
        unit == Unit.MINUTE ? "MOD(" + interval + ", 60)" : interval);
  }

  private Part grouped(Unit unit, Part spans) {
    final String call = draw.pick("MIN", "MAX", "SUM");
    return draw.one(
        () ->
            Part.of(
                "SELECT {} AS c1, COUNT(*) AS c2, COUNT(DISTINCT status) AS c3 FROM ({}) t GROUP BY d",
                parts(unit, "d"),
                spans),
        () ->
            Part.of(
                "SELECT status, {} AS c2, COUNT(DISTINCT d) AS c3 FROM ({}) t GROUP BY status",
                parts(unit, call + "(d)"),
                spans));
  }

  private Part filtered(Unit unit, Part spans) {
    final int many = draw.pick(0, 1, 2, 24, -1, 100);
    return Part.of(
        "SELECT job_id FROM ({}) t WHERE {}",
        spans,
        draw.one(
            () -> Part.each("d >= INTERVAL '" + many + "' " + unit, "d >= " + many),
            () -> Part.each("d * 2 <> " + many + " * INTERVAL '1' " + unit, "d * 2 <> " + many),
            () ->
                Part.each(
                    "TIMESTAMP '2026-01-01 00:00:00' + d > TIMESTAMP '2026-01-01 01:00:00'",
                    "d * " + unit.milliseconds + " > 3600000")));
  }
}
