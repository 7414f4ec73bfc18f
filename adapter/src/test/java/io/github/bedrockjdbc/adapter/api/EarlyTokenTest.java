package io.github.bedrockjdbc.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found is the token that reading finds, or nothing. */
class EarlyTokenTest {
  private static final String LONGEST = "x".repeat(RequestParameter.NEXT_TOKEN.longest());

  /** Pieces of which some texts are answers, and many are nearly one. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\\\"",
          "\\\\",
          " ",
          "\n",
          "1",
          "null",
          "\"a\"",
          "\"nextToken\"",
          "nextToken",
          "\"nextToken\":\"t\"",
          "\"nextToken\" : \"u\"",
          "\"invocationJobSummaries\":[]",
          "\"invocationJobSummaries\":[{\"nextToken\":\"no\"}]",
          "\"other\":{\"nextToken\":\"no\"}",
          "\"other\":\"\\\",\\\"nextToken\\\":\\\"no\"",
          "\"nextToken\":null",
          "\"nextToken\":\"\"",
          "\"nextToken\":\"a\\u0062\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jobs': [{'a': 1}], 'nextToken': 'T+/='}",
        "{'nextToken':'T+/=','jobs':[{'nextToken':'no'}]}",
        "{'nextToken':'T+/='}",
        " \r\n{ \t'nextToken' \n:\r 'T+/=' } \n",
        "{'jobs':[],'nextToken':'T+/='}\n\n",
        "{'nextToken':'T+/=', 'jobs': []}",
        "{'text':'\\\\','nextToken':'T+/='}",
      })
  void isFoundAtEitherEnd(String answer) {
    assertThat(found(answer)).contains("T+/=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "}",
        "{}",
        "[{'nextToken':'T'}]",
        "{'jobs':[],'nextToken':'T'",
        "{'nextToken':'T','jobs':[",
        "{'jobs':[],'meta':{'nextToken':'T'}}",
        "{'jobs':[],'nextToken':'T','more':1}",
        "{'meta':{'nextToken':'T'},'jobs':[]}",
        "{'jobs':[],'anextToken':'T'}",
        "{'jobs':[],'a\\'nextToken':'T'}",
        "{'jobs':[],'nextToken':''}",
        "{'jobs':[],'nextToken':'T U'}",
        "{'jobs':[],'nextToken':'\\u0054'}",
        "{'jobs':[],'nextToken':'\u00e9'}",
        "{'jobs':[],'nextToken':7}",
        "{'jobs':[],'nextToken':null}",
        "{'a':',\\'nextToken\\':\\'T'}",
        "{'nextToken':'T' 'jobs':[]}",
      })
  void nothingElseIsTakenForIt(String answer) {
    assertThat(found(answer)).isEmpty();
  }

  @Test
  void whatIsTooLongToSendIsLeftToWhoeverReadsIt() {
    assertThat(found("{'jobs':[],'nextToken':'" + LONGEST + "'}")).contains(LONGEST);
    assertThat(found("{'nextToken':'" + LONGEST + "','jobs':[]}")).contains(LONGEST);
    assertThat(found("{'jobs':[],'nextToken':'" + LONGEST + "x'}")).isEmpty();
    assertThat(found("{'nextToken':'" + LONGEST + "x','jobs':[]}")).isEmpty();
  }

  @Test
  void isWhatReadingFindsInWhateverCanBeRead() {
    final SplittableRandom random = new SplittableRandom(42);
    int seen = 0;
    for (int i = 0; i < 200_000; i++) {
      final StringBuilder text = new StringBuilder("{");
      for (int pieces = random.nextInt(1, 7); pieces > 0; pieces--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextInt(2) == 0 ? "," : "");
      }
      final byte[] body = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
      final Optional<String> early = EarlyToken.find(body, body.length, "nextToken");
      if (early.isPresent() && read(body).isPresent()) {
        assertThat(early).as(text.toString()).isEqualTo(read(body).get());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  private static Optional<Optional<String>> read(byte[] body) {
    try (JsonParser parser = new JsonFactory().createParser(body)) {
      parser.nextToken();
      final Optional<String> token =
          JobRequests.page(JsonParser::skipChildren).read(parser).nextToken();
      return parser.nextToken() == null ? Optional.of(token) : Optional.empty();
    } catch (IOException | ApiException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> found(String answer) {
    final byte[] body = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    final byte[] longer = new byte[body.length + 20];
    System.arraycopy(body, 0, longer, 0, body.length);
    longer[body.length] = '}'; // what follows the length does not count
    return EarlyToken.find(longer, body.length, "nextToken");
  }
}
