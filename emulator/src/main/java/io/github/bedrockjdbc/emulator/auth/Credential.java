package io.github.bedrockjdbc.emulator.auth;

/**
 * A key pair that the emulator knows.
 *
 * @param account the jobs that it sees, twelve digits
 * @param sessionToken null for a long-lived key
 */
public record Credential(String accessKeyId, String secret, String sessionToken, String account) {
  /** Tells no secret. */
  @Override
  public String toString() {
    return "Credential[" + accessKeyId + ", account " + account + "]";
  }
}
