package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write reaches a message, a log or a table short, in one line and without tricks. */
class AnswerTextsTest {
  /** ESC, NUL, line ends, C1, soft hyphen, zero width, right-to-left override, isolate, tag. */
  private static final String TRICKS =
      "\\u001b[31m\\u0000\\r\\n\\u0085\\u009b\\u00ad\\u200b\\u202e\\u2066\\u2028\\ufeff\\ud800"
          + "\\udb40\\udc41\\u007f";

  private static final BedrockEmulator EMULATOR = BedrockEmulator.builder().start();

  @AfterAll
  static void close() {
    EMULATOR.close();
  }

  private static ApiException failure(int status, Map<String, String> headers, String body) {
    EMULATOR.inject(new Fault.Custom(status, headers, body), 1);
    final ApiException failure;
    try (AskedService service = new AskedService(EMULATOR, 1)) { // none that was throttled before
      failure = AskedService.failureOf(service::arns);
    }
    for (final String text :
        List.of(failure.getMessage(), failure.type(), failure.requestId().orElse(""))) {
      assertThat(text.codePoints())
          .as(text)
          .noneMatch(
              c ->
                  switch (Character.getType(c)) {
                    case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        true;
                    default -> false;
                  });
    }
    assertThat(failure.getMessage()).hasSizeLessThan(1200);
    assertThat(failure.type()).hasSizeLessThanOrEqualTo(101);
    assertThat(failure.requestId().orElse("")).hasSizeLessThanOrEqualTo(101);
    return failure;
  }

  @ParameterizedTest
  @ValueSource(strings = {"__type", "code", "message", "Message"})
  void bodies(String name) {
    assertThat(failure(400, Map.of(), "{\"" + name + "\": \"a" + TRICKS + "b\"}"))
        .hasMessageContaining("a");
    assertThat(failure(400, Map.of(), "{\"" + name + "\": \"" + "x".repeat(500_000) + "\"}"))
        .hasMessageContaining("…");
    assertThat(failure(500, Map.of(), "{\"" + name + "\": \"" + "x".repeat(5_000_000) + "\"}"))
        .hasMessageContaining("HTTP 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amzn-ErrorType", "x-amzn-RequestId"})
  void headers(String name) {
    assertThat(failure(400, Map.of(name, "a\u001b[31m\u0000\u009b\u00ad\u007fb"), "{}"))
        .hasMessageMatching(".* a\\?\\[31m[ ?]{4}b\\W.*");
    assertThat(failure(400, Map.of(name, "x".repeat(100_000)), "{}")).hasMessageContaining("…");
  }

  @Test
  void quotesOfAnAnswer() {
    final ApiException failure =
        failure(200, Map.of(), "{\"__type\": \"a" + TRICKS + "x".repeat(1_000_000) + "\"}");
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure).hasMessageContaining("'__type' is 'a?[31m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "#", ":", ":http://internal.amazon.com/", "com.amazon#"})
  void aTypeThatIsNoneGivesWayToTheBodys(String type) {
    final ApiException failure =
        failure(
            400, Map.of("x-amzn-ErrorType", type), "{\"__type\": \"x#ExpiredTokenException:y\"}");
    assertThat(failure.type()).isEqualTo("ExpiredTokenException");
    assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
    assertThat(failure(400, Map.of("x-amzn-ErrorType", type), "{\"code\": \"\"}").kind())
        .as("nobody's type")
        .isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure(400, Map.of(), "{\"__type\": \"\", \"code\": \"Throttling\"}").kind())
        .isEqualTo(Kind.THROTTLED);
  }

  @Test
  void aRequestIdThatIsEmptyIsNone() {
    final ApiException failure = failure(400, Map.of("x-amzn-RequestId", " "), "{}");
    assertThat(failure.requestId()).isEmpty();
    assertThat(failure).hasMessageContaining("request id none");
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After,       3,             3000",
    "Retry-After,       99999,         99999000",
    "Retry-After,       -1,            0",
    "Retry-After,       99999999999,   0",
    "Retry-After,       1.5,           0",
    "Retry-After,       Fri 31 Dec,    0",
    "x-amz-retry-after, 1500,          1500",
    "x-amz-retry-after, soon,          0"
  })
  void aWishToBeLeftAlone(String name, String value, long millis) {
    assertThat(failure(503, Map.of(name, value), "{}").retryAfter())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void theFirstLineOfAMessageIsCut() {
    assertThat(failure(400, Map.of(), "{\"__type\": \"T\", \"message\": \"\\n one\\n two\"}"))
        .hasMessageContaining("T one (HTTP 400")
        .hasMessageNotContaining("two");
  }
}
