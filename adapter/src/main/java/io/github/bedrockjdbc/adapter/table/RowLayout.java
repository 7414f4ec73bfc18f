package io.github.bedrockjdbc.adapter.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Which column stands where in a row of values. Values are Calcite's own: text, whole numbers, and
 * times as milliseconds since 1970 UTC.
 *
 * @param columns one for each value; a column may be there twice
 * @param hasHint whether the time of submission comes behind them, null where it cannot be read;
 *     for whoever reads ahead, and never a reason to fail
 */
public record RowLayout(List<JobColumn> columns, boolean hasHint) {
  public RowLayout {
    columns = List.copyOf(columns);
  }

  public RowLayout(List<JobColumn> columns) {
    this(columns, false);
  }

  /** Values of a row. */
  public int width() {
    return columns.size() + (hasHint ? 1 : 0);
  }

  /** Place of the hint. */
  public int hint() {
    return columns.size();
  }

  /** Place of a column that is there. */
  public int indexOf(JobColumn column) {
    final int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(column + " is not in " + columns);
    }
    return index;
  }

  /** Whether a column is there. */
  public boolean has(JobColumn column) {
    return columns.contains(column);
  }

  /** This layout with further columns behind those it has. */
  public RowLayout including(List<JobColumn> more) {
    final List<JobColumn> all = new ArrayList<>(columns);
    more.stream().filter(column -> !all.contains(column)).forEach(all::add);
    return new RowLayout(all, hasHint);
  }

  /** This layout with the time of submission as a hint. */
  public RowLayout withHint() {
    return new RowLayout(columns, true);
  }
}
