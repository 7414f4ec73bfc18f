package io.github.bedrockjdbc.adapter.api.http;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** What was read of an answer: a server may send without end, and none is worth the JVM. */
final class Body {
  private static final int MEBIBYTE = 1 << 20;
  private static final int PART_OF_MEMORY = 32;

  /** Sixteen thousand bytes for each of a thousand jobs; of a small heap not more than a part. */
  static final int MOST_MEBIBYTES =
      (int) Math.max(4, Math.min(16, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / MEBIBYTE));

  /** Of an error only a few texts count. */
  private static final int MOST_OF_AN_ERROR = MEBIBYTE;

  private static final int FIRST = 1 << 16;

  private final byte[] bytes;
  private final int length;
  private final boolean isCut;

  private Body(byte[] bytes, int length, boolean isCut) {
    this.bytes = bytes;
    this.length = length;
    this.isCut = isCut;
  }

  /** Not a copy; what follows the length does not count. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Whether there was more. */
  boolean isCut() {
    return isCut;
  }

  /**
   * Reads as much as an answer of that status may have.
   *
   * @param end told when it is read
   */
  static BodySubscriber<Body> reader(HttpResponse.ResponseInfo answer, Consumer<Body> end) {
    final boolean isWanted = answer.statusCode() == 200;
    final int most = isWanted ? MOST_MEBIBYTES * MEBIBYTE : MOST_OF_AN_ERROR;
    final long told = answer.headers().firstValueAsLong("Content-Length").orElse(FIRST);
    return new Reader(most, told, isWanted && told > most, end);
  }

  private static final class Reader implements BodySubscriber<Body> {
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private final int most;
    private final boolean isTooLong; // by its own account, so that none of it is of use
    private final Consumer<Body> end;
    private byte[] bytes;
    private int length;
    private Subscription subscription;

    /**
     * @param told the length that the server promises
     */
    Reader(int most, long told, boolean isTooLong, Consumer<Body> end) {
      this.most = most;
      this.isTooLong = isTooLong;
      this.end = end;
      this.bytes = new byte[isTooLong ? 0 : (int) Math.min(Math.max(told, 0), most)];
    }

    @Override
    public CompletionStage<Body> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
      subscription = newSubscription;
      if (isTooLong) {
        cut();
      } else {
        subscription.request(Long.MAX_VALUE);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
      for (ByteBuffer piece : pieces) {
        final int taken = Math.min(piece.remaining(), most - length);
        makeRoom(length + taken);
        piece.get(bytes, length, taken);
        length += taken;
        if (piece.hasRemaining()) {
          cut();
          return;
        }
      }
    }

    private void cut() {
      subscription.cancel();
      ended(true);
    }

    private void ended(boolean isCut) {
      final Body read = new Body(bytes, length, isCut);
      end.accept(read);
      body.complete(read);
    }

    private void makeRoom(int needed) {
      if (needed > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, 2L * bytes.length), most));
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      ended(false);
    }
  }
}
