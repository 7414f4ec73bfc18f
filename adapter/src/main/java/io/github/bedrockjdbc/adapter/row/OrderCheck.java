package io.github.bedrockjdbc.adapter.row;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.pushdown.Order;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks each page of a sorted walk as it arrives, every row of it: those that the query does not
 * want, and those that it would never look at because a limit is reached before. Else a service
 * that ignores the order would be believed as long as the first rows happen to be in it.
 */
public final class OrderCheck implements Consumer<List<Object[]>> {
  /** How far behind the latest time a row may come in a sorted walk. */
  public static final long SORTED_TO_MILLIS = RequestParameter.TIMES_ARE_SHARP_TO;

  private final int time;
  private final int arn;
  private final long direction;
  private final SeenJobs read = new SeenJobs();
  private long reached = Long.MIN_VALUE;

  /**
   * @param layout has the time of submission and the ARN
   */
  public OrderCheck(Order order, RowLayout layout) {
    this.time = layout.indexOf(JobColumn.SUBMIT_TIME);
    this.arn = layout.indexOf(JobColumn.JOB_ARN);
    this.direction = order.direction();
  }

  @Override
  public void accept(List<Object[]> page) {
    for (Object[] row : page) {
      final long position = direction * (Long) row[time];
      // A job that the walk gave before may come again, and is then dropped.
      if (read.add((String) row[arn]) && position + SORTED_TO_MILLIS < reached) {
        throw new ApiException(
            Kind.BAD_ANSWER,
            "Listing jobs failed: the service returned jobs out of order; with pushdown=false"
                + " the driver sorts them");
      }
      reached = Math.max(reached, position);
    }
  }
}
