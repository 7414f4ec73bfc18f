package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.behavior.RateLimit;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final int THREADS = 4;
  private static final int CALLS = 48;

  @Test
  void throttledWalksSlowDownInsteadOfFightingOneAnother() throws Exception {
    final Behavior five =
        Behavior.standard()
            .with(Knob.RATE_LIMIT, Optional.of(new RateLimit(5, 5, OptionalInt.empty())));
    try (BedrockEmulator emulator =
        BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).behavior(five).start()) {
      final double seconds = secondsOf(emulator);
      final int sent = emulator.log().requests().size();
      assertThat(sent).isLessThanOrEqualTo(CALLS * 13 / 10);
      assertThat(seconds).isLessThanOrEqualTo(1.5 * (CALLS - 5) / 5);
    }
  }

  @Test
  void aCeilingIsKeptSoThatNothingIsThrottled() throws Exception {
    // On a busy machine some requests that left one after the other arrive together.
    final Behavior forty =
        Behavior.standard()
            .with(Knob.RATE_LIMIT, Optional.of(new RateLimit(40, 16, OptionalInt.empty())));
    try (BedrockEmulator emulator =
        BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).behavior(forty).start()) {
      final double seconds = secondsOf(emulator, "requestsPerSecond", "30");
      assertThat(emulator.log().requests()).hasSize(CALLS);
      assertThat(seconds).isGreaterThanOrEqualTo((CALLS - 1) / 30.0);
    }
  }

  private static double secondsOf(BedrockEmulator emulator, String... settings) throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (HttpService service = Emulated.service(emulator, settings)) {
      final JobsApi api = service.source(Optional.of(BedrockEmulator.DEMO_REGION), Emulated.demo());
      final Execution execution = new Execution(Cancellation.unlimited(), Long.MAX_VALUE);
      final long start = System.nanoTime();
      final List<Future<Page<JsonParser>>> pages = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        pages.add(
            threads.submit(
                () -> api.list(ListRequest.EVERYTHING, JsonParser::skipChildren, execution)));
      }
      for (final Future<Page<JsonParser>> page : pages) {
        assertThat(page.get().rows()).hasSize(3);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      threads.shutdownNow();
    }
  }
}
