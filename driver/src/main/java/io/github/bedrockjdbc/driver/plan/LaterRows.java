package io.github.bedrockjdbc.driver.plan;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.runtime.ExecutionState;
import io.github.bedrockjdbc.driver.thread.PlannerThreads;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;

/**
 * The rows of a statement that is planned in full only when it is run with the types that were
 * assumed of its parameters: values may well bring others, and with those assumed it may not run.
 */
final class LaterRows implements Function1<DataContext, Enumerable<Object[]>> {
  private final PlannerThreads threads;
  private final Callable<Function1<DataContext, Enumerable<Object[]>>> planning;
  private volatile Function1<DataContext, Enumerable<Object[]>> planned;

  /**
   * @param planning plans anew each time, in several threads at once if need be: none waits for
   *     another, whose execution may be cancelled
   */
  LaterRows(
      PlannerThreads threads, Callable<Function1<DataContext, Enumerable<Object[]>>> planning) {
    this.threads = threads;
    this.planning = planning;
  }

  @Override
  public Enumerable<Object[]> apply(DataContext context) {
    if (planned == null) {
      planned = planned(ExecutionState.of(context).cancellation());
    }
    return planned.apply(context);
  }

  private Function1<DataContext, Enumerable<Object[]>> planned(Cancellation cancellation) {
    try {
      return threads.call(cancellation, planning);
    } catch (SQLException e) {
      throw new IllegalStateException(e); // unwrapped where it is told
    }
  }
}
