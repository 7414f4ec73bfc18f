package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code SELECT … FROM jobs WHERE … ORDER BY … LIMIT …}: what the scan is asked for most. */
final class CoreStatements implements Supplier<Query> {
  private static final List<String> EXPRESSIONS =
      List.of(
          "UPPER(job_name)",
          "CHAR_LENGTH(job_name) + 1",
          "COALESCE(total_records, -1)",
          "total_records - success_records",
          "CASE WHEN status = 'Failed' THEN 1 WHEN status IS NULL THEN 2 ELSE 0 END",
          "CAST(submit_time AS DATE)",
          "EXTRACT(YEAR FROM submit_time)",
          "job_name || '/' || model",
          "NULLIF(error_records, 0)",
          "status = 'Failed'",
          "SUBSTRING(job_arn FROM 5 FOR 11)",
          "submit_time + INTERVAL '1' DAY");

  private final Draw draw;

  CoreStatements(Draw draw) {
    this.draw = draw;
  }

  @Override
  public Query get() {
    final Part where = new Predicates(draw, "").where();
    if (draw.chance(8)) {
      return distinct(where);
    }
    final Order order = draw.chance(7) ? alias() : Order.random(draw);
    final boolean isAlias = order.keys().equals(List.of("t"));
    final List<Integer> keys;
    final Part list;
    if (!isAlias && draw.chance(25) && (order.isTotal() || order.positions().isPresent())) {
      draw.mark(Construct.STAR);
      list = Part.of("*");
      keys = order.isTotal() ? List.of() : order.positions().get();
    } else if (order.isTotal()) {
      list = list(List.of());
      keys = List.of();
    } else {
      list = list(isAlias ? List.of("submit_time AS t") : order.keys());
      keys = IntStream.range(0, order.keys().size()).boxed().toList();
    }
    final Part unlimited = Part.of("SELECT {} FROM {}{}{}", list, table(), where, order.clause());
    final int maxRows = draw.chance(5) ? draw.between(1, 40) : 0;
    if (maxRows > 0) {
      draw.mark(Construct.MAX_ROWS);
    }
    final Part limit = new Limits(draw).maybe(45);
    final boolean isDetermined = order.isTotal() || (limit.isEmpty() && maxRows == 0);
    return new Query(
        Part.of("{}{}", unlimited, limit),
        order.isTotal(),
        keys,
        isDetermined ? Optional.empty() : Optional.of(unlimited),
        maxRows,
        draw.constructs(),
        draw.functions());
  }

  private Part table() {
    return Part.each(draw.pick("jobs", "jobs", "jobs", "bedrock.jobs", "JOBS"), "jobs");
  }

  private Order alias() {
    return Order.by(draw, Construct.ORDER_ALIAS, List.of("t"));
  }

  private Part list(List<String> first) {
    final List<String> columns = new ArrayList<>(draw.some(draw.between(1, 5), JobValues.NAMES));
    columns.removeAll(first); // a key that is twice in the list is ambiguous to Calcite
    if (draw.chance(25)) {
      draw.mark(Construct.EXPRESSIONS);
      columns.addAll(draw.some(draw.between(1, 3), EXPRESSIONS));
    }
    return Part.of(String.join(", ", Stream.concat(first.stream(), columns.stream()).toList()));
  }

  /** Sorted by all its columns, so that a limit means the same rows everywhere. */
  private Query distinct(Part where) {
    draw.mark(Construct.DISTINCT);
    final List<String> columns =
        draw.some(
            draw.between(1, 3),
            List.of("status", "model", "submit_time", "invocation_type", "job_name", "region"));
    final Part plain = Part.of("SELECT DISTINCT {} FROM jobs{}", String.join(", ", columns), where);
    if (draw.chance(40)) {
      return Query.unordered(draw, plain);
    }
    final List<Part> items = columns.stream().map(column -> Order.item(draw, column)).toList();
    return Query.total(
        draw,
        Part.of("{} ORDER BY {}{}", plain, Part.join(", ", items), new Limits(draw).maybe(50)));
  }
}
