package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.predicate.Binding;
import io.github.bedrockjdbc.adapter.pushdown.JobQuery;
import io.github.bedrockjdbc.adapter.row.AtHand;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;

/** The rows of a scan in one execution; an enumerator walks anew unless the rows were kept. */
public final class JobRows extends AbstractEnumerable<Object[]> {
  private final Engine engine;
  private final JobQuery query;
  private final DataContext context;
  private final RetainedRows kept = new RetainedRows();

  public JobRows(Engine engine, JobQuery query, DataContext context) {
    this.engine = engine;
    this.query = query;
    this.context = context;
  }

  @Override
  public Enumerator<Object[]> enumerator() {
    final Execution whole = engine.execution(context);
    final Cancellation.Scope scope = whole.cancellation().scope();
    final Execution execution = whole.within(scope);
    return new Rows(
        kept.again().orElseGet(() -> kept.keeping(asked(execution))),
        query.projection().size(),
        scope,
        context.get(DataContext.Variable.CANCEL_FLAG.camelName));
  }

  private RowIterator asked(Execution execution) {
    if (query.filter().isFalse()) {
      return RowIterator.of(List.of()); // needs not even a region
    }
    final Binding binding = new Binding(index -> context.get("?" + index), now());
    return new ScanBuilder(
            engine, query, layout(), binding, StatementScans.of(context, engine, query), execution)
        .rows();
  }

  private RowLayout layout() {
    final List<JobColumn> needed = new ArrayList<>(List.of(JobColumn.JOB_ARN));
    needed.addAll(query.filter().columns());
    query.order().ifPresent(order -> needed.addAll(order.columns()));
    if (query.projection().contains(JobColumn.MESSAGE)) {
      needed.add(JobColumn.STATUS);
    }
    final RowLayout layout = new RowLayout(query.projection()).including(needed);
    return engine.mayReadInSlices() ? layout.withHint() : layout;
  }

  /** The clock that the rest of the statement reads. */
  private long now() {
    return context.get(DataContext.Variable.CURRENT_TIMESTAMP.camelName) instanceof Long millis
        ? millis
        : System.currentTimeMillis();
  }

  private static final class Rows implements Enumerator<Object[]>, AtHand {
    private final RowIterator rows;
    private final int width;
    private final Cancellation.Scope scope;
    private final Object cancelFlag;
    private Object[] current;

    /**
     * @param width values of a row; a row may hold more behind them
     * @param cancelFlag Calcite's own way to stop a query, null in some contexts
     */
    Rows(RowIterator rows, int width, Cancellation.Scope scope, Object cancelFlag) {
      this.rows = rows;
      this.width = width;
      this.scope = scope;
      this.cancelFlag = cancelFlag;
    }

    @Override
    public boolean moveNext() {
      if (cancelFlag instanceof AtomicBoolean flag && flag.get()) {
        scope.cancellation().cancel();
      }
      scope.cancellation().check();
      if (!rows.hasNext()) {
        return false;
      }
      final Object[] row = rows.next();
      current = row.length == width ? row : Arrays.copyOf(row, width);
      return true;
    }

    @Override
    public boolean hasNextAtHand() {
      return rows.hasNextAtHand();
    }

    @Override
    public Object[] current() {
      return current;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("A walk goes forward only");
    }

    @Override
    public void close() {
      scope.close();
    }
  }
}
