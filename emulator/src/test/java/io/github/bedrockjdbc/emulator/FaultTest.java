package io.github.bedrockjdbc.emulator;

import static io.github.bedrockjdbc.emulator.testing.TestClient.errorType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.http.Operation;
import io.github.bedrockjdbc.emulator.server.RecordedRequest;
import io.github.bedrockjdbc.emulator.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
  private BedrockEmulator emulator;
  private TestClient client;

  @BeforeEach
  void start() {
    emulator = BedrockEmulator.builder().jobs(JobFixture.of(500, 1)).start();
    client = TestClient.of(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void faultsComeInOrderAndEnd() {
    emulator.inject(new Fault.Status(500, "InternalServerException", "Sorry."), 2);
    emulator.inject(new Fault.Throttle(OptionalInt.of(3)), 1);
    final List<HttpResponse<String>> four =
        List.of(client.list(), client.list(), client.list(), client.list());
    assertThat(four.stream().map(HttpResponse::statusCode)).containsExactly(500, 500, 429, 200);
    assertThat(errorType(four.get(0))).isEqualTo("InternalServerException");
    assertThat(TestClient.message(four.get(0))).isEqualTo("Sorry.");
    assertThat(four.get(2).headers().firstValue("Retry-After")).contains("3");
    assertThat(four).allMatch(each -> each.headers().firstValue("x-amzn-RequestId").isPresent());
    assertThat(emulator.log().requests().stream().map(RecordedRequest::errorType))
        .containsExactly(
            "InternalServerException", "InternalServerException", "ThrottlingException", null);
  }

  @Test
  void faultsHitTheRequestThatTheyAreFor() {
    final String arn = emulator.jobs().get(0).jobArn();
    emulator.injectAt(2, new Fault.Status(503, "ServiceUnavailableException", "Later."));
    assertThat(client.list().statusCode()).isEqualTo(200);
    assertThat(client.list().statusCode()).isEqualTo(503);
    emulator.injectAt(Operation.GET, 2, new Fault.Throttle());
    assertThat(client.get(arn).statusCode()).isEqualTo(200);
    assertThat(client.list().statusCode()).isEqualTo(200);
    assertThat(client.get(arn).statusCode()).isEqualTo(429);
    emulator.injectWhen(
        request -> "Failed".equals(request.parameters().get("statusEquals")), new Fault.Throttle());
    assertThat(client.list("statusEquals=Stopped").statusCode()).isEqualTo(200);
    assertThat(client.list("statusEquals=Failed").statusCode()).isEqualTo(429);
    assertThat(client.list("statusEquals=Failed").statusCode()).isEqualTo(200);
  }

  @Test
  void proxyPageIsNotOfTheService() {
    emulator.inject(new Fault.ProxyPage(502), 1);
    final HttpResponse<String> page = client.list();
    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).startsWith("<html>");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(page.headers().firstValue("x-amzn-RequestId")).isEmpty();
  }

  @Test
  void resetBeforeTheAnswer() throws IOException {
    emulator.inject(new Fault.Reset(false), 1);
    // A bare socket, since the JDK's client tries again by itself.
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
      socket
          .getOutputStream()
          .write("GET /model-invocation-jobs HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
    }
    assertThat(emulator.log().requests().get(0).status()).isZero();
  }

  @Test
  void answerThatEndsInItsMiddle() {
    for (final Fault fault : List.of(new Fault.Reset(true), new Fault.Truncate())) {
      emulator.inject(fault, 1);
      assertThatThrownBy(() -> client.list("maxResults=1000"))
          .as(fault.toString())
          .isInstanceOf(UncheckedIOException.class);
      assertThat(client.list().statusCode()).isEqualTo(200);
    }
    assertThat(emulator.log().requests()).hasSize(4);
  }

  @Test
  void malformedBodies() {
    emulator.inject(Fault.Malformed.NOT_JSON, 1);
    emulator.inject(Fault.Malformed.WRONG_SHAPE, 1);
    assertThatThrownBy(() -> TestClient.json(client.list()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TestClient.json(client.list())).containsEntry("nextToken", 7L);
  }

  @Test
  void anyAnswerAtAll() {
    emulator.inject(new Fault.Custom(418, Map.of("x-amzn-RequestId", "mine", "X", "a b"), "ä"), 1);
    final HttpResponse<String> response = client.list();
    assertThat(response.statusCode()).isEqualTo(418);
    assertThat(response.headers().firstValue("x-amzn-RequestId")).contains("mine");
    assertThat(response.headers().firstValue("X")).contains("a b");
    assertThat(response.body()).isEqualTo("ä");
  }

  @Test
  void bodyWithoutEndGoesOnUntilTheClientHasEnough() throws IOException {
    final Fault.Endless endless = new Fault.Endless(200, "{", " ".repeat(100));
    emulator.inject(endless, 1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
      socket
          .getOutputStream()
          .write("GET /model-invocation-jobs HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(1_000_000)).endsWith(' ', ' ');
    }
    emulator.awaitOpenExchanges(0);
    assertThat(endless.sent()).isGreaterThan(900_000);
  }

  @Test
  void connectionThatEndsBeforeTheAnswer() throws IOException {
    emulator.inject(new Fault.Close(), 1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
      socket
          .getOutputStream()
          .write("GET /model-invocation-jobs HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(emulator.log().requests().get(0).status()).isZero();
  }

  @Test
  void redirect() {
    emulator.inject(new Fault.Redirect("http://127.0.0.1:1/elsewhere"), 1);
    final HttpResponse<String> response = client.list();
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location")).contains("http://127.0.0.1:1/elsewhere");
  }

  @Test
  void hangingRequestIsAnsweredWhenReleased() {
    final Fault.Hang hang = new Fault.Hang();
    emulator.inject(hang, 1);
    final CompletableFuture<HttpResponse<String>> answer = client.listLater();
    emulator.awaitRequests(1);
    assertThat(emulator.openExchanges()).isEqualTo(1);
    assertThat(emulator.log().requests().get(0).status()).isZero();
    hang.release();
    assertThat(answer.join().statusCode()).isEqualTo(200);
    emulator.awaitOpenExchanges(0);
    assertThat(emulator.log().requests().get(0).aborted()).isFalse();
  }

  @Test
  void clientThatGoesAwayIsNoticed() {
    emulator.inject(new Fault.Hang(), 1);
    final CompletableFuture<HttpResponse<String>> answer = client.listLater();
    emulator.awaitRequests(1);
    final int connections = emulator.openConnections();
    answer.cancel(true);
    emulator.awaitOpenExchanges(0);
    emulator.awaitOpenConnections(connections - 1);
    assertThat(emulator.log().requests().get(0).aborted()).isTrue();
  }

  @Test
  void closingEndsHangingRequestsAndThreads() {
    emulator.inject(new Fault.Hang(), 1);
    final CompletableFuture<HttpResponse<String>> answer = client.listLater();
    emulator.awaitRequests(1);
    emulator.close();
    assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
    assertThat(emulator.openConnections()).isZero();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("bedrock-emulator") && thread.isAlive());
    emulator.close();
  }
}
