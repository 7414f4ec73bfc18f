package io.github.bedrockjdbc.adapter.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The empty body of one request. The JDK's client sends a {@code GET} again by itself when the
 * connection ends before an answer, which nobody would count; it asks for the body's length each
 * time that it writes a request, and does not get it twice.
 */
final class SentOnce implements BodyPublisher {
  private final BodyPublisher empty = BodyPublishers.noBody();
  private final AtomicBoolean wasSent = new AtomicBoolean();

  @Override
  public long contentLength() {
    if (wasSent.getAndSet(true)) {
      throw new UncheckedIOException(
          new IOException("it ended before the first byte of a response"));
    }
    return 0;
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    empty.subscribe(subscriber);
  }
}
