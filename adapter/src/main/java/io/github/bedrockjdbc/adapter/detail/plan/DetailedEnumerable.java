package io.github.bedrockjdbc.adapter.detail.plan;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.detail.DetailRows;
import io.github.bedrockjdbc.adapter.row.AtHand;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.NoSuchElementException;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** The rows of an execution with their details; an enumerator reads what is not kept anew. */
final class DetailedEnumerable extends AbstractEnumerable<Object[]> {
  private final JobDetailsNode node;
  private final Enumerable<Object[]> rows;
  private final DataContext context;

  DetailedEnumerable(JobDetailsNode node, Enumerable<Object[]> rows, DataContext context) {
    this.node = node;
    this.rows = rows;
    this.context = context;
  }

  @Override
  public Enumerator<Object[]> enumerator() {
    final Execution whole = node.engine().execution(context);
    final Cancellation.Scope scope = whole.cancellation().scope();
    final Enumerator<Object[]> input = rows.enumerator();
    return new Rows(
        new DetailRows(new Rest(input), node.layout(), node.engine(), whole.within(scope)),
        scope,
        input);
  }

  /** Rows whose next one is looked for when it is asked about. */
  private static final class Rest implements RowIterator {
    private final Enumerator<Object[]> input;
    private boolean isAhead;
    private boolean isOver;

    Rest(Enumerator<Object[]> input) {
      this.input = input;
    }

    @Override
    public boolean hasNext() {
      if (!isAhead && !isOver) {
        isAhead = input.moveNext();
        isOver = !isAhead;
      }
      return isAhead;
    }

    @Override
    public boolean hasNextAtHand() {
      if (isAhead || isOver) {
        return isAhead;
      }
      return input instanceof AtHand some ? some.hasNextAtHand() : hasNext();
    }

    @Override
    public Object[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      isAhead = false;
      return input.current();
    }
  }

  private static final class Rows implements Enumerator<Object[]> {
    private final RowIterator rows;
    private final Cancellation.Scope scope;
    private final Enumerator<Object[]> input;
    private Object[] current;

    Rows(RowIterator rows, Cancellation.Scope scope, Enumerator<Object[]> input) {
      this.rows = rows;
      this.scope = scope;
      this.input = input;
    }

    @Override
    public boolean moveNext() {
      if (!rows.hasNext()) {
        return false;
      }
      current = rows.next();
      return true;
    }

    @Override
    public Object[] current() {
      return current;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("Details are read forward only");
    }

    @Override
    public void close() {
      scope.close();
      input.close();
    }
  }
}
