package io.github.bedrockjdbc.emulator.query;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Page tokens that say nothing to a client. A token holds where the next page starts, and is good
 * only for the caller's region and account and for the parameters it was made for.
 */
public final class Tokens {
  private static final byte[] KEY = "page tokens of the emulator".getBytes(StandardCharsets.UTF_8);
  private static final int SEAL = 16;

  /**
   * Where a walk stands.
   *
   * @param next index of the next job to look at
   * @param page how many pages came before, from 0
   */
  public record Position(int next, int page) {}

  private Tokens() {}

  /**
   * A token for where the walk goes on.
   *
   * @param bound all that the token is good for, besides the caller's region and account
   */
  public static String seal(Position position, Caller caller, String bound) {
    final byte[] plain =
        ByteBuffer.allocate(8).putInt(position.next()).putInt(position.page()).array();
    final byte[] seal = sealOf(plain, caller, bound);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(SEAL + 8).put(seal).put(masked(plain, seal)).array());
  }

  /**
   * Where the walk goes on; empty if the token is not one of ours, or was made for another request.
   */
  public static Optional<Position> open(String token, Caller caller, String bound) {
    final byte[] bytes = decoded(token);
    if (bytes.length == SEAL + 8) {
      final byte[] seal = Arrays.copyOf(bytes, SEAL);
      final byte[] plain = masked(Arrays.copyOfRange(bytes, SEAL, bytes.length), seal);
      if (MessageDigest.isEqual(seal, sealOf(plain, caller, bound))) {
        final ByteBuffer fields = ByteBuffer.wrap(plain);
        return Optional.of(new Position(fields.getInt(), fields.getInt()));
      }
    }
    return Optional.empty();
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] sealOf(byte[] plain, Caller caller, String bound) {
    final String all = caller.account() + "/" + caller.region() + "/" + bound;
    return Arrays.copyOf(Sha256.hmac(Sha256.hmac(KEY, all), plain), SEAL);
  }

  /** Its own inverse. */
  private static byte[] masked(byte[] bytes, byte[] seal) {
    final byte[] mask = Sha256.hmac(KEY, seal);
    final byte[] masked = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      masked[i] = (byte) (bytes[i] ^ mask[i]);
    }
    return masked;
  }
}
