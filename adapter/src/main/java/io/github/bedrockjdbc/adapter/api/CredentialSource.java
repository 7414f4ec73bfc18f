package io.github.bedrockjdbc.adapter.api;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Where credentials come from.
 *
 * @param description for people; no secret
 * @param renewal what helps when they are no longer good
 */
record CredentialSource(String description, String renewal, AwsCredentialsProvider provider)
    implements AutoCloseable {

  CredentialSource(String description, AwsCredentialsProvider provider) {
    this(description, "", provider);
  }

  static CredentialSource profile(String name) {
    final NamedProfile profile = NamedProfile.of(name);
    return new CredentialSource(
        profile.description(), profile.renewal(), ProfileCredentialsProvider.create(name));
  }

  /** The first source of the AWS default chain that has any, in the order of the AWS SDKs. */
  static CredentialSource ofChain(AwsSettings aws) {
    final List<String> failures = new ArrayList<>();
    for (final Supplier<CredentialSource> candidate : configured(aws)) {
      try {
        final CredentialSource source = candidate.get();
        try {
          source.resolve();
          return source;
        } catch (ApiException e) {
          source.close();
          throw e;
        }
      } catch (ApiException e) {
        failures.add(e.getMessage());
      }
    }
    throw new ApiException(
        Kind.UNAUTHENTICATED,
        "No AWS credentials were found: set user and password, profile or apiKey, or configure the"
            + " AWS default chain. "
            + failures.stream().collect(Collectors.joining("; ")));
  }

  /** Those that something points to, instance metadata always. */
  private static List<Supplier<CredentialSource>> configured(AwsSettings aws) {
    final List<Supplier<CredentialSource>> sources = new ArrayList<>();
    if (System.getProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property()) != null) {
      sources.add(
          () ->
              new CredentialSource(
                  "system properties", SystemPropertyCredentialsProvider.create()));
    }
    if (System.getenv(SdkSystemSetting.AWS_ACCESS_KEY_ID.environmentVariable()) != null) {
      sources.add(
          () ->
              new CredentialSource(
                  "environment variables", EnvironmentVariableCredentialsProvider.create()));
    }
    if (isSet(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)) {
      sources.add(
          () ->
              new CredentialSource(
                  "web identity, role "
                      + SdkSystemSetting.AWS_ROLE_ARN.getStringValue().orElse("?"),
                  WebIdentityTokenFileCredentialsProvider.create()));
    }
    if (!aws.profileName().equals("default") || NamedProfile.exists("default")) {
      sources.add(() -> profile(aws.profileName()));
    }
    if (isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)
        || isSet(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI)) {
      sources.add(
          () ->
              new CredentialSource(
                  "container metadata", ContainerCredentialsProvider.builder().build()));
    }
    sources.add(
        () ->
            new CredentialSource("instance metadata", InstanceProfileCredentialsProvider.create()));
    return sources;
  }

  private static boolean isSet(SdkSystemSetting setting) {
    return setting.getStringValue().isPresent();
  }

  /** Those of a role that these assume. */
  CredentialSource assuming(CredentialSettings.Role role, String region) {
    final AssumedRole assumed = new AssumedRole(role, this, region);
    return new CredentialSource(description + ", assumed role " + role.arn(), renewal, assumed);
  }

  /** Credentials that are good now; {@code UNAUTHENTICATED} if it has none. */
  AwsCredentialsIdentity resolve() {
    try {
      return provider.resolveCredentials();
    } catch (SdkException | IllegalStateException | IllegalArgumentException e) {
      throw new ApiException(
          Kind.UNAUTHENTICATED,
          "%s gave no credentials: %s%s"
              .formatted(description, CredentialFailure.text(e), renewal));
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
