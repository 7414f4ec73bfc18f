package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Aggregates with and without groups, and window functions. */
final class Aggregates implements Supplier<Query> {
  private static final List<String> NUMBERS =
      List.of("total_records", "processed_records", "error_records", "timeout_hours");
  private static final List<String> GROUPS =
      List.of(
          "status",
          "model",
          "invocation_type",
          "timeout_hours",
          "CAST(submit_time AS DATE)",
          "EXTRACT(YEAR FROM submit_time)",
          "submit_time",
          "UPPER(job_name)");

  private final Draw draw;
  private final Predicates predicates;

  Aggregates(Draw draw) {
    this.draw = draw;
    this.predicates = new Predicates(draw, "");
  }

  @Override
  public Query get() {
    return switch (draw.between(0, 9)) {
      case 0, 1, 2 -> extremes();
      case 3, 4 -> all();
      case 5, 6, 7 -> groups();
      default -> windows();
    };
  }

  private Query extremes() {
    draw.mark(Construct.EXTREME_TIME);
    final String list =
        draw.pick(
            "MIN(submit_time)",
            "MAX(submit_time)",
            "MAX(submit_time), MIN(submit_time)",
            "MIN(submit_time), COUNT(*)",
            "MAX(submit_time) AS newest, MAX(end_time)");
    return Query.unordered(draw, Part.of("SELECT {} FROM jobs{}", list, predicates.where()));
  }

  private Query all() {
    draw.mark(Construct.COUNT);
    return Query.unordered(
        draw,
        Part.of(
            "SELECT {} FROM jobs{}",
            draw.chance(40) ? "COUNT(*)" : Part.join(", ", draw.several(1, 4, this::aggregate)),
            predicates.where()));
  }

  private Part aggregate() {
    final String number = draw.pick(NUMBERS);
    return switch (draw.between(0, 9)) {
      case 0 -> Part.of("COUNT(*)");
      case 1 -> Part.of("COUNT({})", draw.pick(JobValues.NAMES));
      case 2 ->
          Part.of("COUNT(DISTINCT {})", draw.pick("status", "model", "submit_time", "message"));
      case 3 -> Part.of("SUM({})", number);
      case 4 -> Part.of("MIN({})", draw.pick(JobValues.NAMES));
      case 5 -> Part.of("MAX({})", draw.pick(JobValues.NAMES));
      case 6 -> Part.of("COUNT(*) FILTER (WHERE {})", predicates.get());
      case 7 -> Part.of("SUM(CASE WHEN {} THEN 1 ELSE 0 END)", predicates.get());
      case 8 -> {
        draw.mark(Construct.LISTAGG);
        yield Part.each(
            "LISTAGG({}, '{}') WITHIN GROUP (ORDER BY job_id{})",
            "STRING_AGG({}, '{}' ORDER BY job_id{})",
            draw.pick("job_id", "status", "model"),
            draw.pick(",", "", " | "),
            draw.pick("", " DESC"));
      }
      default -> Part.each("AVG(" + number + ")", "CAST(AVG(" + number + ") AS DOUBLE PRECISION)");
    };
  }

  private Query groups() {
    draw.mark(Construct.GROUP_BY);
    final List<String> keys = draw.some(draw.between(1, 2), GROUPS);
    final List<Part> list = new ArrayList<>(keys.stream().map(key -> Part.of(key)).toList());
    list.addAll(draw.several(1, 3, this::aggregate));
    Part having = Part.NOTHING;
    if (draw.chance(40)) {
      draw.mark(Construct.HAVING);
      having =
          draw.chance(50)
              ? Part.of(" HAVING COUNT(*) > {}", draw.between(0, 5))
              : Part.of(" HAVING MAX(submit_time) >= {}", new Literals(draw).time());
    }
    final Part grouped =
        Part.of(
            "SELECT {} FROM jobs{} GROUP BY {}{}",
            Part.join(", ", list),
            predicates.where(),
            String.join(", ", keys),
            having);
    if (draw.chance(40)) {
      return Query.unordered(draw, grouped);
    }
    // Groups differ in their keys, so this order is total.
    final boolean byPosition = draw.chance(40);
    final List<Part> items = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      items.add(Order.item(draw, byPosition ? Integer.toString(i + 1) : keys.get(i)));
    }
    return Query.total(
        draw,
        Part.of("{} ORDER BY {}{}", grouped, Part.join(", ", items), new Limits(draw).maybe(40)));
  }

  private Query windows() {
    draw.mark(Construct.WINDOW);
    final String window =
        draw.pick(
            "ROW_NUMBER() OVER (ORDER BY submit_time, job_arn)",
            "ROW_NUMBER() OVER (PARTITION BY model ORDER BY submit_time DESC, job_arn)",
            "RANK() OVER (PARTITION BY status ORDER BY submit_time)",
            "COUNT(*) OVER (PARTITION BY model)",
            "SUM(total_records) OVER (PARTITION BY status ORDER BY submit_time, job_arn"
                + " ROWS UNBOUNDED PRECEDING)",
            "LAG(job_id) OVER (ORDER BY submit_time, job_arn)",
            "MAX(submit_time) OVER (PARTITION BY status)");
    final Part inner =
        Part.of(
            "SELECT job_id, {} AS w, submit_time, status FROM jobs{}", window, predicates.where());
    return draw.chance(50)
        ? Query.unordered(draw, inner)
        : Query.total(
            draw,
            Part.of(
                "SELECT * FROM ({}) t WHERE {} ORDER BY job_id{}",
                inner,
                new StatusPredicates(draw, "").get(),
                new Limits(draw).maybe(30)));
  }
}
