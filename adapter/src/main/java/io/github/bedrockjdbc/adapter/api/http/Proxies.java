package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.Address;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
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
final class Proxies extends ProxySelector {
  /**
   * Without this the JDK's client leaves Basic out of what it sends to open a tunnel. It looks once
   * in a process, before its first request; whoever set it knows better.
   */
  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  private final Map<String, String> environment;

  Proxies(Map<String, String> environment) {
    this.environment = environment;
    final boolean hasUser =
        variable("https_proxy").filter(text -> text.contains("@")).isPresent()
            || System.getProperty("https.proxyUser") != null;
    if (hasUser && System.getProperty(DISABLED_SCHEMES) == null) {
      System.setProperty(DISABLED_SCHEMES, "");
    }
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (isOfJvm(uri)) {
      return ofJvm(uri);
    }
    return ofEnvironment(uri)
        .map(proxy -> InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy)))
        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
        .orElseGet(() -> List.of(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // the failed request tells
  }

  /** The header that proves to the proxy who asks; the client sends it to nobody else. */
  Optional<String> authorization(URI uri) {
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

  /** Which proxy a request goes through, and what names it; empty if it goes straight. */
  Optional<ProxyInUse> inUse(URI uri) {
    final String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    final boolean isOfJvm = isOfJvm(uri);
    final String setting =
        !isOfJvm
            ? scheme.toUpperCase(Locale.ROOT) + "_PROXY"
            : System.getProperty(scheme + ".proxyHost") != null
                ? scheme + ".proxyHost"
                : "the JVM's settings";
    return select(uri).stream()
        .map(Proxy::address)
        .filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .findFirst()
        .map(
            address ->
                new ProxyInUse(
                    address.getHostString(),
                    address.getPort(),
                    setting,
                    authorization(uri).isPresent()));
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

  private static int port(URI proxy) {
    return proxy.getPort() < 0 ? 80 : proxy.getPort();
  }
}
