package io.github.bedrockjdbc.adapter.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a host's addresses is connected to. */
class ConnectorTest {
  private static final InetAddress LOOPBACK = address("127.0.0.1");

  /** Many hosts at once, so that no connection can be made, wherever this runs. */
  private static final InetAddress NOBODY = address("224.0.0.1");

  @Test
  void whereOneAddressCannotBeReachedTheNextIsTried() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        Socket socket = socket(List.of(NOBODY, LOOPBACK), server.getLocalPort())) {
      assertThat(socket.getInetAddress()).isEqualTo(LOOPBACK);
    }
  }

  /** Java knows of further classes for this, which are not those of a connection that was lost. */
  @Test
  void whereNoneCanBeReachedNoConnectionIsMade() throws IOException {
    final int port;
    try (ServerSocket closed = new ServerSocket(0, 1, LOOPBACK)) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(() -> socket(List.of(NOBODY, LOOPBACK), port))
        .isInstanceOf(ConnectException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource({
    "5000, 1, 5000",
    "5000, 2, 2500",
    "5000, 8, 2000",
    "3000, 7, 2000",
    "1000, 6, 1000",
    "60000, 4, 15000",
    "0, 5, 1",
    "-10, 1, 1",
  })
  void oneThatDoesNotAnswerLeavesTimeForTheNext(int left, int addresses, int part) {
    assertThat(Connector.part(Duration.ofMillis(left), addresses)).hasMillis(part);
  }

  private static Socket socket(List<InetAddress> addresses, int port) throws IOException {
    final long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    return Connector.socket(addresses, port, end, new Abort());
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
