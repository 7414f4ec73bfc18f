package io.github.bedrockjdbc.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Rows that are read again and again, by readers of which one may be ahead of another. They are
 * pulled once, as far as the furthest reader goes, and kept.
 */
final class RowSpool {
  private final Supplier<RowSource> open;
  private final List<Object[]> read = new ArrayList<>();
  private RowSource rows;

  /**
   * @param open gives the rows, at most once
   */
  RowSpool(Supplier<RowSource> open) {
    this.open = open;
  }

  /** All rows from the first one on. */
  RowSource reader() {
    return new Reader();
  }

  private RowSource rows() {
    if (rows == null) {
      rows = open.get();
    }
    return rows;
  }

  private final class Reader implements RowSource {
    private int next;

    @Override
    public boolean hasNext() {
      return next < read.size() || rows().hasNext();
    }

    @Override
    public boolean hasNextAtHand() {
      return next < read.size() || rows().hasNextAtHand();
    }

    @Override
    public Object[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (next == read.size()) {
        read.add(rows().next());
      }
      return read.get(next++);
    }
  }
}
