package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Execution;
import java.util.Iterator;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/** The rows of a plan in one execution. */
final class QueryRows implements Rows {
  private final Plan plan;
  private final DataContext context;
  private final Execution execution;
  private volatile Enumerator<Object[]> enumerator;

  QueryRows(Plan plan, DataContext context, Execution execution) {
    this.plan = plan;
    this.context = context;
    this.execution = execution;
  }

  @Override
  public Iterator<Object[]> iterator() {
    enumerator = plan.rows().apply(context).enumerator();
    return Linq4j.enumeratorIterator(enumerator);
  }

  /** Aborts first: a thread that waits in the enumerator must leave it. */
  @Override
  public void close() {
    execution.cancellation().cancel();
    if (enumerator != null) {
      enumerator.close();
    }
  }
}
