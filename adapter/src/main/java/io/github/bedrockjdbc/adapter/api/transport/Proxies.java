package io.github.bedrockjdbc.adapter.api.transport;

import io.github.bedrockjdbc.adapter.api.Address;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy for an address: what the JVM's settings say, else those of the environment ({@code
 * HTTPS_PROXY}, {@code NO_PROXY}). Nothing goes to this machine through a proxy of the environment.
 */
final class Proxies {
  private static final int DEFAULT_PORT = 80;

  private final Map<String, String> environment;

  Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Which proxy a request goes through, and what names it; empty if it goes straight. */
  Optional<ProxyInUse> inUse(URI uri) {
    final Optional<String> authorization = authorization(uri);
    final String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (isOfJvm(uri)) {
      final String setting =
          System.getProperty(scheme + ".proxyHost") != null
              ? scheme + ".proxyHost"
              : "the JVM's settings";
      return ofJvm(uri).stream()
          .takeWhile(each -> each.type() != Proxy.Type.DIRECT) // what comes first is preferred
          .filter(each -> each.type() == Proxy.Type.HTTP)
          .map(Proxy::address)
          .filter(InetSocketAddress.class::isInstance)
          .map(InetSocketAddress.class::cast)
          .findFirst()
          .map(
              proxy ->
                  new ProxyInUse(proxy.getHostString(), proxy.getPort(), setting, authorization));
    }
    return ofEnvironment(uri)
        .map(
            proxy ->
                new ProxyInUse(
                    proxy.getHost(),
                    proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort(),
                    scheme.toUpperCase(Locale.ROOT) + "_PROXY",
                    authorization));
  }

  private Optional<String> authorization(URI uri) {
    final Optional<String> user =
        isOfJvm(uri)
            ? Optional.ofNullable(System.getProperty(uri.getScheme() + ".proxyUser"))
                .map(
                    name -> name + ":" + System.getProperty(uri.getScheme() + ".proxyPassword", ""))
            : ofEnvironment(uri)
                .map(URI::getRawUserInfo)
                .map(raw -> URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
    return user.map(
        text ->
            "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isOfJvm(URI uri) {
    return System.getProperty(uri.getScheme() + ".proxyHost") != null
        || ofJvm(uri).stream().anyMatch(each -> each.type() == Proxy.Type.HTTP);
  }

  private static List<Proxy> ofJvm(URI uri) {
    final ProxySelector jvm = ProxySelector.getDefault();
    try {
      return jvm == null ? List.of() : jvm.select(uri);
    } catch (IllegalArgumentException noPort) {
      throw new ApiException(Kind.SETTING, uri.getScheme() + ".proxyPort takes " + Address.PORT);
    }
  }

  private Optional<URI> ofEnvironment(URI uri) {
    final String name = uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
    return variable(name)
        .filter(text -> !isExcluded(uri.getHost()))
        .map(text -> proxy(text, name.toUpperCase(Locale.ROOT)));
  }

  private boolean isExcluded(String host) {
    return Address.isLoopback(host)
        || variable("no_proxy").stream()
            .flatMap(list -> Arrays.stream(list.split(",", -1)))
            .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT).replaceAll("^\\*?\\.", ""))
            .filter(pattern -> !pattern.isEmpty())
            .anyMatch(
                pattern ->
                    pattern.equals("*") || host.equals(pattern) || host.endsWith("." + pattern));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(text -> !text.isBlank());
  }

  private static URI proxy(String text, String variable) {
    try {
      final URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
      if (proxy.getHost() != null
          && proxy.getScheme().equalsIgnoreCase("http")
          && Address.isPort(proxy.getPort())) {
        return proxy;
      }
    } catch (IllegalArgumentException quotesTheText) {
      // said below
    }
    throw new ApiException(
        Kind.SETTING,
        variable
            + " takes http://host:port, with user:password@ where needed and "
            + Address.PORT
            + " or none");
  }
}
