package io.github.bedrockjdbc.adapter.api;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * What the AWS tools' settings say for an account: system properties, then environment, then its
 * profile. Files are read when they are needed.
 */
final class AwsSettings {
  private final Map<String, String> environment;
  private final Optional<String> profileName;

  AwsSettings(Map<String, String> environment, Optional<String> profileName) {
    this.environment = environment;
    this.profileName = profileName;
  }

  /** The profile that counts, named by the settings or by the AWS tools' own. */
  String profileName() {
    return profileName.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
  }

  /** The first of a system property and an environment variable. */
  Optional<String> ofProcess(String property, String variable) {
    return given(System.getProperty(property)).or(() -> given(environment.get(variable)));
  }

  /** What the profile says. */
  Optional<String> ofProfile(String key) {
    return profile(ProfileFile.defaultProfileFile()).flatMap(profile -> profile.property(key));
  }

  /** What the profile's section of services says of one of them. */
  Optional<String> ofProfile(String service, String key) {
    final ProfileFile file = ProfileFile.defaultProfileFile();
    return profile(file)
        .flatMap(profile -> profile.property("services"))
        .flatMap(name -> file.getSection("services", name))
        .flatMap(services -> services.property(service + "." + key));
  }

  /** A switch of the AWS tools: false unless something says true. */
  boolean isOn(String property, String variable, String key) {
    return ofProcess(property, variable)
        .or(() -> ofProfile(key))
        .filter("true"::equalsIgnoreCase)
        .isPresent();
  }

  private Optional<Profile> profile(ProfileFile file) {
    return file.profile(profileName());
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
