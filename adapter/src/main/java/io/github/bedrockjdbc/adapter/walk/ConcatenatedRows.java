package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.List;

/** The rows of several sources, one after the other. */
final class ConcatenatedRows extends PulledRows {
  private final List<RowIterator> sources;
  private final int ahead;
  private int current;
  private boolean hasCalled;

  /** One source is not begun before the one ahead of it has ended. */
  ConcatenatedRows(List<RowIterator> sources) {
    this(sources, 0);
  }

  /**
   * @param ahead how many of the next sources are started when a second page is needed
   */
  ConcatenatedRows(List<RowIterator> sources, int ahead) {
    this.sources = List.copyOf(sources);
    this.ahead = ahead;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    while (current < sources.size()) {
      final RowIterator source = sources.get(current);
      if (source.hasNextAtHand()) {
        return source.next();
      }
      if (!mayCall) {
        return null;
      }
      if (hasCalled) {
        startAhead();
      }
      hasCalled = true;
      if (source.hasNext()) {
        return source.next();
      }
      current++;
    }
    return null;
  }

  @Override
  protected boolean isExhausted() {
    return sources.subList(current, sources.size()).stream().allMatch(RowIterator::isAtEnd);
  }

  private void startAhead() {
    final int end = Math.min(sources.size(), current + 1 + ahead);
    for (RowIterator source : sources.subList(current, end)) {
      if (!(source instanceof PrefetchedRows rows)) {
        return; // what comes after must wait for it
      }
      rows.start();
    }
  }
}
