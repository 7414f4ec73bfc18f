package io.github.bedrockjdbc.adapter.api.transport;

import java.util.Optional;

/**
 * The proxy on the way to an address.
 *
 * @param setting what names it
 * @param authorization the header that tells it who asks, a secret
 */
public record ProxyInUse(String host, int port, String setting, Optional<String> authorization) {
  /** What to do about its asking who asks. */
  public String credentialsAdvice() {
    final String where =
        setting.contains(".")
            ? "https.proxyUser and https.proxyPassword"
            : "http://user:password@" + host + ":" + port + " in " + setting;
    return authorization.isPresent()
        ? "rejected the user and password from " + where
        : "requires a user and password: set them with " + where;
  }

  /** Without the authorization. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + setting + ")";
  }
}
