package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Where credentials come from.
 *
 * @param description for people; no secret
 * @param renewal what helps when their session is over
 */
record CredentialSource(String description, String renewal, AwsCredentialsProvider provider)
    implements AutoCloseable {

  CredentialSource(String description, AwsCredentialsProvider provider) {
    this(description, "", provider);
  }

  static CredentialSource profile(String name, AwsPlace place) {
    final NamedProfile profile = NamedProfile.of(name, place.aws().files());
    ProfileCheck.require(profile);
    return new CredentialSource(
        profile.description(), profile.renewal(), new ProfileSource(name, place));
  }

  /** Those that system properties or the environment hold. */
  static AwsCredentialsProvider ofProcess() {
    return System.getProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property()) != null
        ? SystemPropertyCredentialsProvider.create()
        : EnvironmentVariableCredentialsProvider.create();
  }

  /** Those of a role that these assume. */
  CredentialSource assuming(CredentialSettings.Role role, AwsPlace place) {
    return new CredentialSource(
        description + ", assumed role " + role.arn(),
        renewal,
        AssumedRole.of(role, provider, place, place.region().get()));
  }

  /** Credentials that are good now; {@code UNAUTHENTICATED} if it has none. */
  AwsCredentialsIdentity resolve() {
    try {
      return provider.resolveCredentials();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ApiException told) {
          throw told;
        }
      }
      throw new ApiException( // its causes quote what a process printed
          Kind.UNAUTHENTICATED,
          "%s gave no credentials: %s%s"
              .formatted(
                  description,
                  CredentialFailure.text(e),
                  CredentialFailure.isSessionOver(e) ? renewal : ""));
    }
  }

  @Override
  public void close() {
    close(provider);
  }

  static void close(AwsCredentialsProvider provider) {
    try {
      if (provider instanceof SdkAutoCloseable closeable) {
        closeable.close();
      } else if (provider instanceof AutoCloseable closeable) {
        closeable.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("A credential source did not close", e);
    }
  }
}
