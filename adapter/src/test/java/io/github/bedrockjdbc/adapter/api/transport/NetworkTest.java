package io.github.bedrockjdbc.adapter.api.transport;

import static io.github.bedrockjdbc.adapter.api.transport.ScriptedServer.END;
import static io.github.bedrockjdbc.adapter.api.transport.ScriptedServer.answer;
import static io.github.bedrockjdbc.adapter.api.transport.ScriptedServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.hc.core5.http.HttpException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections are used again, and what is read of them. */
class NetworkTest {
  /** A server keeps a connection longer than nobody looks whether it did. */
  private static final int LONGER_THAN_FRESH = 150;

  @AutoClose private final Network network = new Network(Duration.ofSeconds(5), Map.of());

  @Test
  void whatIsSentAndWhatIsRead() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            answer("content-length: 2\r\nX-One: 1\r\nx-one: 2\r\n", "ab"), whole("cd"))) {
      final Response read =
          sent(
              new Request(
                  server.uri().resolve("/a%2Fb?c=%20&d"),
                  Map.of("X-Two", List.of("3", "4")),
                  Optional.empty()));
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.header("x-ONE")).contains("1");
      assertThat(read.header("x-none")).isEmpty();
      assertThat(text(read)).isEqualTo("ab");
      final Request post = new Request(server.uri(), Map.of(), Optional.of("{\"é\": 1}"));
      assertThat(text(sent(post))).isEqualTo("cd");
      final String host = "Host: " + server.uri().getAuthority() + "\n";
      assertThat(server.requests())
          .containsExactly(
              "GET /a%2Fb?c=%20&d HTTP/1.1\n" + host + "X-Two: 3\nX-Two: 4\n",
              "POST / HTTP/1.1\n" + host + "Content-Length: 9\n");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1\r\n\r\na",
        "Content-Length: 1\r\nKeep-Alive: timeout=5, max=1000\r\n\r\na",
        "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1;x=y\r\na\r\n0\r\nX-Trailer: 1\r\n\r\n",
      })
  void aConnectionIsUsedAgain(String first) throws Exception {
    try (ScriptedServer server = new ScriptedServer("HTTP/1.1 200 OK\r\n" + first, whole("b"))) {
      assertThat(get(server)).isEqualTo("a");
      assertThat(get(server)).isEqualTo("b");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** What comes after an answer is not the answer to the next request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\na",
        "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nKeep-Alive: max=9, timeout=0\r\n\r\na",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\nx",
      })
  void anotherConnectionIsMade(String first) throws Exception {
    try (ScriptedServer server = new ScriptedServer(first, whole("b"))) {
      assertThat(get(server)).isEqualTo("a");
      assertThat(get(server)).isEqualTo("b");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** Nor is what comes after an answer that has no body. */
  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void anAnswerWithoutBodyIsTheLast(int status) throws Exception {
    final String answer = "HTTP/1.1 %d No\r\n\r\n".formatted(status);
    try (ScriptedServer server = new ScriptedServer(answer + whole("x"), whole("b"))) {
      assertThat(sent(request(server.uri())).statusCode()).isEqualTo(status);
      assertThat(get(server)).isEqualTo("b");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void answersBeforeTheAnswerDoNotCount() throws Exception {
    final String early = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n";
    try (ScriptedServer server = new ScriptedServer(early + whole("a"), whole("b"))) {
      final Response read = sent(request(server.uri()));
      assertThat(text(read)).isEqualTo("a");
      assertThat(read.header("X")).isEmpty();
      assertThat(get(server)).isEqualTo("b");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void whatTheServerHasClosedIsNotUsed() throws Exception {
    try (ScriptedServer server = new ScriptedServer(whole("a"), END, whole("b"))) {
      assertThat(get(server)).isEqualTo("a");
      Thread.sleep(LONGER_THAN_FRESH);
      assertThat(get(server)).isEqualTo("b");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void anAnswerThatEndsWithItsConnectionIsRead() throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer("", "abc"), END)) {
      assertThat(get(server)).isEqualTo("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Len",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n",
      })
  void oneThatIsCutIsNone(String answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer, END)) {
      assertThatThrownBy(() -> get(server))
          .isInstanceOf(ExecutionException.class)
          .satisfies(NetworkTest::isOfTheNetwork);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/2.0 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
      })
  void whatIsNotHttpIsRefused(String answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer, END)) {
      assertThatThrownBy(() -> get(server))
          .isInstanceOf(ExecutionException.class)
          .satisfies(NetworkTest::isOfTheNetwork);
    }
  }

  @Test
  void headersWithoutEndAreNotKept() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer("HTTP/1.1 200 OK\r\n" + "X-More: 1\r\n".repeat(100_000), END)) {
      assertThatThrownBy(() -> get(server)).hasMessageContaining("Maximum header count");
    }
  }

  @Test
  void cancellingClosesTheConnection() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(answer("Content-Length: 3\r\n", "a"), whole("b"))) {
      final CompletableFuture<Response> waiting =
          network.sent(request(server.uri()), Optional.empty());
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      waiting.cancel(true);
      server.awaitEnd(0);
      assertThat(get(server)).isEqualTo("b");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void closingClosesWhatIsKept() throws Exception {
    try (ScriptedServer server = new ScriptedServer(whole("a"))) {
      get(server);
      network.close();
      server.awaitEnd(0);
      network.close();
      assertThatThrownBy(() -> get(server))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("its connections are closed");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingEndsWhatIsUnderWay(boolean isConnecting) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer("Content-Length: 3\r\n", "a"))) {
      final CompletableFuture<Response> waiting =
          network.sent(
              request(server.uri()),
              Optional.of(network.encrypting(Optional.empty())).filter(tls -> isConnecting));
      while (isConnecting ? server.connections() == 0 : server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      network.close();
      assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class);
      server.awaitEnd(0);
    }
  }

  /** Also if no request follows that would look for it. */
  @Test
  void whatNobodyUsesIsClosed() throws Exception {
    try (Network impatient = new Network(Duration.ofSeconds(5), Map.of(), Duration.ofMillis(1));
        ScriptedServer server = new ScriptedServer(whole("a"))) {
      assertThat(text(impatient.sent(request(server.uri()), Optional.empty()).get()))
          .isEqualTo("a");
      server.awaitEnd(0);
    }
  }

  @Test
  void headersAreNotShown() {
    assertThat(
            new Request(
                URI.create("http://a/b"), Map.of("X", List.of("TheCanary")), Optional.empty()))
        .hasToString("http://a/b");
  }

  @Test
  void aHeaderThatCannotBeSentIsNotShown() {
    for (String value : List.of("a\nX-Other: b", "a\r", "\u0000", "\u007f", "\u0085", "\u0100")) {
      assertThatThrownBy(
              () ->
                  new Request(
                      URI.create("http://127.0.0.1"),
                      Map.of("X", List.of(value)),
                      Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A header has a character that cannot be sent");
    }
  }

  private static void isOfTheNetwork(Throwable failure) {
    assertThat(failure.getCause()).isInstanceOfAny(HttpException.class, IOException.class);
  }

  private static Request request(URI uri) {
    return new Request(uri, Map.of(), Optional.empty());
  }

  private String get(ScriptedServer server) throws Exception {
    return text(sent(request(server.uri())));
  }

  private Response sent(Request request) throws Exception {
    return network.sent(request, Optional.empty()).get();
  }

  private static String text(Response response) {
    return new String(
        response.body().bytes(), 0, response.body().length(), StandardCharsets.ISO_8859_1);
  }
}
