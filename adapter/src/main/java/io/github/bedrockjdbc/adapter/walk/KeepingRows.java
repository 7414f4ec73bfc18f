package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.kept.KeptJobs;
import io.github.bedrockjdbc.adapter.kept.KeptJobsBuilder;
import io.github.bedrockjdbc.adapter.kept.Reading;
import io.github.bedrockjdbc.adapter.kept.ShownRows;
import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows that go to the client and are kept if all were read. Those of the first page go as they are
 * taken, as many a reader stops there; whoever wants more gets all, read at once, so that nobody
 * who waits for them waits for this client.
 */
final class KeepingRows extends PulledRows {
  private final RowIterator raw;
  private final Reading reading;
  private final KeptScan scan;
  private final RowLayout layout;
  private final ShownRows shown;
  private final Execution execution;
  private final Supplier<RowIterator> asked;
  private final KeptJobsBuilder kept = new KeptJobsBuilder();
  private int given;
  private RowIterator rest;

  /**
   * @param raw rows as they are kept
   * @param layout of the rows to give
   * @param asked rows of this layout without keeping any, from the first one again
   */
  KeepingRows(
      RowIterator raw,
      Reading reading,
      KeptScan scan,
      RowLayout layout,
      Execution execution,
      Supplier<RowIterator> asked) {
    this.raw = raw;
    this.reading = reading;
    this.scan = scan;
    this.layout = layout;
    this.shown = new ShownRows(layout, execution);
    this.execution = execution;
    this.asked = asked;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    try {
      while (rest == null) {
        if (isOfFirstPage(mayCall)) {
          final Object[] row = raw.next();
          if (kept.add(row)) {
            given++;
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
    return raw.hasNextAtHand() || (given == 0 && mayCall && raw.hasNext());
  }

  private RowIterator others() {
    reading.share();
    boolean isEnded = false;
    try {
      while (raw.hasNext()) {
        kept.add(raw.next());
        if (kept.bytes() > reading.mostBytes()) {
          isEnded = true;
          scan.tooLarge(reading);
          return new ConcatenatedRows(List.of(keptFromHere(kept.build()), new Remaining()), 0);
        }
      }
      isEnded = true;
      final KeptJobs all = kept.build();
      scan.ended(reading, all);
      return keptFromHere(all);
    } finally {
      if (!isEnded) {
        reading.failed();
      }
    }
  }

  private RowIterator keptFromHere(KeptJobs jobs) {
    return jobs.rows(layout, false, given, execution);
  }

  /** What cannot be read may be a value that the statement has no use for. */
  private RowIterator without(ApiException failure) {
    if (failure.kind() != ApiException.Kind.BAD_ANSWER) {
      throw failure;
    }
    return asked.get();
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
