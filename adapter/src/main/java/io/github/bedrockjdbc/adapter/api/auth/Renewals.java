package io.github.bedrockjdbc.adapter.api.auth;

import java.time.Duration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * When to look for other credentials than those that the service refuses. After a time in vain less
 * and less often, as each may ask other services; for one thread at a time.
 */
final class Renewals {
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  private AwsCredentialsIdentity last;
  private long endNanos;
  private int inVain;

  /** Whether to look now. */
  boolean begin(AwsCredentialsIdentity refused) {
    if (last == null || !same(last, refused)) {
      inVain = 0;
      return true;
    }
    final Duration pause =
        SHORTEST_PAUSE.multipliedBy(1L << Math.min(inVain, LONGEST_PAUSE_DOUBLINGS));
    if (System.nanoTime() - endNanos < pause.toNanos()) {
      return false;
    }
    inVain++;
    return true;
  }

  /** What was found. */
  void end(AwsCredentialsIdentity found) {
    last = found;
    endNanos = System.nanoTime();
  }

  static boolean same(AwsCredentialsIdentity one, AwsCredentialsIdentity other) {
    return one.accessKeyId().equals(other.accessKeyId())
        && one.secretAccessKey().equals(other.secretAccessKey());
  }
}
