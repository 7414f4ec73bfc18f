package io.github.bedrockjdbc.adapter.api;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** A profile of the AWS files: what gives its credentials, and what can be wrong with that. */
final class NamedProfile {
  private final ProfileFile file;
  private final Profile profile;

  private NamedProfile(ProfileFile file, Profile profile) {
    this.file = file;
    this.profile = profile;
  }

  /** {@code SETTING} if there is none of that name, or if it cannot work here. */
  static NamedProfile of(String name) {
    final ProfileFile file = ProfileFile.defaultProfileFile();
    final Profile profile =
        file.profile(name).orElseThrow(() -> new ApiException(Kind.SETTING, unknown(name, file)));
    final NamedProfile named = new NamedProfile(file, profile);
    named.refusePasswords(profile, new HashSet<>());
    return named;
  }

  static boolean exists(String name) {
    return ProfileFile.defaultProfileFile().profile(name).isPresent();
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

  /** Nobody is there who could type one. */
  private void refusePasswords(Profile link, Set<String> seen) {
    if (!seen.add(link.name()) || !has(link, ProfileProperty.ROLE_ARN)) {
      return;
    }
    if (has(link, ProfileProperty.MFA_SERIAL)) {
      throw new ApiException(
          Kind.SETTING,
          "AWS profile '%s' asks for a one-time password (mfa_serial), which nobody can enter here: "
                  .formatted(link.name())
              + "use a profile with a credential_process, with single sign-on,"
              + " or with temporary keys of 'aws sts get-session-token'");
    }
    link.property(ProfileProperty.SOURCE_PROFILE)
        .flatMap(file::profile)
        .ifPresent(source -> refusePasswords(source, seen));
  }

  /** For people, such as {@code profile 'dev' (assumed role arn:…)}. */
  String description() {
    return "profile '" + profile.name() + "' (" + kind() + ")";
  }

  private String kind() {
    final Optional<String> role = profile.property(ProfileProperty.ROLE_ARN);
    if (role.isPresent()) {
      return (has(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)
              ? "web identity, role "
              : "assumed role ")
          + role.get();
    }
    if (usesSingleSignOn()) {
      return "single sign-on, role " + profile.property(ProfileProperty.SSO_ROLE_NAME).orElse("?");
    }
    if (usesConsole()) {
      return "console log-in";
    }
    return has(profile, ProfileProperty.CREDENTIAL_PROCESS) ? "credential_process" : "keys";
  }

  /** What helps when these credentials are no longer good; empty if nothing in particular. */
  String renewal() {
    final Optional<NamedProfile> source =
        profile
            .property(ProfileProperty.SOURCE_PROFILE)
            .filter(name -> !name.equals(profile.name()))
            .flatMap(file::profile)
            .map(each -> new NamedProfile(file, each));
    if (has(profile, ProfileProperty.ROLE_ARN) && source.isPresent()) {
      return source.get().renewal();
    }
    final String command = usesSingleSignOn() ? "aws sso login" : usesConsole() ? "aws login" : "";
    return command.isEmpty() ? "" : "; run: " + command + " --profile " + profile.name();
  }

  private boolean usesSingleSignOn() {
    return has(profile, "sso_session") || has(profile, ProfileProperty.SSO_START_URL);
  }

  private boolean usesConsole() {
    return has(profile, "login_session");
  }

  private static boolean has(Profile profile, String key) {
    return profile.property(key).isPresent();
  }
}
