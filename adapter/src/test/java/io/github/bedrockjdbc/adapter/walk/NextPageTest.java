package io.github.bedrockjdbc.adapter.walk;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With one request at a time, a page is asked for while the rows of the one before are made. */
class NextPageTest {
  private static final int PAGE = 10;
  private static final int JOBS = 50;
  private static final RowLayout LAYOUT = new RowLayout(List.of(JobColumn.JOB_ARN));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isUnderWayBeforeTheRowsAreMadeAndNotBeforeTheyAreNeeded(boolean isTokenFirst) {
    final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();
    try (BedrockEmulator emulator = Emulated.jobs(JOBS);
        HttpService service =
            new HttpService(
                Emulated.config(emulator).apiSettings(), "test", Map.of(), new CallLog())) {
      emulator.behave(Behavior.standard().with(Knob.TOKEN_FIRST, isTokenFirst));
      final Execution execution =
          new Execution(
              Cancellation.after(Duration.ofSeconds(30)), Long.MAX_VALUE, 1, Duration.ZERO);
      final JobsApi api = Source.all(Emulated.config(emulator), service).get(0);
      final JobDecoder decoder = new JobDecoder(LAYOUT, "us-east-1", execution);
      final AtomicInteger made = new AtomicInteger();
      final ObjectReader<Object[]> waiting =
          parser -> {
            final int row = made.getAndIncrement();
            if (row == PAGE) {
              emulator.awaitRequests(3); // the third page's, while the second is read
            }
            return decoder.read(parser);
          };
      final WalksOfScan all = new WalksOfScan(1, 1);
      final SliceRequests requests =
          new SliceRequests(
              ListRequest.EVERYTHING.with(RequestParameter.MAX_RESULTS, Integer.toString(PAGE)),
              request -> new Paginator(api, request, waiting, execution),
              request -> new Paginator(api, request, decoder, execution),
              0,
              new TimeHistograms(),
              0);
      final SlicedRows rows =
          new SlicedRows(
              new TimeSlices(requests, LAYOUT, 1, threads, execution, all),
              all,
              () -> {},
              execution.cancellation());
      final List<String> arns = new ArrayList<>();
      for (int i = 0; i < PAGE; i++) {
        arns.add((String) rows.next()[0]);
      }
      assertThat(emulator.log().requests()).hasSize(1);
      arns.add((String) rows.next()[0]);
      while (threads.getActiveCount() > 0) {
        Thread.onSpinWait();
      }
      assertThat(emulator.log().requests()).as("one page ahead").hasSize(3);
      rows.forEachRemaining(row -> arns.add((String) row[0]));
      assertThat(arns).hasSize(JOBS).doesNotHaveDuplicates();
      assertThat(emulator.log().requests()).hasSize(JOBS / PAGE);
    } finally {
      threads.shutdownNow();
    }
  }
}
