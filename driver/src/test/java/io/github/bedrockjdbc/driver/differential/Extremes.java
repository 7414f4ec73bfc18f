package io.github.bedrockjdbc.driver.differential;

import java.util.List;
import java.util.function.Supplier;

/**
 * Numbers at the end of their range. Who has a wider type answers, who has not fails; nobody begins
 * anew.
 */
final class Extremes implements Supplier<Query> {
  private static final List<String> OF_ROWS =
      List.of(
          "total_records + 9223372036854775807",
          "-9223372036854775807 - 2 - total_records",
          "total_records * 4611686018427387904",
          "timeout_hours + 2147483647",
          "timeout_hours * 1073741824",
          "CAST(total_records * 1000000000 AS INTEGER)",
          "CAST(1E19 + total_records AS BIGINT)",
          "CAST(3000000000.0 + timeout_hours AS INTEGER)",
          "CAST(timeout_hours + 999 AS DECIMAL(3, 1))",
          "ABS(-2147483647 - timeout_hours)",
          "CAST('3000000000' AS INTEGER) + timeout_hours");

  private static final List<String> OF_ALL =
      List.of(
          "SUM(x)",
          "AVG(x)",
          "SUM(DISTINCT x)",
          "MIN(x)",
          "MAX(x)",
          "SUM(x) FILTER (WHERE x > 0)",
          "SUM(CASE WHEN x > 0 THEN x END)",
          "COUNT(x)");

  private static final List<String> VALUES =
      List.of(
          "9223372036854775807",
          "9223372036854775807",
          "-9223372036854775807",
          "2147483647",
          "2147483647",
          "-2147483648",
          "1",
          "NULL");

  private final Draw draw;

  Extremes(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    draw.mark(Construct.EXTREME_NUMBER);
    if (draw.chance(35)) {
      return Query.unordered(
          draw,
          Part.of(
              "SELECT job_id, {} AS c1 FROM jobs WHERE timeout_hours + total_records > 0",
              draw.pick(OF_ROWS)));
    }
    final Part values =
        Part.of(
            "(VALUES {}) v(n, x)",
            Part.join(
                ", ",
                draw.several(
                    2, 6, () -> Part.of("({}, {})", draw.between(1, 3), draw.pick(VALUES)))));
    final String call = draw.pick(OF_ALL);
    final Part one =
        Part.each(call, call.startsWith("AVG") ? "CAST(AVG(x) AS DOUBLE PRECISION)" : call);
    return Query.unordered(
        draw,
        draw.one(
            () -> Part.of("SELECT {} AS c1 FROM {}", one, values),
            () -> Part.of("SELECT n, {} AS c1 FROM {} GROUP BY n", one, values),
            () ->
                Part.of(
                    "SELECT n, SUM(x) OVER (PARTITION BY n) AS c1, AVG(x * 1.0E0) OVER (ORDER BY n) AS c2"
                        + " FROM {}",
                    values)));
  }
}
