package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.Timeout;

/** One connection, which knows whether another request may be sent on it. For one thread. */
final class Connection extends DefaultBHttpClientConnection {
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(1 << 17).setMaxHeaderCount(200).build();

  /** After a shorter pause nobody looks whether the server has closed it: looking takes 1 ms. */
  private static final Duration FRESH = Duration.ofMillis(100);

  private static final Timeout LOOK = Timeout.ofMilliseconds(1);

  private SessionInputBuffer read;
  private long pausedNanos;
  private long pauseNanos;
  private long endMillis;

  Connection() {
    super(LIMITS, null, null, null, null, null, new DefaultHttpResponseParserFactory(LIMITS));
  }

  /** Called for each answer with a body. */
  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream from) {
    read = buffer;
    return super.createContentInputStream(length, buffer, from);
  }

  /** Whether nothing came after an answer: what did would be read as the next one. */
  boolean isDrained() {
    return read != null && read.length() == 0; // without a body so far, nobody knows
  }

  /** Begins a pause that may take so long. */
  void pause(Duration most) {
    pausedNanos = System.nanoTime();
    pauseNanos = most.toNanos();
    endMillis = System.currentTimeMillis() + most.toMillis();
  }

  /** By two clocks: one stands still while the computer sleeps, and the other may be set. */
  boolean isExpired() {
    return System.nanoTime() - pausedNanos >= pauseNanos || System.currentTimeMillis() > endMillis;
  }

  /** Whether the pause was short enough, the server kept it, and is silent. */
  boolean isReusable() {
    try {
      return isOpen()
          && !isExpired()
          && ensureOpen().getInputStream().available() == 0
          && (System.nanoTime() - pausedNanos < FRESH.toNanos() || isSilent());
    } catch (IOException gone) {
      return false;
    }
  }

  private boolean isSilent() throws IOException {
    try {
      awaitInput(LOOK); // returns for data, which nobody asked for, and at the end
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }
}
