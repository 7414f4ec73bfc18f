package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of several sources, each in order, in one order; read side by side. */
final class MergedRows extends PulledRows {
  private final Comparator<Object[]> comparator;
  private final List<RowIterator> sources;
  private final Map<RowIterator, Object[]> heads = new LinkedHashMap<>();
  private boolean isStarted;

  /**
   * @param sources of which one is not begun before those ahead of it that cannot be started
   */
  MergedRows(List<RowIterator> sources, Comparator<Object[]> comparator) {
    this.sources = List.copyOf(sources);
    this.comparator = comparator;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    if (mayCall) {
      start();
    }
    for (RowIterator source : sources) {
      if (!heads.containsKey(source)) {
        if (has(source, mayCall)) {
          heads.put(source, source.next());
        } else if (!mayCall) {
          return null; // the smallest may be one that is not here yet
        }
      }
    }
    return heads.entrySet().stream()
        .min(Map.Entry.comparingByValue(comparator))
        .map(smallest -> heads.remove(smallest.getKey()))
        .orElse(null);
  }

  private void start() {
    if (!isStarted) {
      isStarted = true;
      for (RowIterator source : sources) {
        if (source instanceof PrefetchedRows rows) {
          rows.start();
        } else if (source.hasNext()) {
          heads.put(source, source.next());
        }
      }
    }
  }
}
