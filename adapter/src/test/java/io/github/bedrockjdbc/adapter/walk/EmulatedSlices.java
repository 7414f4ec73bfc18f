package io.github.bedrockjdbc.adapter.walk;

import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.api.RequestParameter;
import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.engine.Source;
import io.github.bedrockjdbc.adapter.engine.TimeHistograms;
import io.github.bedrockjdbc.adapter.row.JobDecoder;
import io.github.bedrockjdbc.adapter.table.JobColumn;
import io.github.bedrockjdbc.adapter.table.RowLayout;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A walk over the ARNs of an emulator's jobs, in pages of ten, read ahead by its own threads. */
final class EmulatedSlices implements AutoCloseable {
  static final int PAGE = 10;

  /** Of which slices may be cut. */
  static final RowLayout TIMED = new RowLayout(List.of(JobColumn.JOB_ARN)).withHint();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger tasks = new AtomicInteger();
  private final BedrockEmulator emulator;
  private final HttpService service;
  private final JobsApi api;
  private final RowLayout layout;
  private final int parallelism;
  private final Execution execution;
  private final TimeHistograms histograms = new TimeHistograms();
  private WalksOfScan all; // of the walk begun last

  EmulatedSlices(int jobs, RowLayout layout, int parallelism) {
    this.emulator = Emulated.jobs(jobs);
    this.service =
        new HttpService(Emulated.config(emulator).apiSettings(), "test", Map.of(), new CallLog());
    this.api = Source.all(Emulated.config(emulator), service).get(0);
    this.layout = layout;
    this.parallelism = parallelism;
    this.execution =
        new Execution(
            Cancellation.after(Duration.ofSeconds(30)), Long.MAX_VALUE, parallelism, Duration.ZERO);
  }

  BedrockEmulator emulator() {
    return emulator;
  }

  Executor threads() {
    return task -> {
      tasks.incrementAndGet();
      threads.execute(
          () -> {
            try {
              task.run();
            } finally {
              tasks.decrementAndGet();
            }
          });
    };
  }

  ObjectReader<Object[]> decoder() {
    return new JobDecoder(layout, "us-east-1", execution);
  }

  /**
   * @param reader makes the rows
   */
  TimeSlices slices(ObjectReader<Object[]> reader, Executor executor) {
    return slices(reader, executor, execution::hasFreeLane);
  }

  /**
   * @param isFree whether a request more may be sent
   */
  TimeSlices slices(ObjectReader<Object[]> reader, Executor executor, BooleanSupplier isFree) {
    all = new WalksOfScan(1, parallelism);
    final SliceRequests requests =
        new SliceRequests(
            ListRequest.EVERYTHING.with(RequestParameter.MAX_RESULTS, Integer.toString(PAGE)),
            request -> new Paginator(api, request, reader, execution),
            request -> new Paginator(api, request, decoder(), execution),
            layout.hasHint() ? layout.hint() : 0,
            histograms,
            0,
            isFree);
    return new TimeSlices(requests, layout, parallelism, executor, execution, all);
  }

  SlicedRows rows(TimeSlices slices) {
    return new SlicedRows(slices, all, () -> {}, execution.cancellation());
  }

  /** Waits until nothing is read any more. */
  void awaitIdle() {
    while (tasks.get() > 0) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    service.close();
    emulator.close();
  }
}
