package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.engine.SkippedSources;
import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;

/** The rows of a source; none if its first request fails and the query may go on without it. */
final class ReachableRows extends PulledRows {
  private final SourceScanBuilder source;
  private final RowIterator rows;
  private final SkippedSources skips;
  private boolean isLeftOut;

  ReachableRows(SourceScanBuilder source, SkippedSources skips) {
    this.source = source;
    this.rows = source.rows();
    this.skips = skips;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    if (isLeftOut) {
      return null;
    }
    try {
      return has(rows, mayCall) ? rows.next() : null;
    } catch (ApiException e) {
      if (source.hasAnswered()) {
        throw e;
      }
      skips.skip(source.source(), e);
      isLeftOut = true;
      return null;
    }
  }
}
