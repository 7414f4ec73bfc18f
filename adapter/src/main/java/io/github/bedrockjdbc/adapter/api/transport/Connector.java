package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;

/** Makes connections: to a service or a proxy, through the proxy, and with TLS. */
final class Connector {
  private static final int TUNNELLED = 200;

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
    connection.bind(socket);
    try {
      if (route.tls().isPresent()) {
        socket.setSoTimeout(timeoutMillis);
        if (route.proxy().isPresent()) {
          tunnel(connection, route);
        }
        connection.bind(encrypted(route.tls().get(), socket, route), socket);
        socket.setSoTimeout(0);
      }
    } catch (IOException | HttpException | RuntimeException e) {
      connection.close(CloseMode.IMMEDIATE);
      throw e;
    }
    return connection;
  }

  /** The first of a host's addresses that answers. */
  private Socket socket(String host, int port, Abort abort) throws IOException {
    final long end = System.nanoTime() + Duration.ofMillis(timeoutMillis).toNanos();
    IOException failure = null;
    for (InetAddress address : InetAddress.getAllByName(host)) {
      final Socket socket = new Socket();
      abort.closes(() -> close(socket));
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, port), millisUntil(end));
        return socket;
      } catch (IOException e) {
        close(socket);
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    throw failure;
  }

  /** At least one: none would be without end. */
  private static int millisUntil(long nanos) {
    return (int) Math.max(1, Duration.ofNanos(nanos - System.nanoTime()).toMillis());
  }

  private void tunnel(Connection connection, Route route) throws IOException, HttpException {
    final URIAuthority service = new URIAuthority(route.host(), route.port());
    final ClassicHttpRequest request =
        new BasicClassicHttpRequest("CONNECT", null, service, service.toString());
    request.setHeader(HttpHeaders.HOST, service);
    route.authorize(request);
    final int status = executor.execute(request, connection, HttpCoreContext.create()).getCode();
    if (status != TUNNELLED) {
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
