package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * The AWS default chain, in the order of the AWS SDKs. Unlike theirs, it ends with a profile that
 * somebody named: what comes after it may be another account's.
 */
final class CredentialChain {
  private final AwsPlace place;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param isLast whether its failure is that of the chain
   */
  private record Candidate(BooleanSupplier isLast, Supplier<CredentialSource> source) {}

  private CredentialChain(AwsPlace place) {
    this.place = place;
  }

  /** The first source that has any. */
  static CredentialSource first(AwsPlace place) {
    final CredentialChain chain = new CredentialChain(place);
    chain.collect();
    for (final Candidate candidate : chain.candidates) {
      try {
        return opened(candidate.source.get());
      } catch (ApiException e) {
        if (e.kind() != Kind.UNAUTHENTICATED || candidate.isLast.getAsBoolean()) {
          throw e;
        }
        chain.failures.add(e.getMessage());
      }
    }
    throw new ApiException(
        Kind.UNAUTHENTICATED,
        "No AWS credentials were found: set user and password, profile or apiKey, or configure the"
            + " AWS default chain. "
            + String.join("; ", chain.failures));
  }

  private static CredentialSource opened(CredentialSource source) {
    try {
      source.resolve();
      return source;
    } catch (ApiException e) {
      source.close();
      throw e;
    }
  }

  /** Those that something points to, instance metadata always. */
  private void collect() {
    if (System.getProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property()) != null) {
      add("system properties", SystemPropertyCredentialsProvider::create);
    }
    if (System.getenv(SdkSystemSetting.AWS_ACCESS_KEY_ID.environmentVariable()) != null) {
      add("environment variables", EnvironmentVariableCredentialsProvider::create);
    }
    value(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE).ifPresent(this::addWebIdentity);
    addProfile();
    if (value(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI).isPresent()
        || value(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI).isPresent()) {
      add("container metadata", () -> ContainerCredentialsProvider.builder().build());
    }
    add("instance metadata", InstanceProfileCredentialsProvider::create);
  }

  private void add(String description, Supplier<? extends AwsCredentialsProvider> provider) {
    candidates.add(
        new Candidate(() -> false, () -> new CredentialSource(description, provider.get())));
  }

  private void addWebIdentity(String file) {
    final Optional<String> role = value(SdkSystemSetting.AWS_ROLE_ARN);
    if (role.isEmpty()) {
      failures.add("AWS_WEB_IDENTITY_TOKEN_FILE is set without AWS_ROLE_ARN");
      return;
    }
    add(
        "web identity (AWS_WEB_IDENTITY_TOKEN_FILE), role " + role.get(),
        () ->
            AssumedRole.ofToken(
                role.get(),
                value(SdkSystemSetting.AWS_ROLE_SESSION_NAME)
                    .orElse(CredentialSettings.Role.SESSION_NAME),
                Path.of(file),
                place,
                place.region().get()));
  }

  private void addProfile() {
    final AwsSettings aws = place.aws();
    final String name = aws.profileName();
    candidates.add(
        new Candidate(
            () ->
                aws.isProfileNamed()
                    && NamedProfile.of(name, aws.files()).sort() != NamedProfile.Sort.NONE,
            () -> {
              if (!aws.isProfileNamed() && aws.files().profiles().profile(name).isEmpty()) {
                throw new ApiException(Kind.UNAUTHENTICATED, "there is no default profile");
              }
              return CredentialSource.profile(name, place);
            }));
  }

  private static Optional<String> value(SdkSystemSetting setting) {
    return setting.getStringValue().map(String::strip).filter(text -> !text.isEmpty());
  }
}
