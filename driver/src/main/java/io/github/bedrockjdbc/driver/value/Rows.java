package io.github.bedrockjdbc.driver.value;

import java.util.Iterator;

/**
 * The rows of one execution, each an array of Calcite's internal values, one for each column.
 *
 * <p>{@link #iterator()} is asked for once, when the result is executed, and may already send
 * requests. The iterator itself notices cancellation and timeouts and reports them as exceptions.
 */
public interface Rows extends Iterable<Object[]>, AutoCloseable {
  /** Stops what is under way, from any thread; reads nothing more and throws nothing. */
  @Override
  void close();

  /** Rows that are already there. */
  static Rows of(Iterable<Object[]> rows) {
    return new Rows() {
      @Override
      public Iterator<Object[]> iterator() {
        return rows.iterator();
      }

      @Override
      public void close() {}
    };
  }
}
