package io.github.bedrockjdbc.adapter;

import java.util.Iterator;
import java.util.List;

/** The rows of several sources, one after the other. */
final class ChainedRows extends PulledRows {
  private final Iterator<RowSource> sources;
  private RowSource current = RowSource.of(List.of());

  ChainedRows(List<RowSource> sources) {
    this.sources = sources.iterator();
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (!has(current, mayCall)) {
      if (!mayCall || !sources.hasNext()) {
        return null;
      }
      current = sources.next();
    }
    return current.next();
  }
}
