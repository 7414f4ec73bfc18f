package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whether one more request would make others wait. */
class ReachedRateTest {
  private final RateLimit limit = new RateLimit(Optional.empty());

  private void ask() {
    limit.await(Cancellation.after(Duration.ofSeconds(10)));
  }

  private static void passInterval() {
    final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void neverWithoutLimit() {
    ask();
    ask();
    assertThat(limit.isReached()).isFalse();
    limit.set(1);
    ask();
    limit.unset();
    assertThat(limit.isReached()).isFalse();
  }

  @Test
  void whereTheNextOneHasToWait() {
    limit.set(1);
    assertThat(limit.isReached()).isFalse();
    ask();
    assertThat(limit.isReached()).isTrue();
  }

  @Test
  void afterARequestThatWasOneTooMany() {
    limit.set(1);
    limit.exceeded();
    assertThat(limit.isReached()).isTrue();
  }

  @Test
  void whereTheLastOneHadToWait() {
    limit.set(3);
    limit.exceeded();
    ask();
    limit.set(1000);
    limit.exceeded();
    passInterval();
    assertThat(limit.isReached()).isTrue();
    ask();
    passInterval();
    assertThat(limit.isReached()).isFalse();
  }

  @Test
  void isKnownOfASourceThatRefusesAndOfNoOther() {
    try (BedrockEmulator emulator = Emulated.jobs(3);
        HttpService service = Emulated.service(emulator, "maxAttempts", "1")) {
      final JobsApi api = service.source(Optional.of(BedrockEmulator.DEMO_REGION), Emulated.demo());
      final JobsApi other = service.source(Optional.of("eu-west-1"), Emulated.demo());
      assertThat(api.isAtRateLimit()).isFalse();
      emulator.injectAt(1, new Fault.Throttle());
      AskedService.failureOf(
          () -> api.list(ListRequest.EVERYTHING, AskedService::arn, AskedService.execution()));
      assertThat(api.isAtRateLimit()).isTrue();
      assertThat(other.isAtRateLimit()).isFalse();
    }
  }

  @Test
  void isTheSettingsToo() {
    try (BedrockEmulator emulator = Emulated.jobs(3);
        HttpService service = Emulated.service(emulator, "requestsPerSecond", "1")) {
      final JobsApi api = service.source(Optional.of(BedrockEmulator.DEMO_REGION), Emulated.demo());
      assertThat(api.isAtRateLimit()).isFalse();
      api.list(ListRequest.EVERYTHING, AskedService::arn, AskedService.execution());
      assertThat(api.isAtRateLimit()).isTrue();
    }
  }
}
