package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.Daemons;
import io.github.bedrockjdbc.adapter.api.auth.AwsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The connections to the service: one client for each set of authorities to trust. */
final class Network implements AutoCloseable {
  private final Duration connectTimeout;
  private final boolean isPlain;
  private final Proxies proxies;
  private final Map<Optional<String>, HttpClient> clients = new HashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new Daemons("bedrock-jobs-http"));

  /**
   * @param isPlain whether nothing is encrypted
   */
  Network(Duration connectTimeout, boolean isPlain, Map<String, String> environment) {
    this.connectTimeout = connectTimeout;
    this.isPlain = isPlain;
    this.proxies = new Proxies(environment);
  }

  /** Adds what a proxy on the way asks for. Comes before {@link #client}. */
  void addProxyAuthorization(HttpRequest.Builder request, Call call) {
    proxies
        .authorization(call.uri())
        .ifPresent(value -> request.setHeader("Proxy-Authorization", value));
  }

  /** The proxy on the way to an address. */
  Optional<ProxyInUse> proxy(URI uri) {
    return proxies.inUse(uri);
  }

  synchronized HttpClient client(AwsSettings aws) {
    return clients.computeIfAbsent(
        aws.ofProcess("aws.caBundle", "AWS_CA_BUNDLE").or(() -> aws.ofProfile("ca_bundle")),
        this::newClient);
  }

  private HttpClient newClient(Optional<String> bundle) {
    final HttpClient.Builder builder =
        HttpClient.newBuilder()
            .executor(threads) // its own ones would outlive it by a minute
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(proxies)
            .connectTimeout(connectTimeout);
    bundle
        .map(TrustedAuthorities::of)
        .or(() -> Optional.of(NoTls.context()).filter(none -> isPlain))
        .ifPresent(builder::sslContext);
    return builder.build();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
