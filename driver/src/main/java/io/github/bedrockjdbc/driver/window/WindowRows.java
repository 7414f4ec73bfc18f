package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.CollectedRows;
import io.github.bedrockjdbc.driver.aggregate.GroupKey;
import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** Rows, each with the values of window functions after its own. They keep their order. */
final class WindowRows extends CollectedRows {
  /** Functions that share partitions and order. */
  record Group(List<Integer> keys, Comparator<Object[]> order, List<WindowColumn> columns) {}

  private final int width;
  private final Object[] constants;
  private final List<Group> groups;

  /**
   * @param width of the rows that come in
   * @param constants which functions see as further columns
   */
  WindowRows(int width, Object[] constants, List<Group> groups) {
    this.width = width;
    this.constants = constants;
    this.groups = groups;
  }

  /** A row as functions see it, and as it will go out. */
  private static final class Pair {
    private final Object[] seen;
    private final Object[] out;

    Pair(Object[] seen, Object[] out) {
      this.seen = seen;
      this.out = out;
    }
  }

  @Override
  protected List<Object[]> collected(Enumerable<Object[]> rows, ExecutionState state) {
    final int added = groups.stream().mapToInt(group -> group.columns().size()).sum();
    final List<Pair> all = new ArrayList<>();
    try (Enumerator<Object[]> row = rows.enumerator()) {
      while (row.moveNext()) {
        final Object[] seen = Arrays.copyOf(row.current(), width + constants.length);
        System.arraycopy(constants, 0, seen, width, constants.length);
        all.add(new Pair(seen, Arrays.copyOf(row.current(), width + added)));
      }
    }
    int at = width;
    for (Group group : groups) {
      for (List<Pair> partition : partitions(all, group.keys())) {
        complete(partition, group, at, state);
      }
      at += group.columns().size();
    }
    return all.stream().map(pair -> pair.out).toList();
  }

  private static Iterable<List<Pair>> partitions(List<Pair> rows, List<Integer> keys) {
    final Map<GroupKey, List<Pair>> partitions = new LinkedHashMap<>();
    for (Pair row : rows) {
      partitions.computeIfAbsent(GroupKey.of(row.seen, keys), key -> new ArrayList<>()).add(row);
    }
    return partitions.values();
  }

  private static void complete(List<Pair> rows, Group group, int at, ExecutionState state) {
    final List<Pair> sorted = new ArrayList<>(rows);
    sorted.sort(state.ending((left, right) -> group.order().compare(left.seen, right.seen)));
    final WindowPartition partition =
        new WindowPartition(sorted.stream().map(pair -> pair.seen).toList(), group.order(), state);
    for (int column = 0; column < group.columns().size(); column++) {
      final Object[] values = group.columns().get(column).over(partition);
      for (int i = 0; i < values.length; i++) {
        sorted.get(i).out[at + column] = values[i];
      }
    }
  }
}
