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
 * @param role a role to assume with the credentials that the others give
 */
public record CredentialSettings(
    Optional<String> profile,
    Optional<String> accessKeyId,
    Optional<String> secretAccessKey,
    Optional<String> sessionToken,
    Optional<String> apiKey,
    Optional<Role> role) {

  /**
   * A role to assume.
   *
   * @param arn of the role
   * @param externalId what the role's trust policy may ask for
   * @param sessionName how logs call whoever assumes it
   */
  public record Role(String arn, Optional<String> externalId, String sessionName) {
    /** Where nothing names one. */
    public static final String SESSION_NAME = "bedrock-jobs-jdbc";
  }

  /** How to call it before the account itself is known; empty if the settings do not tell. */
  public Optional<String> name() {
    return role.map(assumed -> "role " + assumed.arn())
        .or(() -> profile.map(name -> "profile " + name));
  }

  /** Whose jobs these can read; empty if only an answer can tell. */
  public Optional<String> accountId() {
    return role.map(assumed -> Arn.account(assumed.arn()));
  }

  /** Whether anything was given, so that an API key of the environment does not count. */
  public boolean isExplicit() {
    return profile.isPresent() || accessKeyId.isPresent() || apiKey.isPresent() || role.isPresent();
  }

  /** Says which were given, never the values of secrets. */
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
        + ", roleArn="
        + role.map(Role::arn).orElse("")
        + "]";
  }

  private static String given(Optional<String> secret) {
    return secret.isPresent() ? "***" : "";
  }
}
