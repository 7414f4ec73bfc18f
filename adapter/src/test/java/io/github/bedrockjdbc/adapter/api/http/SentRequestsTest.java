package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As many requests are sent as are counted: the client below sends none again by itself. */
class SentRequestsTest {
  private final BedrockEmulator emulator =
      BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).start();

  @AfterEach
  void close() {
    emulator.close();
  }

  private static Stream<Fault> lost() {
    return Stream.of(
        new Fault.Close(), new Fault.Reset(false), new Fault.Reset(true), new Fault.Truncate());
  }

  @ParameterizedTest
  @MethodSource("lost")
  void oneAttemptIsOneRequest(Fault fault) {
    try (AskedService service = new AskedService(emulator, 1)) {
      for (int call = 1; call <= 3; call++) { // on a new connection, and on one that was kept
        emulator.log().clear();
        emulator.inject(fault, 1);
        final ApiException failure = AskedService.failureOf(service::arns);
        assertThat(failure.kind()).isEqualTo(Kind.CONNECTION_LOST);
        assertThat(failure)
            .hasMessageContainingAll("Listing jobs failed: the connection was lost: ", "127.0.0.1")
            .hasMessageNotContaining("Exception");
        assertThat(emulator.log().requests()).hasSize(1);
        assertThat(service.arns()).hasSize(3);
        assertThat(emulator.log().requests()).hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lost")
  void furtherAttemptsAreCounted(Fault fault) {
    try (AskedService service = new AskedService(emulator, 3)) {
      assertThat(service.arns()).hasSize(3);
      emulator.inject(fault, 2);
      assertThat(service.arns()).hasSize(3);
      assertThat(emulator.log().requests()).hasSize(4);
      emulator.inject(fault, 1);
      final Execution one = new Execution(Cancellation.unlimited(), 1);
      assertThat(AskedService.failureOf(() -> service.list(one)).kind())
          .isEqualTo(Kind.REQUEST_LIMIT);
      assertThat(emulator.log().requests()).hasSize(5);
    }
  }
}
