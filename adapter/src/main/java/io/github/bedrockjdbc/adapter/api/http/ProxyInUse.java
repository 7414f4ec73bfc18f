package io.github.bedrockjdbc.adapter.api.http;

/**
 * The proxy on the way to an address.
 *
 * @param setting what names it
 * @param hasUser whether it is told who asks
 */
record ProxyInUse(String host, int port, String setting, boolean hasUser) {
  /** What to do about its asking who asks. */
  String credentialsAdvice() {
    final String where =
        setting.contains(".")
            ? "https.proxyUser and https.proxyPassword"
            : "http://user:password@" + host + ":" + port + " in " + setting;
    return hasUser
        ? "rejected the user and password from " + where
        : "requires a user and password: set them with " + where;
  }

  @Override
  public String toString() {
    return host + ":" + port + " (" + setting + ")";
  }
}
