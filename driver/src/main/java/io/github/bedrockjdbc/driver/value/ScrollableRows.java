package io.github.bedrockjdbc.driver.value;

import io.github.bedrockjdbc.driver.error.SqlFault;
import io.github.bedrockjdbc.driver.error.SqlState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows that are kept when they are read, so that a result can go back to them. Their number is
 * bounded by the memory that they take.
 */
final class ScrollableRows implements CursorRows {
  private static final int PART_OF_MEMORY = 4;
  private static final int MEBIBYTE = 1 << 20;

  /** What objects take beside their content, as a JVM of 64 bits has them. */
  private static final int BYTES_OF_AN_OBJECT = 24;

  private static final int BYTES_OF_A_REFERENCE = 8;

  private final Iterator<Object[]> rows;
  private final long mostBytes = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
  private final List<Object[]> kept = new ArrayList<>();
  private long bytes;
  private boolean atEnd;

  ScrollableRows(Iterator<Object[]> rows) {
    this.rows = rows;
  }

  @Override
  public boolean has(long number) {
    while (!atEnd && kept.size() < number) {
      if (rows.hasNext()) {
        keep(rows.next());
      } else {
        atEnd = true;
      }
    }
    return number <= kept.size();
  }

  private void keep(Object[] row) {
    bytes += bytes(row);
    if (bytes > mostBytes) {
      throw new SqlFault(
          SqlState.TOO_MANY_KEPT_ROWS,
          "A scrollable result retains the rows that were read, up to "
              + Math.max(1, mostBytes / MEBIBYTE)
              + " MiB, a quarter of the JVM's memory; the limit was reached after "
              + kept.size()
              + " rows: use a forward-only result, fewer columns, or LIMIT or setMaxRows");
    }
    kept.add(row);
  }

  private static long bytes(Object value) {
    if (value == null) {
      return BYTES_OF_A_REFERENCE;
    }
    long size = BYTES_OF_A_REFERENCE + BYTES_OF_AN_OBJECT;
    if (value instanceof String text) {
      size += BYTES_OF_AN_OBJECT + text.length() * (long) Character.BYTES;
    } else if (value instanceof Object[] row) {
      for (Object part : row) {
        size += bytes(part);
      }
    } else {
      size += Long.BYTES;
    }
    return size;
  }

  @Override
  public Object[] row(long number) {
    return kept.get((int) number - 1);
  }

  @Override
  public long count() {
    return kept.size();
  }
}
