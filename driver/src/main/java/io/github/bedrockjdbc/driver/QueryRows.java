package io.github.bedrockjdbc.driver;

import io.github.bedrockjdbc.adapter.api.Execution;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerator;

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
    return new OnDemand(enumerator);
  }

  /** Aborts first: a thread that waits in the enumerator must leave it. */
  @Override
  public void close() {
    execution.cancellation().cancel();
    if (enumerator != null) {
      enumerator.close();
    }
  }

  /** Moves on when it is asked whether it can, not before: the next row may cost a request. */
  private static final class OnDemand implements Iterator<Object[]> {
    private final Enumerator<Object[]> rows;
    private boolean isAhead;

    OnDemand(Enumerator<Object[]> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      if (!isAhead) {
        isAhead = rows.moveNext();
      }
      return isAhead;
    }

    @Override
    public Object[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isAhead = false;
      return rows.current();
    }
  }
}
