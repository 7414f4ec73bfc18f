package io.github.bedrockjdbc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.emulator.behavior.Behavior;
import io.github.bedrockjdbc.emulator.behavior.Knob;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final String GET = "GET /model-invocation-jobs HTTP/1.1\r\nHost: here\r\n";

  private BedrockEmulator emulator;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.builder().jobs(JobFixture.of(300, 1)).start();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  /** Everything that comes back until the connection ends. */
  private String conversation(String sent) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void connectionServesManyRequests() throws IOException {
    assertThat(conversation(GET + "\r\n" + GET + "\r\n" + GET + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .containsPattern("(?s)(HTTP/1.1 403 .*){3}");
    assertThat(emulator.log().requests()).hasSize(3);
  }

  @Test
  void latencyDoesNotLoseWhatWasSentMeanwhile() throws IOException {
    emulator.behave(Behavior.standard().with(Knob.LIST_LATENCY, Duration.ofMillis(20)));
    assertThat(conversation(GET + "\r\n" + GET + "Connection: close\r\n\r\n"))
        .containsPattern("(?s)(HTTP/1.1 403 .*){2}");
  }

  @Test
  void bodyOfARequestIsRead() throws IOException {
    assertThat(
            conversation(
                GET + "Content-Length: 5\r\n\r\nhello" + GET + "Connection: close\r\n\r\n"))
        .containsPattern("(?s)(HTTP/1.1 403 .*){2}");
  }

  @Test
  void headHasNoBody() throws IOException {
    assertThat(conversation(GET.replace("GET", "HEAD") + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("\r\n\r\n");
  }

  @Test
  void otherMethodsAreUnknown() throws IOException {
    assertThat(conversation(GET.replace("GET", "POST") + "Connection: close\r\n\r\n"))
        .contains("UnknownOperationException");
  }

  @Test
  void whatIsNoHttpEndsTheConnection() throws IOException {
    for (final String bad :
        List.of(
            "hello\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET /x?a=%zz HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
            "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")) {
      assertThat(conversation(bad))
          .as(bad)
          .startsWith("HTTP/1.1 400 ")
          .contains("Connection: close", "ValidationException");
    }
  }

  @Test
  void clientThatWouldRatherSpeakHttp2() throws IOException, InterruptedException {
    final java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(
                URI.create(emulator.endpoint() + "/model-invocation-jobs"))
            .build();
    final HttpClient eager = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    assertThat(eager.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void manyClientsAtOnce() {
    final TestClient client = TestClient.of(emulator);
    final List<Integer> statuses =
        Stream.generate(() -> client.listLater("maxResults=50")).limit(40).toList().stream()
            .map(CompletableFuture::join)
            .map(response -> response.statusCode())
            .distinct()
            .toList();
    assertThat(statuses).containsExactly(200);
    emulator.awaitOpenExchanges(0);
  }
}
