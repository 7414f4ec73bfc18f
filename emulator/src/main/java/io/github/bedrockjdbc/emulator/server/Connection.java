package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.behavior.Fault;
import io.github.bedrockjdbc.emulator.http.Answer;
import io.github.bedrockjdbc.emulator.http.Api;
import io.github.bedrockjdbc.emulator.http.HttpRequest;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One client's connection: HTTP/1.1 with keep-alive, one request after the other. */
final class Connection implements Runnable, Client {
  private static final int POLL_MILLIS = 5;

  private final Socket socket;
  private final Exchanges exchanges;
  private final PushbackInputStream in;

  Connection(Socket socket, Exchanges exchanges) throws IOException {
    this.socket = socket;
    this.exchanges = exchanges;
    this.in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
    socket.setTcpNoDelay(true);
  }

  @Override
  public void run() {
    try (socket) {
      for (Optional<HttpRequest> next = next(); next.isPresent(); next = next()) {
        final HttpRequest request = next.get();
        exchanges.exchange(request, this);
        if (request.closesConnection() || socket.isClosed()) {
          return;
        }
      }
    } catch (IOException e) {
      // The client went away, or the emulator was closed; the log has it where it matters.
    }
  }

  private Optional<HttpRequest> next() throws IOException {
    try {
      return HttpRequest.read(in);
    } catch (ServiceError unreadable) {
      final Answer answer = unreadable.answer(Api.BEDROCK, "").with("Connection", "close");
      final byte[] body = bytes(answer);
      write(answer, body, body.length);
      return Optional.empty();
    }
  }

  /** Ends the connection from another thread. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  @Override
  public void hold(CountDownLatch until, Duration longest) throws IOException {
    final long end = System.nanoTime() + longest.toNanos();
    while (until.getCount() > 0) {
      final long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      listen((int) Math.min(left, POLL_MILLIS));
    }
  }

  /** Waits by reading, since that is how one learns that a client is gone. */
  private void listen(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      final int next = in.read();
      if (next < 0) {
        throw new EOFException("the client is gone");
      }
      in.unread(next);
      Thread.sleep(millis); // It sent more already: nothing to learn from reading.
    } catch (SocketTimeoutException e) {
      // Still there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EOFException("the emulator is closing");
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(0);
      }
    }
  }

  @Override
  public void send(Reply reply, HttpRequest request) throws IOException {
    final byte[] body = bytes(reply.answer());
    switch (reply.delivery()) {
      case WHOLE -> write(reply.answer(), body, request.method().equals("HEAD") ? 0 : body.length);
      case CUT -> {
        write(reply.answer(), body, body.length / 2);
        socket.close();
      }
      case RESET_MIDWAY -> {
        write(reply.answer(), body, body.length / 2);
        reset();
      }
      case RESET_FIRST -> reset();
      case NOTHING -> socket.close();
      case ENDLESS -> {
        final Fault.Endless endless = reply.endless().orElseThrow();
        final StringBuilder head = head(reply.answer());
        endless.promised().ifPresent(n -> head.append("Content-Length: ").append(n).append("\r\n"));
        socket
            .getOutputStream()
            .write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        pour(body, endless);
      }
    }
  }

  /** Ends where all that was promised is out, or with the exception of a client that is gone. */
  private void pour(byte[] start, Fault.Endless endless) throws IOException {
    final byte[] more = endless.more().getBytes(StandardCharsets.UTF_8);
    long left = endless.promised().orElse(Long.MAX_VALUE);
    for (byte[] next = start; left > 0; next = more) {
      final int length = (int) Math.min(left, next.length);
      socket.getOutputStream().write(next, 0, length);
      endless.sent(length);
      left -= length;
    }
  }

  private void reset() throws IOException {
    // Closing without lingering sends a reset.
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void write(Answer answer, byte[] body, int length) throws IOException {
    final StringBuilder head = head(answer);
    if (answer.headers().keySet().stream().noneMatch("Content-Length"::equalsIgnoreCase)) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    final byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    final byte[] all = Arrays.copyOf(start, start.length + length);
    System.arraycopy(body, 0, all, start.length, length);
    final OutputStream out = socket.getOutputStream();
    out.write(all);
    out.flush();
  }

  private static StringBuilder head(Answer answer) {
    final StringBuilder head =
        new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    answer
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head;
  }

  private static byte[] bytes(Answer answer) {
    return answer.body().getBytes(StandardCharsets.UTF_8);
  }
}
