package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a scan for one execution. A nested loop reads them again and again: what the second
 * walk gives is kept for all that follow, so that a scan that is read once keeps nothing.
 */
final class RetainedRows {
  private boolean isWalked;
  private List<Object[]> kept;

  /** Rows of an earlier walk; empty if there must be another. */
  Optional<RowIterator> again() {
    return Optional.ofNullable(kept).map(RowIterator::of);
  }

  /** The same rows, kept if they are read to their end and are not the first to be. */
  RowIterator keeping(RowIterator rows) {
    if (!isWalked) {
      isWalked = true;
      return rows;
    }
    return new Keeping(rows);
  }

  private final class Keeping implements RowIterator {
    private final RowIterator rows;
    private final List<Object[]> read = new ArrayList<>();

    Keeping(RowIterator rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      final boolean isThere = rows.hasNext();
      if (!isThere) {
        kept = read;
      }
      return isThere;
    }

    @Override
    public boolean hasNextAtHand() {
      return rows.hasNextAtHand();
    }

    @Override
    public Object[] next() {
      final Object[] row = rows.next();
      read.add(row);
      return row;
    }
  }
}
