package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.kept.KeptJobs;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.row.FilteredRows;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Jobs whose rows the client has, so that it gets the others from rows that were read otherwise.
 */
final class FirstPage {
  private static final int ARN = KeptJobs.LAYOUT.indexOf(JobColumn.JOB_ARN);
  private static final int SUBMIT_TIME = KeptJobs.LAYOUT.indexOf(JobColumn.SUBMIT_TIME);

  private final Set<String> arns = new HashSet<>();
  private final Optional<Order> order;
  private long reached = Long.MIN_VALUE;

  /**
   * @param order in which the rows are given
   */
  FirstPage(Optional<Order> order) {
    this.order = order;
  }

  /** Takes note of a row with the values of all columns. */
  void add(Object[] row) {
    arns.add((String) row[ARN]);
    order.ifPresent(by -> reached = Math.max(reached, by.direction() * (Long) row[SUBMIT_TIME]));
  }

  int size() {
    return arns.size();
  }

  /** The rows of other jobs: in an order, those that come behind, as far as it is sharp. */
  RowIterator rest(KeptJobs jobs, RowLayout layout, Execution execution) {
    final boolean isReversed = order.filter(by -> by.direction() > 0).isPresent();
    final int from =
        order
            .filter(by -> !arns.isEmpty())
            .map(by -> jobs.before(by.direction() * end(), isReversed))
            .orElse(0);
    return others(jobs.rows(layout, isReversed, from, execution), layout);
  }

  /** The same, of rows that begin again with the first one. */
  RowIterator rest(RowIterator rows, RowLayout layout) {
    return order
        .map(
            by -> {
              final int time = layout.indexOf(JobColumn.SUBMIT_TIME);
              return others(
                  new FilteredRows(rows, row -> by.direction() * (Long) row[time] >= end()),
                  layout);
            })
        .orElseGet(() -> others(rows, layout));
  }

  private long end() {
    return arns.isEmpty() ? Long.MIN_VALUE : reached - RequestParameter.TIMES_ARE_SHARP_TO;
  }

  private RowIterator others(RowIterator rows, RowLayout layout) {
    final int arn = layout.indexOf(JobColumn.JOB_ARN);
    return new FilteredRows(rows, row -> !arns.contains((String) row[arn]));
  }
}
