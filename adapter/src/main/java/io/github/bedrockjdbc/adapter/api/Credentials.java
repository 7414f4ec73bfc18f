package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Who asks: what the settings say, else what the AWS default chain finds, at the first call. */
final class Credentials implements AutoCloseable {
  /** Where the AWS tools look for a Bedrock API key. */
  private static final String API_KEY_VARIABLE = "AWS_BEARER_TOKEN_BEDROCK";

  private final AwsCredentialsProvider provider;
  private final Optional<String> apiKey;
  private final Optional<String> environmentApiKey;

  Credentials(CredentialSettings settings, Map<String, String> environment) {
    this.provider = provider(settings);
    this.apiKey = settings.apiKey();
    this.environmentApiKey =
        settings.isExplicit()
            ? Optional.empty()
            : Optional.ofNullable(environment.get(API_KEY_VARIABLE)).filter(key -> !key.isBlank());
  }

  private static AwsCredentialsProvider provider(CredentialSettings settings) {
    if (settings.accessKeyId().isEmpty()) {
      return settings
          .profile()
          .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create) // no environment first
          .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
    final String id = settings.accessKeyId().get();
    final String secret = settings.secretAccessKey().orElseThrow();
    return StaticCredentialsProvider.create(
        settings.sessionToken().isPresent()
            ? AwsSessionCredentials.create(id, secret, settings.sessionToken().get())
            : AwsBasicCredentials.create(id, secret));
  }

  /**
   * The API key to send to this address, if one is to be sent. A key that merely stands in the
   * environment goes to the service's own hosts and to this machine, not to any endpoint that a URL
   * names.
   */
  Optional<String> bearerToken(URI uri) {
    return apiKey.or(() -> environmentApiKey.filter(key -> Endpoint.isServiceOrLocal(uri)));
  }

  /** Credentials that are good now; {@code UNAUTHENTICATED} if no source has any. */
  AwsCredentialsIdentity resolve() {
    try {
      return provider.resolveCredentials();
    } catch (SdkException | IllegalStateException | IllegalArgumentException e) {
      throw new ApiException(
          ApiException.Kind.UNAUTHENTICATED,
          "No AWS credentials could be loaded: set user and password, profile or apiKey, "
              + "or configure the AWS default chain",
          e);
    }
  }

  @Override
  public void close() {
    if (provider instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("A credential source did not close", e);
      }
    }
  }
}
