package io.github.bedrockjdbc.adapter.row;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Rows one by one, some of them already here. Not for several threads. */
public interface RowIterator extends AtHand {
  /** Whether there is another row; may call the service. */
  boolean hasNext();

  /** That row; {@link NoSuchElementException} if there is none. */
  Object[] next();

  /** Whether it is known without a call that there is no other row. */
  default boolean isAtEnd() {
    return false;
  }

  /** Gives all rows that are left. */
  default void forEachRemaining(Consumer<Object[]> action) {
    while (hasNext()) {
      action.accept(next());
    }
  }

  /** Rows that are here. */
  static RowIterator of(Iterable<Object[]> rows) {
    final Iterator<Object[]> iterator = rows.iterator();
    return new RowIterator() {
      @Override
      public boolean hasNext() {
        return iterator.hasNext();
      }

      @Override
      public boolean hasNextAtHand() {
        return iterator.hasNext();
      }

      @Override
      public Object[] next() {
        return iterator.next();
      }
    };
  }
}
