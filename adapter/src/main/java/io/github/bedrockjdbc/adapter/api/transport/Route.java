package io.github.bedrockjdbc.adapter.api.transport;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;

/**
 * The way that a connection goes; requests of one route share connections.
 *
 * @param host of the service, an address of IPv6 without brackets
 * @param tls what encrypts; empty if nothing is encrypted
 * @param proxy on the way
 */
record Route(String host, int port, Optional<SSLSocketFactory> tls, Optional<ProxyInUse> proxy) {
  private static final int PLAIN = 80;
  private static final int ENCRYPTED = 443;

  static Route of(URI uri, Optional<SSLSocketFactory> tls, Optional<ProxyInUse> proxy) {
    final int port = uri.getPort() < 0 ? defaultPort(uri) : uri.getPort();
    return new Route(uri.getHost().replaceAll("[\\[\\]]", ""), port, tls, proxy);
  }

  /** Whether the port goes without saying. */
  static boolean isDefaultPort(URI uri) {
    return uri.getPort() == defaultPort(uri);
  }

  private static int defaultPort(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) ? ENCRYPTED : PLAIN;
  }

  /** Tells the proxy who asks, in a message that it reads. */
  void authorize(HttpMessage message) {
    proxy
        .flatMap(ProxyInUse::authorization)
        .ifPresent(value -> message.setHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
  }

  /** Whether a proxy reads each request, and passes it on. */
  boolean isForwarded() {
    return proxy.isPresent() && tls.isEmpty();
  }
}
