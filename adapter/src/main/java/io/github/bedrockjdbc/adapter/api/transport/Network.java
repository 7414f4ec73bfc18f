package io.github.bedrockjdbc.adapter.api.transport;

import io.github.bedrockjdbc.adapter.api.Daemons;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends requests on connections that are kept for half a minute, or for less if the server says so.
 * Nothing is sent twice, and no redirect is followed. Safe for several threads.
 */
public final class Network implements AutoCloseable {
  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final Pattern KEEP_ALIVE = Pattern.compile("(?i)timeout *= *(\\d{1,9})");

  private final Proxies proxies;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Connector connector;
  private final Duration most;
  private final KeptConnections kept = new KeptConnections();
  private final Set<Abort> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private final Map<Optional<String>, SSLSocketFactory> encrypting = new HashMap<>();

  /**
   * Sends nothing.
   *
   * @param connectTimeout how long a connection may take
   * @param environment environment variables, which may name proxies
   */
  public Network(Duration connectTimeout, Map<String, String> environment) {
    this(connectTimeout, environment, KEPT);
  }

  /**
   * The same.
   *
   * @param most how long a connection, or a thread, without a request is kept
   */
  Network(Duration connectTimeout, Map<String, String> environment, Duration most) {
    this.most = most;
    this.proxies = new Proxies(environment);
    this.connector = new Connector(connectTimeout, executor);
    final Daemons daemons = new Daemons("bedrock-jobs-http");
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            most.toNanos(),
            TimeUnit.NANOSECONDS,
            new SynchronousQueue<>(),
            work -> daemons.newThread(() -> thenCloseExpired(work)));
  }

  /** A thread ends when it had nothing to do for as long as the connections that it used last. */
  private void thenCloseExpired(Runnable work) {
    work.run();
    kept.closeExpired();
  }

  /** The proxy on the way to an address. {@code SETTING} if what names it names none. */
  public Optional<ProxyInUse> proxy(URI uri) {
    return proxies.inUse(uri);
  }

  /**
   * What encrypts; made once for each bundle.
   *
   * @param bundle a file of authorities to trust; empty for those of the JVM
   */
  public synchronized SSLSocketFactory encrypting(Optional<String> bundle) {
    return encrypting.computeIfAbsent(
        bundle,
        each -> each.map(TrustedAuthorities::of).orElseGet(Network::ofJvm).getSocketFactory());
  }

  private static SSLContext ofJvm() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends a request, and reads its answer. Cancelling closes the connection.
   *
   * @param tls what encrypts; empty if nothing is encrypted
   * @return fails with an {@link IOException}, or with another exception for what is not HTTP
   */
  public CompletableFuture<Response> sent(Request request, Optional<SSLSocketFactory> tls) {
    final Route route = Route.of(request.uri(), tls, proxy(request.uri()));
    final CompletableFuture<Response> answer = new CompletableFuture<>();
    final Abort abort = new Abort();
    underWay.add(abort);
    final CompletableFuture<?> unused =
        answer.whenComplete(
            (response, failure) -> {
              underWay.remove(abort);
              if (answer.isCancelled()) {
                abort.now();
              }
            });
    try {
      threads.execute(
          () -> {
            try {
              answer.complete(exchange(request, route, abort));
            } catch (Throwable failure) {
              answer.completeExceptionally(failure);
            }
          });
    } catch (RejectedExecutionException closed) {
      answer.completeExceptionally(new IOException("its connections are closed"));
    }
    return answer;
  }

  private Response exchange(Request request, Route route, Abort abort)
      throws IOException, HttpException {
    final ClassicHttpRequest message = request.message(route.isForwarded());
    if (route.isForwarded()) {
      route.authorize(message);
    }
    final Optional<Connection> used = kept.take(route);
    final Connection connection =
        used.isPresent() ? used.get() : connector.connection(route, abort);
    Duration pause = Duration.ZERO;
    try {
      abort.closes(() -> connection.close(CloseMode.IMMEDIATE));
      final HttpCoreContext context = HttpCoreContext.create();
      final ClassicHttpResponse answer = executor.execute(message, connection, context);
      final Response response = Response.of(answer);
      if (!response.body().isCut()
          && executor.keepAlive(message, answer, connection, context)
          && connection.isDrained()) {
        pause = pause(response);
      }
      return response;
    } finally {
      abort.disarm();
      if (pause.isZero()) {
        connection.close(CloseMode.IMMEDIATE);
      } else {
        kept.keep(route, connection, pause);
      }
    }
  }

  /** How long the connection may wait for a next request: the server may keep it for less. */
  private Duration pause(Response response) {
    final Matcher told = KEEP_ALIVE.matcher(response.header(HttpHeaders.KEEP_ALIVE).orElse(""));
    final Duration pause = told.find() ? Duration.ofSeconds(Long.parseLong(told.group(1))) : most;
    return pause.compareTo(most) < 0 ? pause : most;
  }

  /** Ends what is under way, and waits for nothing. */
  @Override
  public void close() {
    threads.shutdown();
    kept.close();
    underWay.forEach(Abort::now);
  }
}
