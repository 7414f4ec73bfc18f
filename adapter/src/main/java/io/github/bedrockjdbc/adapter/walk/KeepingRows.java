package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.kept.KeptJobs;
import io.github.bedrockjdbc.adapter.kept.KeptJobsBuilder;
import io.github.bedrockjdbc.adapter.kept.Reading;
import io.github.bedrockjdbc.adapter.kept.ShownRows;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rows that go to the client and are kept if all were read. Those of the first page go as they are
 * taken, as many a reader stops there; whoever wants more gets all, read at once, so that nobody
 * who waits for them waits for this client. What others have read meanwhile is not read again.
 */
final class KeepingRows extends PulledRows {
  private final RowIterator raw;
  private final Reading reading;
  private final KeptScan scan;
  private final RowLayout layout;
  private final ShownRows shown;
  private final Execution execution;
  private final RawWalks walks;
  private final Supplier<RowIterator> asked;
  private final KeptJobsBuilder kept = new KeptJobsBuilder();
  private final FirstPage firstPage;
  private RowIterator rest;

  /**
   * @param raw rows as they are kept, in the order if there is one
   * @param layout of the rows to give
   * @param walks of rows as they are kept
   * @param asked rows of this layout without keeping any, from the first one again
   */
  KeepingRows(
      RowIterator raw,
      Reading reading,
      KeptScan scan,
      Optional<Order> order,
      RowLayout layout,
      Execution execution,
      RawWalks walks,
      Supplier<RowIterator> asked) {
    this.raw = raw;
    this.reading = reading;
    this.scan = scan;
    this.layout = layout;
    this.shown = new ShownRows(layout, execution);
    this.execution = execution;
    this.walks = walks;
    this.asked = asked;
    this.firstPage = new FirstPage(order);
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    try {
      while (rest == null) {
        if (isOfFirstPage(mayCall)) {
          final Object[] row = raw.next();
          if (kept.add(row)) {
            firstPage.add(row);
            return shown.of(place -> row[place]);
          }
        } else if (mayCall) {
          rest = others();
        } else {
          return null;
        }
      }
    } catch (ApiException e) {
      rest = without(e);
    }
    return has(rest, mayCall) ? rest.next() : null;
  }

  private boolean isOfFirstPage(boolean mayCall) {
    return raw.hasNextAtHand() || (firstPage.size() == 0 && mayCall && raw.hasNext());
  }

  private RowIterator others() {
    final Optional<KeptJobs> others =
        raw.isAtEnd()
            ? Optional.empty()
            : reading.others(execution.maxAge(), execution.cancellation());
    return others.map(this::restOf).orElseGet(this::readOn);
  }

  private RowIterator restOf(KeptJobs jobs) {
    scan.hold(jobs);
    return firstPage.rest(jobs, layout, execution);
  }

  private RowIterator readOn() {
    try {
      return renewed().map(this::restOf).orElseGet(this::readRest);
    } catch (ApiException e) {
      KeptScan.failed(reading, e);
      throw e;
    } finally {
      if (!reading.isEnded()) {
        reading.failed();
      }
    }
  }

  private Optional<KeptJobs> renewed() {
    return raw.isAtEnd() || reading.isEnded() ? Optional.empty() : scan.renewed(reading, walks);
  }

  private RowIterator readRest() {
    while (!reading.isEnded() && raw.hasNext()) {
      kept.add(raw.next());
      if (!reading.fits(kept.bytes())) {
        scan.tooLarge(reading);
      }
    }
    final KeptJobs read = kept.build();
    final boolean isAll = !reading.isEnded();
    if (isAll) {
      scan.ended(reading, read);
    }
    scan.hold(read);
    return isAll
        ? keptFromHere(read)
        : new ConcatenatedRows(List.of(keptFromHere(read), new Remaining()), 0);
  }

  private RowIterator keptFromHere(KeptJobs jobs) {
    return jobs.rows(layout, false, firstPage.size(), execution);
  }

  /** What cannot be read may be a value that the statement has no use for. */
  private RowIterator without(ApiException failure) {
    if (failure.kind() != ApiException.Kind.BAD_ANSWER) {
      throw failure;
    }
    return firstPage.rest(asked.get(), layout);
  }

  /** Rows for which there was no room. */
  private final class Remaining extends PulledRows {
    @Override
    protected Object[] pull(boolean mayCall) {
      if (!has(raw, mayCall)) {
        return null;
      }
      final Object[] row = raw.next();
      return shown.of(place -> row[place]);
    }
  }
}
