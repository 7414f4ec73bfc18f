package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no more threads are to be had, the reader of a walk learns it instead of waiting. */
class TimeSlicesFailureTest {
  private static final RowLayout LAYOUT = new RowLayout(List.of(JobColumn.JOB_ARN)).withHint();

  private static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            OutOfMemoryError.class,
            (Runnable)
                () -> {
                  throw new OutOfMemoryError("unable to create native thread");
                }),
        Arguments.of(
            RejectedExecutionException.class,
            (Runnable)
                () -> {
                  throw new RejectedExecutionException("closed");
                }));
  }

  /** Fails where a worker asks for more: the reader's own thread would throw by itself. */
  @ParameterizedTest
  @MethodSource("failures")
  void theReaderIsTold(Class<?> failure, Runnable failing) {
    final ExecutorService threads = Executors.newCachedThreadPool();
    final Thread reader = Thread.currentThread();
    final AtomicInteger begun = new AtomicInteger();
    try (BedrockEmulator emulator = Emulated.jobs(200);
        HttpService service =
            new HttpService(
                Emulated.config(emulator).apiSettings(), "test", Map.of(), new CallLog())) {
      final Execution execution =
          new Execution(Cancellation.after(Duration.ofSeconds(10)), Long.MAX_VALUE);
      final JobsApi api = Source.all(Emulated.config(emulator), service).get(0);
      final JobDecoder decoder = new JobDecoder(LAYOUT, "us-east-1", execution);
      final WalksOfScan all = new WalksOfScan(1, 4);
      final TimeSlices slices =
          new TimeSlices(
              new SliceRequests(
                  ListRequest.EVERYTHING.with(RequestParameter.MAX_RESULTS, "10"),
                  request -> new Paginator(api, request, decoder, execution),
                  request -> new Paginator(api, request, decoder, execution),
                  LAYOUT.hint(),
                  new TimeHistograms(),
                  0),
              LAYOUT,
              4,
              work -> {
                if (Thread.currentThread() != reader && begun.incrementAndGet() > 2) {
                  failing.run();
                }
                threads.execute(work);
              },
              execution,
              all);
      final SlicedRows rows = new SlicedRows(slices, all, () -> {}, execution.cancellation());
      assertThatThrownBy(
              () -> {
                while (rows.hasNext()) {
                  rows.next();
                }
              })
          .isInstanceOf(failure);
    } finally {
      threads.shutdownNow();
    }
  }
}
