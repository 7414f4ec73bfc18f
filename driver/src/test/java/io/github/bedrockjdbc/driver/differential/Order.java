package io.github.bedrockjdbc.driver.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An {@code ORDER BY} over {@code jobs}.
 *
 * @param clause nothing for none
 * @param keys what it sorts by
 * @param isTotal whether it ends in a key that no two rows share
 */
record Order(Part clause, List<String> keys, boolean isTotal) {
  private static final List<String> COLUMNS =
      List.of(
          "job_name",
          "status",
          "model",
          "end_time",
          "last_modified_time",
          "total_records",
          "timeout_hours",
          "invocation_type",
          "job_id");
  private static final List<String> EXPRESSIONS =
      List.of(
          "UPPER(job_name)",
          "CHAR_LENGTH(job_name)",
          "COALESCE(total_records, -1)",
          "EXTRACT(MONTH FROM submit_time)",
          "CAST(submit_time AS DATE)",
          "total_records - success_records");

  Order {
    keys = List.copyOf(keys);
  }

  static Order random(Draw draw) {
    return switch (draw.between(0, 11)) {
      case 0, 1, 2, 3 -> new Order(Part.NOTHING, List.of(), false);
      case 4, 5, 6 -> by(draw, Construct.ORDER_SUBMIT_TIME, List.of("submit_time"));
      case 7, 8 -> {
        final List<String> keys = new ArrayList<>(List.of("submit_time"));
        keys.addAll(draw.some(draw.between(0, 2), COLUMNS));
        if (keys.size() == 1 || draw.chance(50)) {
          keys.add("job_arn");
        }
        yield by(draw, Construct.ORDER_MORE_KEYS, keys);
      }
      case 9 -> by(draw, Construct.ORDER_OTHER, draw.some(draw.between(1, 3), COLUMNS));
      case 10 -> {
        final List<String> keys = draw.some(draw.between(1, 2), COLUMNS);
        keys.add("submit_time");
        yield by(draw, Construct.ORDER_OTHER, keys);
      }
      default -> by(draw, Construct.ORDER_EXPRESSION, draw.some(1, EXPRESSIONS));
    };
  }

  /** By these keys, some of them the other way round. */
  static Order by(Draw draw, Construct construct, List<String> keys) {
    draw.mark(construct);
    final List<Part> items = keys.stream().map(key -> item(draw, key)).toList();
    return new Order(
        Part.of(" ORDER BY {}", Part.join(", ", items)),
        keys,
        keys.contains("job_arn") || keys.contains("job_id"));
  }

  static Part item(Draw draw, String key) {
    final String nulls = draw.chance(20) ? draw.pick(" NULLS FIRST", " NULLS LAST") : "";
    if (!nulls.isEmpty()) {
      draw.mark(Construct.NULLS_PLACED);
    }
    return Part.of("{}{}{}", key, draw.pick("", " DESC", " DESC", " ASC"), nulls);
  }

  boolean isNone() {
    return clause.isEmpty();
  }

  /** Where the keys are among all columns; empty if one is no column. */
  Optional<List<Integer>> positions() {
    return JobValues.NAMES.containsAll(keys)
        ? Optional.of(keys.stream().map(JobValues.NAMES::indexOf).toList())
        : Optional.empty();
  }
}
