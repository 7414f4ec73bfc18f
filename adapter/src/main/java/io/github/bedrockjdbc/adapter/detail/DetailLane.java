package io.github.bedrockjdbc.adapter.detail;

import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.engine.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One kind of detail, read for the rows of one execution; each job once while it is remembered. */
final class DetailLane {
  /** Joins may give one job in many rows. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Detail detail;
  private final DetailLayout layout;
  private final int parallelism;
  private final Engine engine;
  private final Execution execution;
  private int started; // of the rows that wait
  private final Map<String, CompletableFuture<Object[]>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Object[]>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  DetailLane(
      Detail detail, DetailLayout layout, int parallelism, Engine engine, Execution execution) {
    this.detail = detail;
    this.layout = layout;
    this.parallelism = parallelism;
    this.engine = engine;
    this.execution = execution;
  }

  boolean isBatched() {
    return detail.batchSize() > 1;
  }

  /**
   * Starts what is due for rows that wait, the next one first. Those that were started before are
   * the first of them.
   */
  void start(Collection<DetailRow> waiting) {
    final int reach = isBatched() ? waiting.size() : Math.min(parallelism, waiting.size());
    final boolean isDue = started == 0 || reach - started >= detail.batchSize();
    if (isDue && started < reach) {
      final List<DetailRow> due = waiting.stream().limit(reach).skip(started).toList();
      batches(due.stream().filter(row -> !startKnown(row)).toList());
      started = reach;
    }
  }

  /** Whether nothing has to be asked for it. */
  private boolean startKnown(DetailRow row) {
    final String arn = layout.arn(row.input());
    if (arn == null) { // the other side of an outer join
      row.started(detail, CompletableFuture.completedFuture(new Object[detail.columns().size()]));
    } else if (detail.batchSize() == 0) {
      row.started(detail, CompletableFuture.completedFuture(read(List.of(row)).get(0)));
    } else if (known.containsKey(arn)) {
      row.started(detail, known.get(arn));
    }
    return row.read(detail) != null;
  }

  private void batches(List<DetailRow> rows) {
    final Map<String, List<DetailRow>> rowsByArn = new LinkedHashMap<>();
    rows.forEach(
        row ->
            rowsByArn.computeIfAbsent(layout.arn(row.input()), arn -> new ArrayList<>()).add(row));
    final List<List<DetailRow>> jobs = List.copyOf(rowsByArn.values());
    for (int from = 0; from < jobs.size(); from += detail.batchSize()) {
      final List<List<DetailRow>> batch =
          jobs.subList(from, Math.min(from + detail.batchSize(), jobs.size()));
      final CompletableFuture<List<Object[]>> read =
          CompletableFuture.supplyAsync(
              () -> read(batch.stream().map(same -> same.get(0)).toList()), engine.threads());
      for (int i = 0; i < batch.size(); i++) {
        final int place = i;
        final CompletableFuture<Object[]> values = read.thenApply(all -> all.get(place));
        known.put(layout.arn(batch.get(i).get(0).input()), values);
        batch.get(i).forEach(row -> row.started(detail, values));
      }
    }
  }

  private List<Object[]> read(List<DetailRow> rows) {
    return detail.read(
        rows.stream().map(row -> layout.needed(row.input(), detail)).toList(), engine, execution);
  }

  /** The values of the first row that waits, which is taken now, in the order of the columns. */
  Object[] take(DetailRow row) {
    started--;
    return execution.cancellation().await(row.read(detail));
  }
}
