package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Rows whose first one can be read in the background, before anybody waits for it. */
final class PrefetchedRows implements RowIterator {
  private final RowIterator rows;
  private final Executor threads;
  private final Cancellation cancellation;
  private CompletableFuture<Boolean> first;

  /** Where only one request at a time is allowed, the rows as they are: they come in their turn. */
  static RowIterator of(RowIterator rows, Engine engine, Cancellation cancellation) {
    return engine.config().get(Property.PARALLELISM) == 1
        ? rows
        : new PrefetchedRows(rows, engine.threads(), cancellation);
  }

  private PrefetchedRows(RowIterator rows, Executor threads, Cancellation cancellation) {
    this.rows = rows;
    this.threads = threads;
    this.cancellation = cancellation;
  }

  /** Begins to read; later calls do nothing. */
  void start() {
    if (first == null) {
      first = CompletableFuture.supplyAsync(rows::hasNext, threads);
    }
  }

  @Override
  public boolean hasNext() {
    awaitStart();
    return rows.hasNext();
  }

  @Override
  public boolean hasNextAtHand() {
    if (first != null && !first.isDone()) {
      return false;
    }
    awaitStart();
    return rows.hasNextAtHand();
  }

  @Override
  public Object[] next() {
    awaitStart();
    return rows.next();
  }

  private void awaitStart() {
    if (first != null) {
      cancellation.await(first);
    }
  }
}
