package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Credentials of a profile of the AWS files, for one thread. Made anew when the files change. Not
 * the SDK's own, which takes no other region than the profile's and follows a role in a circle.
 */
final class ProfileSource implements AwsCredentialsProvider, AutoCloseable {
  private final String name;
  private final AwsPlace place;
  private ProfileFile file;
  private AwsCredentialsProvider provider;

  ProfileSource(String name, AwsPlace place) {
    this.name = name;
    this.place = place;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    final NamedProfile profile = NamedProfile.of(name, place.aws().files());
    if (provider == null || !profile.file().equals(file)) {
      ProfileCheck.require(profile);
      close();
      file = profile.file();
      provider = provider(profile);
    }
    return provider.resolveCredentials();
  }

  private AwsCredentialsProvider provider(NamedProfile profile) {
    return switch (profile.sort()) {
      case WEB_IDENTITY ->
          AssumedRole.ofToken(
              profile.get(ProfileProperty.ROLE_ARN).orElseThrow(),
              sessionName(profile),
              Path.of(profile.get(ProfileProperty.WEB_IDENTITY_TOKEN_FILE).orElseThrow()),
              place,
              place.region(profile));
      case SINGLE_SIGN_ON ->
          ProfileCredentialsProvider.builder()
              .profileFile(profile.file())
              .profileName(profile.name())
              .build();
      case ROLE ->
          AssumedRole.of(
              new CredentialSettings.Role(
                  profile.get(ProfileProperty.ROLE_ARN).orElseThrow(),
                  profile.get(ProfileProperty.EXTERNAL_ID),
                  sessionName(profile)),
              base(profile),
              place,
              place.region(profile));
      case CONSOLE ->
          new ConsoleLogin(
              profile.get("login_session").orElseThrow(), place, place.region(profile));
      case PROCESS ->
          new CredentialProcess(
              profile.get(ProfileProperty.CREDENTIAL_PROCESS).orElseThrow(), place.commands());
      case KEYS -> keys(profile);
      case NONE -> throw new IllegalStateException(); // refused before
    };
  }

  /** Who assumes a profile's role. */
  private AwsCredentialsProvider base(NamedProfile role) {
    final Optional<String> named = role.get(ProfileProperty.CREDENTIAL_SOURCE);
    if (named.isPresent()) {
      return switch (named.get().toLowerCase(Locale.ROOT)) {
        case "environment" -> CredentialSource.ofProcess();
        case "ecscontainer" -> ContainerCredentialsProvider.builder().build();
        default -> InstanceProfileCredentialsProvider.create();
      };
    }
    return role.isItsOwnSource() ? keys(role) : provider(role.source().orElseThrow());
  }

  private static AwsCredentialsProvider keys(NamedProfile profile) {
    final String id = profile.get(ProfileProperty.AWS_ACCESS_KEY_ID).orElseThrow();
    final String secret = profile.get(ProfileProperty.AWS_SECRET_ACCESS_KEY).orElseThrow();
    return StaticCredentialsProvider.create(
        profile
            .get(ProfileProperty.AWS_SESSION_TOKEN)
            .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
            .orElseGet(() -> AwsBasicCredentials.create(id, secret)));
  }

  private static String sessionName(NamedProfile profile) {
    return profile
        .get(ProfileProperty.ROLE_SESSION_NAME)
        .orElse(CredentialSettings.Role.SESSION_NAME);
  }

  @Override
  public void close() {
    CredentialSource.close(provider);
    provider = null;
  }
}
