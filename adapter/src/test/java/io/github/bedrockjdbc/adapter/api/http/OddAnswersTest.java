package io.github.bedrockjdbc.adapter.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successes that are none: each is read rightly or refused with what is wrong with it. */
class OddAnswersTest {
  private static final String JOB = "{\"jobArn\": \"a\"}";
  private static final BedrockEmulator EMULATOR =
      BedrockEmulator.builder().jobs(JobFixture.of(3, 3)).start();
  private static final AskedService SERVICE = new AskedService(EMULATOR, 1);

  @AfterEach
  void theNextCallSucceeds() {
    assertThat(SERVICE.arns()).hasSize(3);
  }

  @AfterAll
  static void close() {
    SERVICE.close();
    EMULATOR.awaitOpenExchanges(0);
    EMULATOR.close();
  }

  private static void answer(String body) {
    EMULATOR.inject(new Fault.Custom(200, Map.of(), body), 1);
  }

  private static String list(String jobs, String more) {
    return "{\"invocationJobSummaries\": [" + jobs + "]" + more + "}";
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("{\"Output\": {}}", "not a list of jobs: 'invocationJobSummaries' is missing"),
        Arguments.of("{\"__type\": 1, \"nextToken\": \"a\"}", "is missing, but '__type' is ''"),
        Arguments.of(
            "{\"__type\": \"ThrottlingException\", \"message\": \"slow\"}",
            "not a list of jobs: 'invocationJobSummaries' is missing, but '__type' is"
                + " 'ThrottlingException'"),
        Arguments.of("{\"message\": \"slow\"}", "'invocationJobSummaries' is missing"),
        Arguments.of(JOB, "'invocationJobSummaries' is missing"),
        Arguments.of("{\"invocationJobSummaries\": 1}", "is of an unexpected type"),
        Arguments.of("{\"invocationJobSummaries\": {}}", "is of an unexpected type"),
        Arguments.of(list("1", ""), "holds no objects"),
        Arguments.of(
            "{\"invocationJobSummaries\": [], \"invocationJobSummaries\": []}",
            "'invocationJobSummaries' occurs twice"),
        Arguments.of(
            list(JOB, ", \"nextToken\": \"a\", \"nextToken\": \"b\""), "'nextToken' occurs twice"),
        Arguments.of(list(JOB, "") + list(JOB, ""), "data after its end"),
        Arguments.of(list(JOB, "") + " x", "data after its end"),
        Arguments.of(
            list(JOB, ", \"nextToken\": 1"),
            "a 'nextToken' that cannot be sent: it is of an unexpected type"),
        Arguments.of(
            list(JOB, ", \"nextToken\": {}"),
            "a 'nextToken' that cannot be sent: it is of an unexpected type"),
        Arguments.of(
            list(JOB, ", \"nextToken\": \"\""), "a 'nextToken' that cannot be sent: it is empty"),
        Arguments.of(list(JOB, ", \"nextToken\": \"a b\""), "holds a blank or control character"),
        Arguments.of(list(JOB, ", \"nextToken\": \"a\\n\""), "holds a blank or control character"),
        Arguments.of(list(JOB, ", \"nextToken\": \"\\u0000\""), "a blank or control character"),
        Arguments.of(list(JOB, ", \"nextToken\": \"a\\ud800b\""), "a blank or control character"),
        Arguments.of(
            list(JOB, ", \"nextToken\": \"" + "x".repeat(2049) + "\""),
            "cannot be sent: it has 2049 characters"),
        Arguments.of(
            list("", ", \"x\": " + "[".repeat(1500) + "]".repeat(1500)), "nested deeper than 1000"),
        Arguments.of(
            list("", ", \"" + "n".repeat(60_000) + "\": 1"),
            "a name of more than 50000 characters"),
        Arguments.of(list("", ", \"n\": " + "1".repeat(1001)), "a number of more than 1000 digits"),
        Arguments.of(
            list("", ", \"n\": 1." + "1".repeat(1001)), "a number of more than 1000 digits"),
        Arguments.of("[".repeat(5000), "not a JSON object"),
        Arguments.of("\ufeff", "not JSON"),
        Arguments.of("{\"invocationJobSummaries\": [\u0000]}", "not JSON at line 1, column"),
        Arguments.of("{\"invocationJobSummaries\": [NaN]}", "not JSON at line 1, column"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefused(String body, String text) {
    answer(body);
    final ApiException failure = AskedService.failureOf(SERVICE::arns);
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.httpStatus()).isEqualTo(200);
    assertThat(failure).hasMessageContainingAll("Listing jobs failed: the response", text);
    assertThat(failure).hasMessageContainingAll("(HTTP 200, request id 0", "region us-east-1");
    assertThat(failure.getMessage()).doesNotContain("Stream").hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"nextToken\": null",
        ", \"__type\": \"list\"",
        ", \"x\": {\"y\": [{}, [[]]]}"
      })
  void isRead(String more) {
    answer(list(JOB, more));
    assertThat(SERVICE.arns()).containsExactly("a");
    answer("\n" + list(JOB, more + ", \"n\": " + "1".repeat(1000)) + "\n");
    assertThat(SERVICE.arns()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"nextToken\": null, \"novel\": 1}",
        "{\"invocationJobSummaries\": []}",
        "{\"invocationJobSummaries\": null, \"novel\": 1}"
      })
  void anEmptyListMayBeLeftOut(String body) {
    answer(body);
    assertThat(SERVICE.arns()).isEmpty();
    if (body.contains("nextToken")) {
      answer(body.replace("null", "\"next\""));
      assertThat(SERVICE.list().nextToken()).contains("next");
    }
  }

  @Test
  void aTokenMayBeAsLongAsTheServiceTakes() {
    final String token = "/+=_-.~%".repeat(256);
    answer(list(JOB, ", \"nextToken\": \"" + token + "\""));
    assertThat(SERVICE.list().nextToken()).contains(token);
  }

  /** Names that have one hash value: a table of names that takes them all is what is attacked. */
  @Test
  void namesThatCollideDoNoHarm() {
    final StringBuilder names = new StringBuilder();
    for (int i = 0; i < 1 << 12; i++) {
      names.append(", \"");
      for (int bit = 0; bit < 12; bit++) {
        names.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      names.append("\": 1");
    }
    answer(list(JOB, names.toString()));
    assertThat(SERVICE.arns()).containsExactly("a");
  }
}
