package io.github.bedrockjdbc.adapter.api;

import java.util.Optional;

/**
 * Credentials as a connection's settings give them; all empty means the AWS default chain.
 *
 * @param profile a profile of the AWS configuration files
 * @param accessKeyId goes with {@code secretAccessKey}
 * @param secretAccessKey secret
 * @param sessionToken secret; for temporary credentials
 * @param apiKey secret; a Bedrock API key, sent instead of a signature
 */
public record CredentialSettings(
    Optional<String> profile,
    Optional<String> accessKeyId,
    Optional<String> secretAccessKey,
    Optional<String> sessionToken,
    Optional<String> apiKey) {

  /** Whether anything was given, so that nothing of the environment counts. */
  boolean isExplicit() {
    return profile.isPresent() || accessKeyId.isPresent() || apiKey.isPresent();
  }

  /** Says which were given, never their values. */
  @Override
  public String toString() {
    return "CredentialSettings[profile="
        + profile.orElse("")
        + ", accessKeyId="
        + given(accessKeyId)
        + ", secretAccessKey="
        + given(secretAccessKey)
        + ", sessionToken="
        + given(sessionToken)
        + ", apiKey="
        + given(apiKey)
        + "]";
  }

  private static String given(Optional<String> secret) {
    return secret.isPresent() ? "***" : "";
  }
}
