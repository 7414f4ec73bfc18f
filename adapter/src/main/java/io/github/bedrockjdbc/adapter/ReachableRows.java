package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.ApiException;

/** The rows of a source; none if its first request fails and the query may go on without it. */
final class ReachableRows extends PulledRows {
  private final SourceWalks source;
  private final RowSource rows;
  private final Skips skips;
  private boolean isLeftOut;

  ReachableRows(SourceWalks source, Skips skips) {
    this.source = source;
    this.rows = source.rows();
    this.skips = skips;
  }

  @Override
  Object[] pull(boolean mayCall) {
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
