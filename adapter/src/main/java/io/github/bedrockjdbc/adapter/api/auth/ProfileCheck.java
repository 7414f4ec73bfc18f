package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Refuses a profile that cannot give credentials, and says which of its lines is to blame. */
final class ProfileCheck {
  /** What {@code credential_source} may name, in small letters. */
  static final Set<String> CREDENTIAL_SOURCES =
      Set.of("environment", "ec2instancemetadata", "ecscontainer");

  private ProfileCheck() {}

  /** {@code SETTING} for what is wrong with it or with a profile that its role builds on. */
  static void require(NamedProfile profile) {
    final List<String> path = new ArrayList<>();
    Optional<NamedProfile> link = Optional.of(profile);
    while (link.isPresent()) {
      final NamedProfile each = link.get();
      if (path.contains(each.name())) {
        path.add(each.name());
        throw each.wrong(
            "assumes its role with itself (source_profile): " + String.join(" -> ", path));
      }
      path.add(each.name());
      requireEach(each);
      link = each.isItsOwnSource() ? Optional.empty() : each.source();
    }
  }

  private static void requireEach(NamedProfile profile) {
    switch (profile.sort()) {
      case ROLE -> requireRole(profile);
      case SINGLE_SIGN_ON -> requireSingleSignOn(profile);
      case KEYS -> requireKeys(profile);
      case NONE ->
          throw profile.wrong(
              ApiException.Kind.UNAUTHENTICATED,
              "holds no credentials: give it aws_access_key_id and aws_secret_access_key, role_arn"
                  + " with source_profile, credential_process, sso_session or login_session");
      default -> {} // needs no more than what makes it one
    }
  }

  /** Nobody is there who could type a one-time password. */
  private static void requireRole(NamedProfile profile) {
    if (profile.has(ProfileProperty.MFA_SERIAL)) {
      throw profile.wrong(
          "asks for a one-time password (mfa_serial), which cannot be entered here:"
              + " use a profile with a credential_process, with single sign-on,"
              + " or with temporary keys of 'aws sts get-session-token'");
    }
    final Optional<String> named = profile.get(ProfileProperty.CREDENTIAL_SOURCE);
    final Optional<String> source = profile.get(ProfileProperty.SOURCE_PROFILE);
    if (named.isPresent() == source.isPresent()) {
      throw profile.wrong(
          "has role_arn with "
              + (named.isPresent() ? "both" : "neither")
              + " source_profile "
              + (named.isPresent() ? "and" : "nor")
              + " credential_source: it needs one of them");
    }
    if (named
        .filter(name -> !CREDENTIAL_SOURCES.contains(name.toLowerCase(Locale.ROOT)))
        .isPresent()) {
      throw profile.wrong(
          "has a credential_source other than Environment, Ec2InstanceMetadata or EcsContainer");
    }
    if (source.isPresent() && profile.source().isEmpty()) {
      throw profile.wrong("has a source_profile '" + source.get() + "' that does not exist");
    }
    if (profile.isItsOwnSource()) {
      if (!profile.holdsKeys()) {
        throw profile.wrong(
            "assumes its role with itself (source_profile), but holds no aws_access_key_id");
      }
      requireKeys(profile);
    }
  }

  private static void requireKeys(NamedProfile profile) {
    for (final String key :
        List.of(ProfileProperty.AWS_ACCESS_KEY_ID, ProfileProperty.AWS_SECRET_ACCESS_KEY)) {
      if (!profile.has(key)) {
        throw profile.wrong("holds keys, but no " + key);
      }
    }
  }

  private static void requireSingleSignOn(NamedProfile profile) {
    for (final String key :
        List.of(ProfileProperty.SSO_ACCOUNT_ID, ProfileProperty.SSO_ROLE_NAME)) {
      if (!profile.has(key)) {
        throw profile.wrong("uses single sign-on, but has no " + key);
      }
    }
    final Optional<Profile> session = profile.singleSignOnSession();
    if (profile.has("sso_session") && session.isEmpty()) {
      throw profile.wrong(
          "names an sso_session '%s', but there is no section [sso-session %1$s]"
              .formatted(profile.get("sso_session").orElseThrow()));
    }
    for (final String key : List.of(ProfileProperty.SSO_REGION, ProfileProperty.SSO_START_URL)) {
      final Optional<String> own = profile.get(key);
      final Optional<String> ofSession = session.flatMap(each -> each.property(key));
      if ((session.isPresent() ? ofSession : own).isEmpty()) {
        throw profile.wrong(
            "uses single sign-on, but "
                + (session.isPresent() ? "its sso-session" : "it")
                + " has no "
                + key);
      }
      if (session.isPresent() && own.isPresent() && !own.equals(ofSession)) {
        throw profile.wrong("and its sso-session disagree on " + key);
      }
    }
  }
}
