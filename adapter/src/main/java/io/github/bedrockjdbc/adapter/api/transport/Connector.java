package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.net.URIAuthority;

/** Makes connections: to a service or a proxy, through the proxy, and with TLS. */
final class Connector {
  /** For an address of several, if there is time for that. */
  private static final Duration FAIR = Duration.ofSeconds(2);

  private final int timeoutMillis;
  private final HttpRequestExecutor executor;

  /**
   * @param timeout of connecting, and of each answer until a connection is made
   */
  Connector(Duration timeout, HttpRequestExecutor executor) {
    this.timeoutMillis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    this.executor = executor;
  }

  /**
   * A new connection.
   *
   * @throws SocketTimeoutException if it is not made in time
   * @throws TunnelRefused if the proxy makes no tunnel
   */
  Connection connection(Route route, Abort abort) throws IOException, HttpException {
    final Socket socket =
        route.proxy().isPresent()
            ? socket(route.proxy().get().host(), route.proxy().get().port(), abort)
            : socket(route.host(), route.port(), abort);
    final Connection connection = new Connection();
    try {
      if (route.tls().isEmpty()) {
        connection.bind(socket);
      } else {
        socket.setSoTimeout(timeoutMillis);
        if (route.proxy().isPresent()) {
          tunnel(socket, route);
        }
        connection.bind(encrypted(route.tls().get(), socket, route), socket);
        socket.setSoTimeout(0);
      }
      return connection;
    } catch (IOException | HttpException | RuntimeException e) {
      close(socket);
      throw e;
    }
  }

  private Socket socket(String host, int port, Abort abort) throws IOException {
    final long end = System.nanoTime() + Duration.ofMillis(timeoutMillis).toNanos();
    return socket(List.of(InetAddress.getAllByName(host)), port, end, abort);
  }

  /**
   * The first of a host's addresses that answers.
   *
   * @throws SocketTimeoutException if the first one does not answer in time, nor do the others
   * @throws ConnectException if the first one refuses, or cannot be reached, nor can the others
   */
  static Socket socket(List<InetAddress> addresses, int port, long endNanos, Abort abort)
      throws IOException {
    final List<IOException> failures = new ArrayList<>();
    for (InetAddress address : addresses) {
      final Socket socket = new Socket();
      abort.closes(() -> close(socket));
      try {
        socket.setTcpNoDelay(true);
        final Duration left = Duration.ofNanos(endNanos - System.nanoTime());
        final Duration part = part(left, addresses.size() - failures.size());
        socket.connect(new InetSocketAddress(address, port), (int) part.toMillis());
        return socket;
      } catch (IOException e) {
        close(socket);
        failures.add(e);
      }
    }
    final IOException first = failures.get(0);
    final IOException failure =
        first instanceof SocketTimeoutException ? first : new ConnectException(first.getMessage());
    failures.stream().filter(each -> each != failure).forEach(failure::addSuppressed);
    throw failure;
  }

  /** Of the time that is left: one that does not answer must leave some for the next. */
  static Duration part(Duration left, int addresses) {
    final Duration fair = left.compareTo(FAIR) < 0 ? left : FAIR;
    final Duration even = left.dividedBy(addresses);
    final Duration part = even.compareTo(fair) > 0 ? even : fair;
    return part.toMillis() > 0 ? part : Duration.ofMillis(1); // none would be without end
  }

  /**
   * Has the proxy connect to the service. What it sends with its answer stays in a buffer that
   * nobody reads: it must not be taken for an answer of the service.
   */
  private void tunnel(Socket socket, Route route) throws IOException, HttpException {
    final Connection connection = new Connection();
    connection.bind(socket);
    final URIAuthority service = new URIAuthority(route.host(), route.port());
    final ClassicHttpRequest request =
        new BasicClassicHttpRequest("CONNECT", null, service, service.toString());
    request.setHeader(HttpHeaders.HOST, service);
    route.authorize(request);
    final int status = executor.execute(request, connection, HttpCoreContext.create()).getCode();
    if (status / 100 != 2) {
      throw new TunnelRefused(status);
    }
  }

  private static SSLSocket encrypted(SSLSocketFactory tls, Socket socket, Route route)
      throws IOException {
    final SSLSocket encrypted =
        (SSLSocket) tls.createSocket(socket, route.host(), route.port(), true);
    final SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // which is what was wanted
    }
  }
}
