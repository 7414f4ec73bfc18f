package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobReader;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of walks, each job once, checked again, and no more than wanted. */
final class WalkedRows implements RowSource {
  private final JobQuery query;
  private final Walks walks;
  private final RowLayout layout;
  private final Execution execution;
  private final Iterator<Walk> rest;
  private final Set<Object> given = new HashSet<>();
  private Walk walk;
  private boolean isUnconstrained;
  private Iterator<Object[]> page = Collections.emptyIterator();
  private Object[] ready;
  private long toSkip;
  private long toGive;

  /**
   * Calls nothing yet.
   *
   * @param layout has ARN and status
   */
  WalkedRows(
      JobsApi api,
      JobQuery query,
      Walks walks,
      RowLayout layout,
      JobReader<Object[]> reader,
      Execution execution) {
    this.query = query;
    this.walks = walks;
    this.layout = layout;
    this.execution = execution;
    this.isUnconstrained = walks.requests().stream().anyMatch(Walks::isUnconstrained);
    this.rest =
        walks.requests().stream()
            .map(request -> new Walk(api, request, reader, execution))
            .iterator();
    this.toSkip = walks.offset();
    this.toGive = walks.fetch();
  }

  @Override
  public boolean hasNext() {
    while (!hasNextAtHand()) {
      if (toGive == 0 || !hasNextPage()) {
        return false;
      }
      page = walk.next().iterator();
    }
    return true;
  }

  @Override
  public boolean hasNextAtHand() {
    while (ready == null && toGive > 0 && page.hasNext()) {
      final Object[] row = page.next();
      if (isWanted(row) && toSkip-- <= 0) {
        ready = row;
      }
    }
    return ready != null;
  }

  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    final Object[] row = ready;
    ready = null;
    toGive--;
    return row;
  }

  private boolean isWanted(Object[] row) {
    return walks.check().test((String) row[layout.indexOf(JobColumn.STATUS)])
        && given.add(row[layout.indexOf(JobColumn.JOB_ARN)]);
  }

  private boolean hasNextPage() {
    while (walk == null || !walk.hasNext()) {
      if (!rest.hasNext()) {
        return false;
      }
      walk = rest.next();
    }
    if (walk.pages() == 1 && isUnconstrained && !query.residuals().isEmpty()) {
      execution.warn(
          "Nothing of WHERE could be sent to the service, so every job was read: "
              + query.residuals().stream()
                  .map(Residual::toString)
                  .collect(Collectors.joining(", ")));
    }
    return true;
  }
}
