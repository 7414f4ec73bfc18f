package io.github.bedrockjdbc.emulator.behavior;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** What can go wrong with a single request. */
public sealed interface Fault {
  /**
   * 429 {@code ThrottlingException}; of S3 503 {@code SlowDown}, of the tagging service 400.
   *
   * @param retryAfter seconds for the {@code Retry-After} header
   */
  record Throttle(OptionalInt retryAfter) implements Fault {
    /** Without {@code Retry-After}. */
    public Throttle() {
      this(OptionalInt.empty());
    }
  }

  /**
   * An error as the service words it.
   *
   * @param code HTTP status
   * @param type such as {@code InternalServerException}
   */
  record Status(int code, String type, String message) implements Fault {}

  /**
   * A proxy's answer instead of the service's: HTML, no error type, no request id.
   *
   * @param code HTTP status
   */
  record ProxyPage(int code) implements Fault {}

  /**
   * A reset of the TCP connection.
   *
   * @param midway in the middle of the body; else before the first byte
   */
  record Reset(boolean midway) implements Fault {}

  /** The connection ends in the middle of the body, in good order. */
  record Truncate() implements Fault {}

  /** The connection ends before the first byte of an answer, in good order. */
  record Close() implements Fault {}

  /**
   * 200 with a body that is not what it should be.
   *
   * @param body sent as JSON
   */
  record Malformed(String body) implements Fault {
    /** No JSON. */
    public static final Malformed NOT_JSON = new Malformed("{\"invocationJobSummaries\": [{]");

    /** JSON of another shape. */
    public static final Malformed WRONG_SHAPE =
        new Malformed("{\"invocationJobSummaries\": {\"jobArn\": [1, 2]}, \"nextToken\": 7}");
  }

  /**
   * Any answer at all.
   *
   * @param headers sent as they are, besides those that every answer has unless they are among them
   * @param body sent as UTF-8
   */
  record Custom(int code, Map<String, String> headers, String body) implements Fault {
    /** Copies the headers. */
    public Custom {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A body without end: it goes on until the client goes away or the emulator is closed. Or one of
   * a length that it promises, such as 5 GB.
   */
  final class Endless implements Fault {
    private final int code;
    private final String start;
    private final String more;
    private final OptionalLong promised;
    private final AtomicLong sent = new AtomicLong();

    /**
     * @param code HTTP status
     * @param start how the body begins
     * @param more comes again and again
     */
    public Endless(int code, String start, String more) {
      this(code, start, more, OptionalLong.empty());
    }

    private Endless(int code, String start, String more, OptionalLong promised) {
      this.code = code;
      this.start = start;
      this.more = more;
      this.promised = promised;
    }

    /** The same with a {@code Content-Length}; it ends there. */
    public Endless promising(long bytes) {
      return new Endless(code, start, more, OptionalLong.of(bytes));
    }

    /** The {@code Content-Length}; empty if there is none. */
    public OptionalLong promised() {
      return promised;
    }

    public int code() {
      return code;
    }

    public String start() {
      return start;
    }

    public String more() {
      return more;
    }

    public void sent(int bytes) {
      sent.addAndGet(bytes);
    }

    /** How many bytes the clients took, or what lies between took for them. */
    public long sent() {
      return sent.get();
    }
  }

  /**
   * 302 to somewhere else.
   *
   * @param location a URL
   */
  record Redirect(String location) implements Fault {}

  /** No answer until it is released, the client goes away or the emulator is closed. */
  final class Hang implements Fault {
    private final CountDownLatch released = new CountDownLatch(1);

    /** Lets the request be answered as if nothing had been. */
    public void release() {
      released.countDown();
    }

    public CountDownLatch released() {
      return released;
    }
  }
}
