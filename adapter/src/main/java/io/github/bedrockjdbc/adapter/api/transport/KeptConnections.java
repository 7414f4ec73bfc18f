package io.github.bedrockjdbc.adapter.api.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.io.CloseMode;

/**
 * Connections between two requests, as many as there are of each route. Safe for several threads.
 */
final class KeptConnections implements AutoCloseable {
  private final Map<Route, Deque<Connection>> kept = new HashMap<>();
  private boolean isClosed;

  /** One that can be used; nobody else has it then. */
  Optional<Connection> take(Route route) {
    Optional<Connection> taken = newest(route);
    while (taken.isPresent() && !taken.get().isReusable()) {
      taken.get().close(CloseMode.IMMEDIATE);
      taken = newest(route);
    }
    return taken;
  }

  /** The server is the least likely to have closed the one that was used last. */
  private synchronized Optional<Connection> newest(Route route) {
    final Deque<Connection> ofRoute = kept.get(route);
    return Optional.ofNullable(ofRoute == null ? null : ofRoute.poll());
  }

  /** Keeps it for so long at most, and closes those that were kept for long enough. */
  void keep(Route route, Connection connection, Duration most) {
    connection.pause(most);
    synchronized (this) {
      kept.computeIfAbsent(route, each -> new ArrayDeque<>()).push(connection);
    }
    closeExpired();
  }

  /** Closes those that were kept for long enough; once this is closed, all. */
  void closeExpired() {
    for (Connection each : expired()) {
      each.close(CloseMode.GRACEFUL); // may write
    }
  }

  private synchronized List<Connection> expired() {
    final List<Connection> expired = new ArrayList<>();
    for (Deque<Connection> ofRoute : kept.values()) {
      for (Connection each : ofRoute) {
        if (isClosed || each.isExpired()) {
          expired.add(each);
        }
      }
      ofRoute.removeAll(expired);
    }
    kept.values().removeIf(Deque::isEmpty);
    return expired;
  }

  /** Closes them all, and those that come. */
  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
    }
    closeExpired();
  }
}
