package io.github.bedrockjdbc.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The other end of a connection, while it waits for an answer. */
interface Client {
  /**
   * Waits until something is released, or a time has passed.
   *
   * @throws IOException as soon as the client is gone
   */
  void hold(CountDownLatch until, Duration longest) throws IOException;
}
