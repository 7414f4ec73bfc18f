package io.github.bedrockjdbc.driver.metadata;

import io.github.bedrockjdbc.driver.value.OutputColumn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rows of a metadata result, narrowed step by step to those asked for.
 *
 * @param rows values by column; one that is not there is null. A row may hold more than is shown,
 *     to be narrowed by
 */
public record MetaRows(MetaResult result, List<Map<String, Object>> rows) {
  public MetaRows {
    rows = List.copyOf(rows);
  }

  /** Those with this name; null stands for all, an empty name for those without one. */
  public MetaRows named(String column, String name) {
    return name == null ? this : where(column, name::equalsIgnoreCase);
  }

  /** Those whose name matches; null stands for all. */
  public MetaRows like(String column, String pattern) {
    return pattern == null ? this : where(column, LikePattern.of(pattern)::matches);
  }

  /** Those with one of these values; null stands for all. */
  public MetaRows oneOf(String column, String... values) {
    return values == null
        ? this
        : where(column, value -> Stream.of(values).anyMatch(value::equalsIgnoreCase));
  }

  private MetaRows where(String column, Predicate<String> matches) {
    return new MetaRows(
        result,
        rows.stream().filter(row -> matches.test(Objects.toString(row.get(column), ""))).toList());
  }

  /** The values in the order of these columns. */
  public List<Object[]> values(List<OutputColumn> columns) {
    return rows.stream()
        .map(row -> columns.stream().map(column -> row.get(column.label())).toArray())
        .toList();
  }
}
