package io.github.bedrockjdbc.driver.spool;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/**
 * Rows up to a number, behind which none is looked for: that may take a request. Public because
 * generated code calls it.
 */
public final class FirstRows {
  private FirstRows() {}

  /** The same rows, as many as these; nothing is opened for none. */
  public static Enumerable<Object> of(Enumerable<Object> rows, int most) {
    return most == 0
        ? Linq4j.emptyEnumerable()
        : new AbstractEnumerable<>() {
          @Override
          public Enumerator<Object> enumerator() {
            return new First(rows.enumerator(), most);
          }
        };
  }

  private static final class First implements Enumerator<Object> {
    private final Enumerator<Object> rows;
    private int left;

    First(Enumerator<Object> rows, int most) {
      this.rows = rows;
      this.left = most;
    }

    @Override
    public boolean moveNext() {
      if (left == 0 || !rows.moveNext()) {
        left = 0;
        return false;
      }
      left--;
      return true;
    }

    @Override
    public Object current() {
      return rows.current();
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("A limit is read forward only");
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
