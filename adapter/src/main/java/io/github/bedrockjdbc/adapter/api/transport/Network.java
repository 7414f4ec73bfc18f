package io.github.bedrockjdbc.adapter.api.transport;

import io.github.bedrockjdbc.adapter.api.Daemons;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.util.TimeValue;

/**
 * Sends requests on connections that are kept for half a minute. Nothing is sent twice, and no
 * redirect is followed. Safe for several threads.
 */
public final class Network implements AutoCloseable {
  private static final int KEPT_SECONDS = 30;

  private final Proxies proxies;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Connector connector;
  private final StrictConnPool<Route, Connection> pool =
      new StrictConnPool<>(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          TimeValue.NEG_ONE_SECOND,
          PoolReusePolicy.LIFO,
          null);
  private final ExecutorService threads;
  private final Map<Optional<String>, SSLSocketFactory> encrypting = new HashMap<>();

  /**
   * Sends nothing.
   *
   * @param connectTimeout how long a connection may take
   * @param environment environment variables, which may name proxies
   */
  public Network(Duration connectTimeout, Map<String, String> environment) {
    this.proxies = new Proxies(environment);
    this.connector = new Connector(connectTimeout, executor);
    final Daemons daemons = new Daemons("bedrock-jobs-http");
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEPT_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> daemons.newThread(() -> thenCloseExpired(work)));
  }

  /** A thread ends when it had nothing to do for as long as the connections that it used last. */
  private void thenCloseExpired(Runnable work) {
    work.run();
    pool.closeExpired();
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
   * @return fails with an {@link IOException} or an {@link HttpException}
   */
  public CompletableFuture<Response> sent(Request request, Optional<SSLSocketFactory> tls) {
    final Route route = Route.of(request.uri(), tls, proxy(request.uri()));
    final CompletableFuture<Response> answer = new CompletableFuture<>();
    final Abort abort = new Abort();
    final CompletableFuture<?> unused =
        answer.whenComplete(
            (response, failure) -> {
              if (answer.isCancelled()) {
                abort.now();
              }
            });
    threads.execute(
        () -> {
          try {
            answer.complete(exchange(request, route, abort));
          } catch (Throwable failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer;
  }

  private Response exchange(Request request, Route route, Abort abort)
      throws IOException, HttpException {
    final ClassicHttpRequest message = request.message(route.isForwarded());
    if (route.isForwarded()) {
      route.authorize(message);
    }
    final PoolEntry<Route, Connection> entry = leased(route);
    boolean isReusable = false;
    try {
      if (!entry.hasConnection()) {
        entry.assignConnection(connector.connection(route, abort));
      }
      final Connection connection = entry.getConnection();
      abort.closes(() -> connection.close(CloseMode.IMMEDIATE));
      final HttpCoreContext context = HttpCoreContext.create();
      final ClassicHttpResponse answer = executor.execute(message, connection, context);
      final Response response = Response.of(answer);
      isReusable =
          !response.body().isCut()
              && executor.keepAlive(message, answer, connection, context)
              && connection.isDrained();
      return response;
    } finally {
      abort.disarm();
      release(entry, isReusable);
    }
  }

  /** A connection that was kept, or the place of a new one. */
  private PoolEntry<Route, Connection> leased(Route route) {
    PoolEntry<Route, Connection> entry = lease(route);
    while (entry.hasConnection() && !entry.getConnection().isReusable()) {
      release(entry, false);
      entry = lease(route);
    }
    return entry;
  }

  private PoolEntry<Route, Connection> lease(Route route) {
    try {
      return pool.lease(route, null).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e); // as many as are wanted, so that nobody waits
    }
  }

  private void release(PoolEntry<Route, Connection> entry, boolean isReusable) {
    if (isReusable) {
      entry.updateExpiry(TimeValue.ofSeconds(KEPT_SECONDS));
    } else {
      entry.discardConnection(CloseMode.IMMEDIATE);
    }
    pool.release(entry, isReusable);
    pool.closeExpired();
  }

  @Override
  public void close() {
    threads.shutdown();
    pool.close(CloseMode.IMMEDIATE);
  }
}
