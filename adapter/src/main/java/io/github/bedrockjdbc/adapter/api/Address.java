package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** What schemes, hosts and ports of addresses mean, wherever the address was written. */
public final class Address {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private static final int LARGEST_PORT = 65_535;

  /** What {@link #isPort} takes, where an address has to have one. */
  public static final String PORT = "a port from 1 to " + LARGEST_PORT;

  private Address() {}

  /** Whether nothing is encrypted on the way there. */
  public static boolean isPlain(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  /** Whether an address may have this port; a negative one stands for none. */
  public static boolean isPort(int port) {
    return port != 0 && port <= LARGEST_PORT;
  }

  /** Whether the host is this machine by its name alone; IPv6 with and without brackets. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }
}
