package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** A profile of the AWS files: what gives its credentials, and how that is said to people. */
final class NamedProfile {
  /** What gives credentials; the first that a profile has, in the order of the AWS SDK. */
  enum Sort {
    WEB_IDENTITY,
    SINGLE_SIGN_ON,
    ROLE,
    CONSOLE,
    PROCESS,
    KEYS,
    NONE
  }

  private final AwsFiles files;
  private final ProfileFile file;
  private final Profile profile;

  private NamedProfile(AwsFiles files, ProfileFile file, Profile profile) {
    this.files = files;
    this.file = file;
    this.profile = profile;
  }

  /** {@code SETTING} if there is none of that name. */
  static NamedProfile of(String name, AwsFiles files) {
    final ProfileFile file = files.profiles();
    return file.profile(name)
        .map(profile -> new NamedProfile(files, file, profile))
        .orElseThrow(() -> new ApiException(Kind.SETTING, unknown(name, file)));
  }

  private static String unknown(String name, ProfileFile file) {
    final Set<String> names = new TreeSet<>(file.profiles().keySet());
    return "There is no AWS profile '%s'; %s"
        .formatted(
            name,
            names.isEmpty()
                ? "the AWS configuration files hold none"
                : "there are: " + String.join(", ", names));
  }

  String name() {
    return profile.name();
  }

  /** The files as they were when this was read. */
  ProfileFile file() {
    return file;
  }

  /** What it says; a blank value says nothing. */
  Optional<String> get(String key) {
    return profile.property(key).filter(value -> !value.isBlank());
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  /** Another one of the same files. */
  Optional<NamedProfile> other(String name) {
    return file.profile(name).map(each -> new NamedProfile(files, file, each));
  }

  /** The one that gives the credentials to assume its role with; itself if it holds keys, too. */
  Optional<NamedProfile> source() {
    return sort() == Sort.ROLE
        ? get(ProfileProperty.SOURCE_PROFILE).flatMap(this::other)
        : Optional.empty();
  }

  boolean isItsOwnSource() {
    return get(ProfileProperty.SOURCE_PROFILE).filter(name()::equals).isPresent();
  }

  Optional<Profile> singleSignOnSession() {
    return get("sso_session").flatMap(name -> file.getSection("sso-session", name));
  }

  Sort sort() {
    if (has(ProfileProperty.ROLE_ARN) && has(ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
      return Sort.WEB_IDENTITY;
    }
    if (has("sso_session")
        || has(ProfileProperty.SSO_START_URL)
        || has(ProfileProperty.SSO_REGION)
        || has(ProfileProperty.SSO_ACCOUNT_ID)
        || has(ProfileProperty.SSO_ROLE_NAME)) {
      return Sort.SINGLE_SIGN_ON;
    }
    if (has(ProfileProperty.ROLE_ARN)) {
      return Sort.ROLE;
    }
    if (has("login_session")) {
      return Sort.CONSOLE;
    }
    if (has(ProfileProperty.CREDENTIAL_PROCESS)) {
      return Sort.PROCESS;
    }
    return holdsKeys() ? Sort.KEYS : Sort.NONE;
  }

  boolean holdsKeys() {
    return has(ProfileProperty.AWS_ACCESS_KEY_ID)
        || has(ProfileProperty.AWS_SECRET_ACCESS_KEY)
        || has(ProfileProperty.AWS_SESSION_TOKEN);
  }

  /** For people, such as {@code profile 'dev' (assumed role arn:…)}. */
  String description() {
    return "profile '" + name() + "' (" + sortForPeople() + ")";
  }

  private String sortForPeople() {
    return switch (sort()) {
      case WEB_IDENTITY -> "web identity, role " + get(ProfileProperty.ROLE_ARN).orElseThrow();
      case SINGLE_SIGN_ON ->
          "single sign-on, role " + get(ProfileProperty.SSO_ROLE_NAME).orElse("?");
      case ROLE -> "assumed role " + get(ProfileProperty.ROLE_ARN).orElseThrow();
      case CONSOLE -> "console log-in";
      case PROCESS -> "credential_process";
      case KEYS -> "keys";
      case NONE -> "no credentials";
    };
  }

  /** What gets a new session once this one is over: a command to copy; empty if nothing does. */
  String renewal() {
    if (sort() == Sort.ROLE && !isItsOwnSource()) {
      return source().map(NamedProfile::renewal).orElse("");
    }
    final String quoted =
        name().matches("[\\w.@:/+-]+") ? name() : '"' + name().replace("\"", "\\\"") + '"';
    return switch (sort()) {
      case SINGLE_SIGN_ON -> "; run: aws sso login --profile " + quoted;
      case CONSOLE -> "; run: aws login --profile " + quoted;
      default -> "";
    };
  }

  /** A mistake in what it says. */
  ApiException wrong(String what) {
    return wrong(Kind.SETTING, what);
  }

  ApiException wrong(Kind kind, String what) {
    return new ApiException(kind, "AWS profile '" + name() + "' " + what + files.place(name()));
  }
}
