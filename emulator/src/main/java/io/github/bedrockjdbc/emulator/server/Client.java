package io.github.bedrockjdbc.emulator.server;

import io.github.bedrockjdbc.emulator.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The other end of a connection. */
interface Client {
  /**
   * Waits until something is released, or a time has passed.
   *
   * @throws IOException as soon as the client is gone
   */
  void hold(CountDownLatch until, Duration longest) throws IOException;

  /**
   * Sends the reply to a request.
   *
   * @throws IOException if the client is gone
   */
  void send(Reply reply, HttpRequest request) throws IOException;
}
