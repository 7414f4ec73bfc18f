package io.github.bedrockjdbc.adapter.engine;

import java.util.Optional;

/**
 * What the last job told that was read from a source.
 *
 * @param arnPrefix what its ARN begins with, up to the id
 * @param asker in whose name it was read, or {@link #NOBODY} if that is not certain
 */
record ObservedAccount(String arnPrefix, long asker) {
  static final long NOBODY = -1;

  /** Before the first one. */
  static final ObservedAccount NOTHING = new ObservedAccount("", NOBODY);

  /** Whether a job of such an ARN tells nothing new. */
  boolean isOf(String jobArn, long byAsker) {
    return asker == byAsker && isOf(jobArn);
  }

  /** Whether it is of the same region and account. */
  boolean isOf(String jobArn) {
    return !equals(NOTHING) && jobArn.startsWith(arnPrefix);
  }

  /** What each ARN begins with that is read in somebody's name; empty if that is not known. */
  Optional<String> prefix(long byAsker) {
    return Optional.of(arnPrefix).filter(prefix -> !equals(NOTHING) && asker == byAsker);
  }
}
