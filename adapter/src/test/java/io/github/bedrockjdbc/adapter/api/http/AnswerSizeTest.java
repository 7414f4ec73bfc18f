package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.transport.Body;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However much a server sends, only so much of it is read. */
class AnswerSizeTest {
  /** What lies in sockets between the two, at most. */
  private static final long UNDER_WAY = 16 << 20;

  private static final long MOST = (long) Body.MOST_MEBIBYTES << 20;
  private static final String TOO_LARGE = "larger than " + Body.MOST_MEBIBYTES + " MiB";

  private final BedrockEmulator emulator =
      BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).start();
  private final AskedService service = new AskedService(emulator, 1);

  @AfterEach
  void close() {
    assertThat(service.arns()).hasSize(3);
    service.close();
    emulator.awaitOpenExchanges(0);
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"invocationJobSummaries\": [", "{\"jobArn\": \"", "", "<html>"})
  void anAnswerWithoutEndIsRefusedAtTheLimit(String start) {
    final Fault.Endless endless = new Fault.Endless(200, start, " ".repeat(1 << 16));
    emulator.inject(endless, 1);
    final ApiException failure = AskedService.failureOf(service::arns);
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.httpStatus()).isEqualTo(200);
    assertThat(failure).hasMessageContainingAll(TOO_LARGE, "pageSize", "request id 0", "us-east-1");
    emulator.awaitOpenExchanges(0);
    assertThat(endless.sent()).isBetween(MOST, MOST + UNDER_WAY);
  }

  @Test
  void soIsAJobsOwn() {
    final Fault.Endless endless = new Fault.Endless(200, "{", " ".repeat(1 << 16));
    emulator.inject(endless, 1);
    final ApiException failure =
        AskedService.failureOf(() -> service.get(emulator.jobs().get(0).jobArn()));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure).hasMessageContaining(TOO_LARGE).hasMessageNotContaining("pageSize");
    emulator.awaitOpenExchanges(0);
  }

  @Test
  void aLengthThatIsTooMuchIsNotEvenAwaited() {
    emulator.inject(
        new Fault.Custom(200, Map.of("content-length", "99999999999"), "{\"a\": 1}"), 1);
    final ApiException failure = AskedService.failureOf(service::arns);
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure).hasMessageContaining(TOO_LARGE);
  }

  /** What is left out may be what tells the type; the status is always known. */
  @ParameterizedTest
  @CsvSource({
    "500, '{\"message\": \"',                               SERVER",
    "429, '<html>',                                         THROTTLED",
    "403, '{\"__type\": \"AccessDeniedException\", \"x\": \"', ACCESS_DENIED",
    "302, '<html>',                                         BAD_ANSWER"
  })
  void ofAnErrorThePartThatIsReadCounts(int status, String start, Kind kind) {
    final Fault.Endless endless = new Fault.Endless(status, start, "x".repeat(1 << 16));
    emulator.inject(endless, 1);
    final ApiException failure = AskedService.failureOf(service::arns);
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
    assertThat(failure.httpStatus()).isEqualTo(status);
    assertThat(failure.getMessage()).hasSizeLessThan(1000);
    emulator.awaitOpenExchanges(0);
    assertThat(endless.sent()).isLessThan((1L << 20) + UNDER_WAY);
  }

  @Test
  void aLargeAnswerBelowTheLimitIsRead() {
    emulator.inject(
        new Fault.Custom(
            200,
            Map.of(),
            "{\"invocationJobSummaries\": [{\"jobArn\": \"a\"}], \"x\": \""
                + "x".repeat((int) MOST - 1000)
                + "\"}"),
        1);
    assertThat(service.arns()).containsExactly("a");
  }
}
