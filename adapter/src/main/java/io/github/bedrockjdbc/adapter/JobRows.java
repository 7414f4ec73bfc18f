package io.github.bedrockjdbc.adapter;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;

/** The rows of a scan in one execution; an enumerator walks anew unless the rows were kept. */
final class JobRows extends AbstractEnumerable<Object[]> {
  private final Engine engine;
  private final JobQuery query;
  private final DataContext context;
  private final KeptRows kept = new KeptRows();

  JobRows(Engine engine, JobQuery query, DataContext context) {
    this.engine = engine;
    this.query = query;
    this.context = context;
  }

  @Override
  public Enumerator<Object[]> enumerator() {
    final Execution whole = execution();
    final Cancellation.Scope scope = whole.cancellation().scope();
    final Execution execution = whole.within(scope);
    return new Rows(
        kept.again().orElseGet(() -> kept.keeping(walked(execution))),
        query.projection().size(),
        scope,
        context.get(DataContext.Variable.CANCEL_FLAG.camelName));
  }

  private RowSource walked(Execution execution) {
    final Walks walks =
        Walks.open(
            query,
            index -> context.get("?" + index),
            engine.config().get(Property.PAGE_SIZE),
            execution);
    return walks.requests().isEmpty() ? RowSource.EMPTY : rows(walks, execution);
  }

  private RowSource rows(Walks walks, Execution execution) {
    final RowLayout layout =
        new RowLayout(query.projection()).including(List.of(JobColumn.JOB_ARN, JobColumn.STATUS));
    final JobsApi api = engine.source();
    final RowSource walked =
        new WalkedRows(
            api, query, walks, layout, new JobDecoder(layout, api.region(), execution), execution);
    return layout.has(JobColumn.MESSAGE)
        ? new DetailedRows(walked, layout, query.messageRequired(), engine, execution)
        : walked;
  }

  private Execution execution() {
    return context.get(RowScan.EXECUTION) instanceof Execution given
        ? given
        : engine.newExecution(Cancellation.unlimited());
  }

  private static final class Rows implements Enumerator<Object[]> {
    private final RowSource rows;
    private final int width;
    private final Cancellation.Scope scope;
    private final Object cancelFlag;
    private Object[] current;

    /**
     * @param width values of a row; a row may hold more behind them
     * @param cancelFlag Calcite's own way to stop a query, null in some contexts
     */
    Rows(RowSource rows, int width, Cancellation.Scope scope, Object cancelFlag) {
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
