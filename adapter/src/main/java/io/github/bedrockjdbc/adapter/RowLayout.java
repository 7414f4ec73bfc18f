package io.github.bedrockjdbc.adapter;

import java.util.ArrayList;
import java.util.List;

/**
 * Which column stands where in a row of values. Values are Calcite's own: text, whole numbers, and
 * times as milliseconds since 1970 UTC.
 *
 * @param columns one for each value; a column may be there twice
 */
record RowLayout(List<JobColumn> columns) {
  RowLayout {
    columns = List.copyOf(columns);
  }

  /** Place of a column that is there. */
  int indexOf(JobColumn column) {
    final int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(column + " is not in " + columns);
    }
    return index;
  }

  /** Whether a column is there. */
  boolean has(JobColumn column) {
    return columns.contains(column);
  }

  /** This layout with further columns behind those it has. */
  RowLayout including(List<JobColumn> more) {
    final List<JobColumn> all = new ArrayList<>(columns);
    more.stream().filter(column -> !all.contains(column)).forEach(all::add);
    return new RowLayout(all);
  }
}
