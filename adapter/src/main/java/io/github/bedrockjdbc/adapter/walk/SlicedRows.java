package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.row.PulledRows;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The rows of a walk of which every row is needed, read ahead. Until a row of a second page is
 * asked for, of this walk or of another one of the scan, nothing is: many a reader stops before.
 */
final class SlicedRows extends PulledRows {
  private final TimeSlices slices;
  private final WalksOfScan all;
  private final Runnable beforeSecondPage;
  private final Cancellation cancellation;
  private Iterator<Object[]> page = Collections.emptyIterator();
  private int pages;

  /**
   * @param all those of the scan
   * @param beforeSecondPage told before a second page is asked for
   * @param cancellation ends waiting for a page
   */
  SlicedRows(
      TimeSlices slices, WalksOfScan all, Runnable beforeSecondPage, Cancellation cancellation) {
    this.slices = slices;
    this.all = all;
    this.beforeSecondPage = beforeSecondPage;
    this.cancellation = cancellation;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    while (!page.hasNext()) {
      final Optional<List<Object[]>> next = next(mayCall);
      if (next.isEmpty()) {
        return null;
      }
      page = next.get().iterator();
    }
    return page.next();
  }

  @Override
  protected boolean isExhausted() {
    return pages > 0 && !page.hasNext() && slices.isAtEnd();
  }

  private void readOn() {
    all.readOn();
    beforeSecondPage.run();
    pages = 2;
  }

  private Optional<List<Object[]>> next(boolean mayCall) {
    while (true) {
      final CompletableFuture<Void> change = slices.change();
      final Optional<List<Object[]>> rows = slices.poll();
      if (rows.isPresent() || !mayCall || slices.isAtEnd()) {
        if (pages > 1) {
          slices.ask();
        }
        return rows;
      }
      if (pages == 0) {
        slices.begin();
        pages = 1;
        if (all.isReadOn() && slices.hasMore()) {
          readOn();
          slices.ask();
        }
      } else {
        if (pages == 1) {
          readOn();
        }
        slices.askAndAwait();
        cancellation.await(change);
      }
    }
  }
}
