package io.github.bedrockjdbc.emulator.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** Takes connections on the loopback address; a thread for each, all of them daemons. */
public final class Listener implements AutoCloseable {
  private static final int BACKLOG = 500;

  private final ServerSocket server;
  private final Exchanges exchanges;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Gauge open = new Gauge("open connections");
  private final ExecutorService threads = Executors.newCachedThreadPool(Listener::thread);

  /**
   * Listens from now on.
   *
   * @param port 0 is any free one
   * @param certificate for TLS; empty for plain connections
   */
  public Listener(int port, Optional<SelfSigned> certificate, Exchanges exchanges) {
    this.exchanges = exchanges;
    try {
      this.server =
          certificate
              .map(SelfSigned::sockets)
              .orElseGet(ServerSocketFactory::getDefault)
              .createServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public Gauge open() {
    return open;
  }

  @Override
  public void close() {
    try {
      server.close();
      threads.shutdownNow();
      connections.forEach(Connection::close);
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a thread of the emulator does not end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        serve(server.accept());
      } catch (IOException e) {
        // Closed, which ends the loop, or a connection that failed before it began.
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    final Connection connection = new Connection(socket, exchanges);
    connections.add(connection);
    try {
      threads.execute(
          () -> {
            open.add(1);
            try {
              connection.run();
            } finally {
              connections.remove(connection);
              open.add(-1);
            }
          });
    } catch (RejectedExecutionException e) {
      // A closing socket may take one more connection, which would wait for ever.
      connection.close();
    }
  }

  private static Thread thread(Runnable work) {
    final Thread thread = new Thread(work, "bedrock-emulator");
    thread.setDaemon(true);
    return thread;
  }
}
