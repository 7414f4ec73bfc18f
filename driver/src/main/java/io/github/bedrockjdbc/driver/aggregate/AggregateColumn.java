package io.github.bedrockjdbc.driver.aggregate;

import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlKind;

/**
 * One aggregate of a plan: which rows it takes, in which order, and what of them.
 *
 * @param filter the column that says whether a row is taken, or -1
 * @param order null if any will do
 */
public record AggregateColumn(
    SqlKind function,
    Supplier<Accumulator> fold,
    List<Integer> arguments,
    int filter,
    boolean isDistinct,
    Comparator<Object[]> order) {

  /** A group without rows. */
  public Group group(ExecutionState state) {
    return new Group(state);
  }

  /** The rows of one group; the result may be asked for between them. */
  public final class Group {
    private final ExecutionState state;
    private final Accumulator folded = fold.get();
    private final Set<GroupKey> seen = isDistinct ? new HashSet<>() : null;
    private final List<Object[]> unordered = order == null ? null : new ArrayList<>();

    private Group(ExecutionState state) {
      this.state = state;
    }

    public void add(Object[] row) {
      if (filter >= 0 && !Boolean.TRUE.equals(row[filter])) {
        return;
      }
      if (unordered == null) {
        fold(row);
      } else {
        unordered.add(row);
      }
    }

    private void fold(Object[] row) {
      final Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row[arguments.get(i)];
      }
      if (Accumulators.counts(function, values)
          && (seen == null || seen.add(GroupKey.of(values)))) {
        folded.add(values);
      }
    }

    public Object result() {
      if (unordered != null) {
        unordered.sort(state.ending(order));
        unordered.forEach(this::fold);
        unordered.clear();
      }
      return folded.result();
    }
  }
}
