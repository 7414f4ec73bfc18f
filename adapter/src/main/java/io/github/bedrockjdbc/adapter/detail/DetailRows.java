package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.config.Property;
import io.github.bedrockjdbc.adapter.engine.Engine;
import io.github.bedrockjdbc.adapter.row.RowIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Rows with details of the jobs in them. Details that take a request for each job are read for a
 * few rows ahead, others in batches as large as one request allows.
 */
public final class DetailRows implements RowIterator {
  private final RowIterator rows;
  private final DetailOutputs outputs;
  private final List<DetailLane> lanes = new ArrayList<>();
  private final int ahead;
  private final boolean isBatched;
  private final Deque<DetailRow> window = new ArrayDeque<>();

  /**
   * Calls nothing yet.
   *
   * @param rows hold what the details need
   */
  public DetailRows(RowIterator rows, DetailLayout layout, Engine engine, Execution execution) {
    this.rows = rows;
    this.outputs = new DetailOutputs(layout);
    final int parallelism = engine.config().get(Property.PARALLELISM);
    int most = 1;
    for (Detail detail : layout.details()) {
      lanes.add(new DetailLane(detail, layout, parallelism, engine, execution));
      most = Math.max(most, detail.batchSize() == 1 ? parallelism : detail.batchSize());
    }
    this.ahead = most;
    this.isBatched = lanes.stream().anyMatch(DetailLane::isBatched);
  }

  @Override
  public boolean hasNext() {
    return !window.isEmpty() || rows.hasNext();
  }

  @Override
  public boolean hasNextAtHand() {
    return !window.isEmpty() || rows.hasNextAtHand();
  }

  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (window.size() < ahead && mayLookAhead()) {
      window.addLast(new DetailRow(rows.next()));
    }
    lanes.forEach(lane -> lane.start(window));
    final DetailRow first = window.removeFirst();
    final List<Object[]> values = new ArrayList<>();
    for (DetailLane lane : lanes) {
      values.add(lane.take(first));
    }
    return outputs.row(first.input(), values);
  }

  /** A batch is filled, whatever that takes; else a row to come is no reason for a call. */
  private boolean mayLookAhead() {
    return (window.isEmpty() || isBatched) ? rows.hasNext() : rows.hasNextAtHand();
  }
}
