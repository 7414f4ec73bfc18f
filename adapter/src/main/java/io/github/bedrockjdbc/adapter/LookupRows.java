package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Jobs asked for one by one. Where one may not be read, or comes incomplete, the list is walked
 * instead: it may be allowed, and gives the same row.
 */
final class LookupRows extends PulledRows {
  private static final Set<Kind> WALK_INSTEAD =
      EnumSet.of(Kind.ACCESS_DENIED, Kind.INVALID, Kind.BAD_ANSWER);

  private final Iterator<String> arns;
  private final Function<String, Object[]> get;
  private final Supplier<RowSource> walk;
  private RowSource instead;

  /**
   * @param get reads one job
   * @param walk rows of all the jobs among others, some of which may have been given already
   */
  LookupRows(List<String> arns, Function<String, Object[]> get, Supplier<RowSource> walk) {
    this.arns = arns.iterator();
    this.get = get;
    this.walk = walk;
  }

  @Override
  Object[] pull(boolean mayCall) {
    while (instead == null && mayCall && arns.hasNext()) {
      try {
        return get.apply(arns.next());
      } catch (ApiException e) {
        if (WALK_INSTEAD.contains(e.kind())) {
          instead = walk.get();
        } else if (e.kind() != Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
    return instead != null && has(instead, mayCall) ? instead.next() : null;
  }
}
