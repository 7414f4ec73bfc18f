package io.github.bedrockjdbc.adapter.api.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers with what it is given, byte for byte, and remembers on which connection. */
final class ScriptedServer implements AutoCloseable {
  /** Instead of an answer: the end of the connection. */
  static final String END = "";

  private final ServerSocket server;
  private final Queue<String> answers;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();

  /**
   * @param answers one for each request, in the order in which they come; {@link #END} follows an
   *     answer at once
   */
  ScriptedServer(String... answers) throws IOException {
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.answers = new ArrayDeque<>(Arrays.asList(answers));
    final Thread thread = new Thread(this::serve, "scripted");
    thread.setDaemon(true);
    thread.start();
  }

  /** An answer of that body, with what the headers say. */
  static String answer(String headers, String body) {
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
  }

  /** A whole answer. */
  static String whole(String body) {
    return answer("Content-Length: " + body.length() + "\r\n", body);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** First lines and headers of all requests. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** The number of connections that were made so far. */
  int connections() {
    return accepted.size();
  }

  /** Waits until the client has closed a connection. */
  void awaitEnd(int connection) throws IOException {
    final Socket socket = List.copyOf(accepted).get(connection);
    try {
      while (socket.getInputStream().read() >= 0) {
        // what it still sends
      }
    } catch (SocketException reset) {
      // an end, too
    }
  }

  private void serve() {
    try {
      while (true) {
        final Socket client = server.accept();
        accepted.add(client);
        final Thread thread = new Thread(() -> serve(client), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      // which ends it
    }
  }

  private void serve(Socket client) {
    try {
      final BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      while (true) {
        final StringBuilder request = new StringBuilder();
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
          request.append(line).append('\n');
        }
        requests.add(request.toString());
        if (!send(client)) {
          client.close();
          return;
        }
      }
    } catch (IOException | NullPointerException gone) {
      // the client has closed it
    }
  }

  private synchronized boolean send(Socket client) throws IOException {
    final String next = answers.remove();
    client.getOutputStream().write(next.getBytes(StandardCharsets.ISO_8859_1));
    if (END.equals(answers.peek())) {
      answers.remove();
      return false;
    }
    return !next.isEmpty();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket each : accepted) {
      each.close();
    }
  }
}
