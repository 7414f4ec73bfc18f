package io.github.bedrockjdbc.adapter.api.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpEntity;

/** What was read of an answer: a server may send without end, and none is worth the JVM. */
public final class Body {
  private static final int MEBIBYTE = 1 << 20;
  private static final int PART_OF_MEMORY = 32;

  /** Sixteen thousand bytes for each of a thousand jobs; of a small heap not more than a part. */
  public static final int MOST_MEBIBYTES =
      (int) Math.max(4, Math.min(16, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / MEBIBYTE));

  /** Of an error only a few texts count. */
  private static final int MOST_OF_AN_ERROR = MEBIBYTE;

  /** Where a server does not say how much it sends. */
  private static final int FIRST = 1 << 16;

  private static final int SUCCESS = 200;

  private final byte[] bytes;
  private final int length;
  private final boolean isCut;

  private Body(byte[] bytes, int length, boolean isCut) {
    this.bytes = bytes;
    this.length = length;
    this.isCut = isCut;
  }

  /** Not a copy; what follows the length does not count. */
  public byte[] bytes() {
    return bytes;
  }

  /** The number of bytes that were read. */
  public int length() {
    return length;
  }

  /** Whether there was more. */
  public boolean isCut() {
    return isCut;
  }

  /** Reads as much as an answer of that status may have. */
  static Body of(ClassicHttpResponse answer) throws IOException {
    final HttpEntity entity = answer.getEntity();
    if (entity == null) {
      return new Body(new byte[0], 0, false);
    }
    final boolean isWanted = answer.getCode() == SUCCESS;
    final int most = isWanted ? MOST_MEBIBYTES * MEBIBYTE : MOST_OF_AN_ERROR;
    final long told = entity.getContentLength();
    if (isWanted && told > most) {
      return new Body(new byte[0], 0, true);
    }
    final Body read =
        read(entity.getContent(), told < 0 ? FIRST : (int) Math.min(told, most), most);
    if (read.length == 0 && isWanted && told < 0 && !entity.isChunked()) {
      throw new ConnectionClosedException("it ended within the headers of a response");
    }
    return read;
  }

  private static Body read(InputStream in, int first, int most) throws IOException {
    byte[] bytes = new byte[first];
    int length = 0;
    while (true) {
      final int more = in.readNBytes(bytes, length, bytes.length - length);
      length += more;
      final int next = length < bytes.length ? -1 : in.read();
      if (next < 0 || length == most) {
        return new Body(bytes, length, next >= 0);
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(2L * length, FIRST), most));
      bytes[length++] = (byte) next;
    }
  }
}
