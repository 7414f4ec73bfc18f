package io.github.bedrockjdbc.driver.window;

import io.github.bedrockjdbc.driver.aggregate.Accumulators;
import io.github.bedrockjdbc.driver.aggregate.AggregateColumn;

/** An aggregate function of the rows of each row's frame. */
record FramedAggregate(AggregateColumn folded, WindowFrame frame) implements WindowColumn {
  @Override
  public Object[] over(WindowPartition partition) {
    return frame.reachesEnd() && !Accumulators.isOrdered(folded.function())
        ? fromLast(partition)
        : fromFirst(partition);
  }

  /** A frame that has only grown since the row before goes on with what was computed. */
  private Object[] fromFirst(WindowPartition partition) {
    final Object[] values = new Object[partition.size()];
    AggregateColumn.Group group = folded.group(partition.state());
    int begin = -1;
    int end = -1;
    for (int i = 0; i < values.length; i++) {
      final int from = frame.begin(partition, i);
      final int to = Math.max(from, frame.end(partition, i));
      if (from == begin && to == end && !frame.excludesSome()) {
        values[i] = values[i - 1];
        continue;
      }
      if (from != begin || to < end || frame.excludesSome()) {
        group = folded.group(partition.state());
        end = from;
      }
      for (int other = end; other < to; other++) {
        partition.state().step();
        if (!frame.excludes(partition, i, other)) {
          group.add(partition.row(other));
        }
      }
      begin = from;
      end = to;
      values[i] = group.result();
    }
    return values;
  }

  /** The same from the other end. */
  private Object[] fromLast(WindowPartition partition) {
    final Object[] values = new Object[partition.size()];
    AggregateColumn.Group group = folded.group(partition.state());
    int begin = values.length;
    for (int i = values.length - 1; i >= 0; i--) {
      final int from = frame.begin(partition, i);
      if (from > begin) {
        group = folded.group(partition.state());
        begin = values.length;
      }
      while (begin > from) {
        group.add(partition.row(--begin));
      }
      values[i] = group.result();
    }
    return values;
  }
}
