package io.github.bedrockjdbc.adapter.pushdown;

import io.github.bedrockjdbc.adapter.predicate.And;
import io.github.bedrockjdbc.adapter.predicate.Predicate;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scan is asked for. Immutable, and free of any execution's values.
 *
 * @param filter which jobs are wanted; the scan checks it on each
 * @param residuals what is asked above the scan; of no effect on the rows
 * @param order how the rows are sorted; empty: not at all
 * @param limit applied to the rows that pass the filter, in their order
 * @param projection columns of the rows, in order
 * @param messageRequired whether a failure message that may not be read fails the query
 */
public record JobQuery(
    Predicate filter,
    List<Residual> residuals,
    Optional<Order> order,
    Optional<Limit> limit,
    List<JobColumn> projection,
    boolean messageRequired) {

  /** Every job, every column. */
  public static final JobQuery EVERYTHING =
      new JobQuery(And.TRUE, List.of(), Optional.empty(), Optional.empty(), JobColumn.all(), false);

  public JobQuery {
    residuals = List.copyOf(residuals);
    projection = List.copyOf(projection);
  }

  public JobQuery withFilter(Predicate newFilter) {
    return new JobQuery(newFilter, residuals, order, limit, projection, messageRequired);
  }

  JobQuery withResiduals(List<Residual> more) {
    final Set<Residual> all = new LinkedHashSet<>(residuals);
    all.addAll(more);
    return new JobQuery(filter, List.copyOf(all), order, limit, projection, messageRequired);
  }

  public JobQuery withOrder(Order newOrder) {
    return new JobQuery(
        filter, residuals, Optional.of(newOrder), limit, projection, messageRequired);
  }

  public JobQuery withLimit(Limit newLimit) {
    return new JobQuery(
        filter, residuals, order, Optional.of(newLimit), projection, messageRequired);
  }

  public JobQuery withProjection(List<JobColumn> newProjection) {
    return new JobQuery(filter, residuals, order, limit, newProjection, messageRequired);
  }

  public JobQuery withMessageRequired() {
    return new JobQuery(filter, residuals, order, limit, projection, true);
  }

  /** Whether the statement has a WHERE of any sort. */
  public boolean isFiltered() {
    return !filter.equals(And.TRUE) || !residuals.isEmpty();
  }
}
