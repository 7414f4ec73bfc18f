package io.github.bedrockjdbc.emulator.service;

import io.github.bedrockjdbc.emulator.data.Caller;
import io.github.bedrockjdbc.emulator.http.ServiceError;
import io.github.bedrockjdbc.emulator.http.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Page tokens that say nothing to a client. A token holds where the next page starts, and is good
 * only for the caller's region and account and for the parameters it was made for.
 */
final class Tokens {
  private static final byte[] KEY = "page tokens of the emulator".getBytes(StandardCharsets.UTF_8);
  private static final int SEAL = 16;

  /**
   * Where a walk stands.
   *
   * @param next index of the next job to look at
   * @param page how many pages came before, from 0
   */
  record Position(int next, int page) {}

  private Tokens() {}

  static String seal(Position position, Caller caller, ListCall call) {
    final byte[] plain =
        ByteBuffer.allocate(8).putInt(position.next()).putInt(position.page()).array();
    final byte[] seal = sealOf(plain, caller, call);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(SEAL + 8).put(seal).put(masked(plain, seal)).array());
  }

  /**
   * Where the walk goes on.
   *
   * @throws ServiceError if the token is not one of ours, or was made for another request
   */
  static Position open(String token, Caller caller, ListCall call) {
    final byte[] bytes = decoded(token);
    if (bytes.length == SEAL + 8) {
      final byte[] seal = Arrays.copyOf(bytes, SEAL);
      final byte[] plain = masked(Arrays.copyOfRange(bytes, SEAL, bytes.length), seal);
      if (MessageDigest.isEqual(seal, sealOf(plain, caller, call))) {
        final ByteBuffer fields = ByteBuffer.wrap(plain);
        return new Position(fields.getInt(), fields.getInt());
      }
    }
    throw ServiceError.validation("The provided nextToken is invalid.");
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] sealOf(byte[] plain, Caller caller, ListCall call) {
    final String bound = caller.account() + "/" + caller.region() + "/" + call.others();
    return Arrays.copyOf(Sha256.hmac(Sha256.hmac(KEY, bound), plain), SEAL);
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
