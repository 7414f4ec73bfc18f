package io.github.bedrockjdbc.adapter.api.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrockjdbc.adapter.api.http.HttpService;
import io.github.bedrockjdbc.adapter.testing.Emulated;
import io.github.bedrockjdbc.emulator.BedrockEmulator;
import io.github.bedrockjdbc.emulator.data.JobFixture;
import io.github.bedrockjdbc.emulator.server.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encrypted service behind a proxy, which sees nothing of what goes through it. */
class TunnelTest {
  private static final SelfSigned CERTIFICATE = SelfSigned.make("dns:bedrock.test");

  @TempDir private Path folder;

  /** What is read in the clear after a proxy's answer is not the service's. */
  private static final String INJECTED =
      "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n"
          + "{\"invocationJobSummaries\": []}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 Connected\r\n\r\n",
        "HTTP/1.0 200 Connection established\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        INJECTED,
      })
  void aTunnelIsMadeOnce(String answer) throws Exception {
    final Path bundle = Files.writeString(folder.resolve("bundle.pem"), CERTIFICATE.pem());
    try (BedrockEmulator emulator =
            BedrockEmulator.builder().jobs(JobFixture.of(3, 7)).encrypted(CERTIFICATE).start();
        Tunnels proxy = new Tunnels(emulator.port(), answer);
        HttpService service =
            Emulated.service(
                "https://bedrock.test",
                Map.of(
                    "AWS_CA_BUNDLE",
                    bundle.toString(),
                    "HTTPS_PROXY",
                    "http://me:p%40ss@127.0.0.1:" + proxy.port()))) {
      assertThat(Emulated.listed(service)).isEqualTo(3);
      assertThat(Emulated.listed(service)).isEqualTo(3);
      assertThat(proxy.requests())
          .containsExactly(
              """
              CONNECT bedrock.test:443 HTTP/1.1
              Host: bedrock.test:443
              Proxy-Authorization: Basic bWU6cEBzcw==

              """);
      assertThat(emulator.log().requests())
          .hasSize(2)
          .noneMatch(request -> request.toString().contains("Proxy-Authorization"));
    }
  }

  /** Connects whoever asks to one port of this machine. */
  private static final class Tunnels implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final int target;
    private final String answer;

    Tunnels(int target, String answer) throws IOException {
      this.target = target;
      this.answer = answer;
      start(this::serve);
    }

    int port() {
      return server.getLocalPort();
    }

    List<String> requests() {
      return List.copyOf(requests);
    }

    private void serve() throws IOException {
      while (true) {
        final Socket client = server.accept();
        final Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
        final StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
          request.append((char) client.getInputStream().read());
        }
        requests.add(request.toString().replace("\r", ""));
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        start(() -> copy(client.getInputStream(), service.getOutputStream()));
        start(() -> copy(service.getInputStream(), client.getOutputStream()));
      }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
      from.transferTo(to);
      to.close();
    }

    private static void start(Work work) {
      final Thread thread =
          new Thread(
              () -> {
                try {
                  work.run();
                } catch (IOException closed) {
                  // which ends it
                }
              },
              "tunnel");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }
}
