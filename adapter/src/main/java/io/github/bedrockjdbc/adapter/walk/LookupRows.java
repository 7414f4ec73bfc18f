package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.row.PulledRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Jobs asked for one by one, a few at once. Where one may not be read, or comes incomplete, the
 * list is walked instead: it may be allowed, and gives the same row.
 */
final class LookupRows extends PulledRows {
  private static final Set<Kind> WALK_INSTEAD =
      EnumSet.of(Kind.ACCESS_DENIED, Kind.INVALID, Kind.BAD_ANSWER);

  private final Iterator<String> arns;
  private final Function<String, CompletableFuture<Object[]>> get;
  private final Supplier<RowIterator> walk;
  private final Cancellation cancellation;
  private final int atOnce;
  private final Queue<CompletableFuture<Object[]>> pending = new ArrayDeque<>();
  private long toGive;
  private RowIterator instead;

  /**
   * @param get starts to read one job
   * @param walk rows of all the jobs among others, some of which may have been given already
   * @param cancellation ends waiting for a job
   * @param atOnce how many jobs to read at once
   * @param most as many rows are enough; no job is read ahead that is not needed for them
   */
  LookupRows(
      List<String> arns,
      Function<String, CompletableFuture<Object[]>> get,
      Supplier<RowIterator> walk,
      Cancellation cancellation,
      int atOnce,
      long most) {
    this.arns = arns.iterator();
    this.get = get;
    this.walk = walk;
    this.cancellation = cancellation;
    this.atOnce = atOnce;
    this.toGive = most;
  }

  @Override
  protected Object[] pull(boolean mayCall) {
    while (instead == null) {
      if (mayCall) {
        readAhead();
      }
      if (pending.isEmpty()) {
        return null;
      }
      try {
        final Object[] row = cancellation.await(pending.remove());
        toGive--;
        return row;
      } catch (ApiException e) {
        if (WALK_INSTEAD.contains(e.kind())) {
          instead = walk.get();
        } else if (e.kind() != Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
    return has(instead, mayCall) ? instead.next() : null;
  }

  private void readAhead() {
    final long wanted = Math.max(1, Math.min(atOnce, toGive));
    while (pending.size() < wanted && arns.hasNext()) {
      pending.add(get.apply(arns.next()));
    }
  }
}
