package io.github.bedrockjdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrockjdbc.driver.testing.Queries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that lets no connection through, on the way to every region. */
class RefusingProxyTest {
  @AutoClose private final ServerSocket proxy = open();

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void refuse() {
    final Thread thread = new Thread(this::answer, "proxy");
    thread.setDaemon(true);
    thread.start();
    System.setProperty("https.proxyHost", "127.0.0.1");
    System.setProperty("https.proxyPort", Integer.toString(proxy.getLocalPort()));
  }

  @AfterEach
  void restore() {
    System.clearProperty("https.proxyHost");
    System.clearProperty("https.proxyPort");
  }

  private void answer() {
    while (!proxy.isClosed()) {
      try (Socket socket = proxy.accept()) {
        final BufferedReader request =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = request.readLine();
            line != null && !line.isEmpty();
            line = request.readLine()) {}
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException closed) {
        // the next client, or the end
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";region=us-east-1",
        ";region=us-east-1;onUnreachable=skip",
        ";region=us-east-1,eu-west-1;onUnreachable=skip",
        ";region=us-east-1,eu-west-1;onUnreachable=skip;parallelism=1"
      })
  void isNamedWhetherOrNotRegionsMayBeSkipped(String settings) {
    assertThatThrownBy(
            () ->
                Queries.run(
                    "jdbc:bedrock:user=AKIA;password=s;maxAttempts=1" + settings,
                    "SELECT status, COUNT(*) FROM jobs GROUP BY status"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isNotEqualTo("HY000"))
        .hasMessageContaining("proxy 127.0.0.1:" + proxy.getLocalPort())
        .hasMessageContaining("requires a user and password")
        .hasMessageNotContaining("Exception");
  }
}
