package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.Daemons;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The connections to the service: one client that encrypts nothing, and one for each set of
 * authorities to trust, which takes its time to make.
 */
final class Network implements AutoCloseable {
  private final Duration connectTimeout;
  private final Proxies proxies;
  private final Map<Optional<String>, HttpClient> encrypting = new HashMap<>();
  private HttpClient plain;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new Daemons("bedrock-jobs-http"));
  private final StartingThread starting = new StartingThread(threads);

  Network(Duration connectTimeout, Map<String, String> environment) {
    this.connectTimeout = connectTimeout;
    this.proxies = new Proxies(environment);
  }

  /** Adds what a proxy on the way asks for. */
  void addProxyAuthorization(HttpRequest.Builder request, Call call) {
    proxies
        .authorization(call.uri())
        .ifPresent(value -> request.setHeader("Proxy-Authorization", value));
  }

  /** The proxy on the way to an address. */
  Optional<ProxyInUse> proxy(URI uri) {
    return proxies.inUse(uri);
  }

  /** For addresses on whose way nothing is encrypted: loads no authorities. */
  synchronized HttpClient plain() {
    if (plain == null) {
      plain = builder().sslContext(NoTls.context()).build();
    }
    return plain;
  }

  /** For all others. {@code SETTING} if the bundle of authorities cannot be read. */
  synchronized HttpClient encrypting(AwsSettings aws) {
    return encrypting.computeIfAbsent(
        aws.ofProcess("aws.caBundle", "AWS_CA_BUNDLE").or(() -> aws.ofProfile("ca_bundle")),
        bundle -> {
          final HttpClient.Builder builder = builder();
          bundle.map(TrustedAuthorities::of).ifPresent(builder::sslContext);
          return builder.build();
        });
  }

  /**
   * Sends a request. The answer is there when it is read; that the client then has another thread
   * end its own future takes longer. Cancelling it aborts the request.
   */
  CompletableFuture<Response> sent(HttpClient client, HttpRequest request) {
    final CompletableFuture<Response> read = new CompletableFuture<>();
    final CompletableFuture<HttpResponse<Body>> ended =
        starting.start(
            () ->
                client.sendAsync(
                    request,
                    answer ->
                        Body.reader(
                            answer,
                            body ->
                                read.complete(
                                    new Response(answer.statusCode(), answer.headers(), body)))));
    final CompletableFuture<?> unused =
        ended.whenComplete(
            (whole, failure) -> {
              if (failure == null) {
                read.complete(Response.of(whole));
              } else {
                read.completeExceptionally(failure);
              }
            });
    final CompletableFuture<?> unusedToo =
        read.whenComplete(
            (response, failure) -> {
              if (read.isCancelled()) {
                ended.cancel(true);
              }
            });
    return read;
  }

  private HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .executor(starting) // its own ones would outlive it by a minute
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(proxies)
        .connectTimeout(connectTimeout);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
