package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** Rows in groups, for each set of columns that they are grouped by. */
final class GroupedRows extends CollectedRows {
  /**
   * What comes after the columns of the group.
   *
   * @param folded null for one whose value the grouping alone tells
   * @param constants that value, for each set of columns
   */
  record Column(AggregateColumn folded, List<Object> constants) {}

  private final List<Integer> keys;
  private final List<List<Integer>> sets;
  private final List<Column> columns;

  /**
   * @param keys all columns that some set groups by
   * @param sets each of which is a part of the keys; a set of none has a group even without rows
   */
  GroupedRows(List<Integer> keys, List<List<Integer>> sets, List<Column> columns) {
    this.keys = keys;
    this.sets = sets.stream().<List<Integer>>map(List::copyOf).toList();
    this.columns = columns;
  }

  @Override
  protected List<Object[]> collected(Enumerable<Object[]> rows, ExecutionState state) {
    final List<Map<GroupKey, Group>> groups = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      groups.add(new LinkedHashMap<>());
      if (sets.get(i).isEmpty()) {
        groups.get(i).put(GroupKey.of(new Object[0]), new Group(i, null, state));
      }
    }
    try (Enumerator<Object[]> row = rows.enumerator()) {
      while (row.moveNext()) {
        final Object[] values = row.current();
        for (int i = 0; i < sets.size(); i++) {
          final int set = i;
          groups
              .get(i)
              .computeIfAbsent(
                  GroupKey.of(values, sets.get(i)), key -> new Group(set, values, state))
              .add(values);
        }
      }
    }
    return groups.stream().flatMap(set -> set.values().stream()).map(Group::row).toList();
  }

  private final class Group {
    private final int set;
    private final Object[] row = new Object[keys.size() + columns.size()];
    private final List<AggregateColumn.Group> folds = new ArrayList<>();

    /**
     * @param first any row of the group, null if it may have none
     */
    Group(int set, Object[] first, ExecutionState state) {
      this.set = set;
      for (int i = 0; i < keys.size(); i++) {
        for (int key : sets.get(set)) {
          if (key == keys.get(i)) {
            row[i] = first[key];
          }
        }
      }
      columns.forEach(c -> folds.add(c.folded() == null ? null : c.folded().group(state)));
    }

    void add(Object[] values) {
      for (AggregateColumn.Group fold : folds) {
        if (fold != null) {
          fold.add(values);
        }
      }
    }

    Object[] row() {
      for (int i = 0; i < folds.size(); i++) {
        row[keys.size() + i] =
            folds.get(i) == null ? columns.get(i).constants().get(set) : folds.get(i).result();
      }
      return row;
    }
  }
}
