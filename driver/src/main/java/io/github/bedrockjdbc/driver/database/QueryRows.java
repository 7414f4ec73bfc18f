package io.github.bedrockjdbc.driver.database;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.driver.plan.Plan;
import io.github.bedrockjdbc.driver.value.Rows;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerator;

/** The rows of a plan in one execution. */
public final class QueryRows implements Rows {
  private final Plan plan;
  private final DataContext context;
  private final Cancellation cancellation;
  private volatile Enumerator<Object[]> enumerator;

  public QueryRows(Plan plan, DataContext context, Cancellation cancellation) {
    this.plan = plan;
    this.context = context;
    this.cancellation = cancellation;
  }

  @Override
  public Iterator<Object[]> iterator() {
    enumerator = plan.rows().apply(context).enumerator();
    return new OnDemand();
  }

  /** Aborts first: a thread that waits in the enumerator must leave it. */
  @Override
  public void close() {
    cancellation.cancel();
    if (enumerator != null) {
      enumerator.close();
    }
  }

  /** Moves on when it is asked whether it can, not before: the next row may cost a request. */
  private final class OnDemand implements Iterator<Object[]> {
    private final Enumerator<Object[]> rows = enumerator;
    private boolean isAhead;

    @Override
    public boolean hasNext() {
      if (!isAhead) {
        isAhead = rows.moveNext();
        if (cancellation.isCancelled()) {
          cancellation.check(); // Calcite just ends its rows then: an aggregate counts too few
        }
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
