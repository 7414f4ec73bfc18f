package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/**
 * What the AWS tools' settings say for an account: system properties, then environment, then its
 * profile. Files are read when they are needed.
 */
public final class AwsSettings {
  private static final String DEFAULT_PROFILE = "default";

  private final Map<String, String> environment;
  private final Optional<String> profileName;
  private final AwsFiles files;
  private final boolean canDoWithoutFiles;

  public AwsSettings(Map<String, String> environment, Optional<String> profileName) {
    this(environment, profileName, new AwsFiles(), false);
  }

  /**
   * @param canDoWithoutFiles whether files that cannot be read count as empty
   */
  public AwsSettings(
      Map<String, String> environment,
      Optional<String> profileName,
      AwsFiles files,
      boolean canDoWithoutFiles) {
    this.environment = environment;
    this.profileName = profileName;
    this.files = files;
    this.canDoWithoutFiles = canDoWithoutFiles;
  }

  AwsFiles files() {
    return files;
  }

  /** The profile that counts, named by the settings or by the AWS tools' own. */
  String profileName() {
    return profileName.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
  }

  /** Whether somebody named it, so that it must be there. */
  boolean isProfileNamed() {
    return profileName.isPresent() || !profileName().equals(DEFAULT_PROFILE);
  }

  /** {@code SETTING} if a profile is named that does not exist. */
  void requireNamedProfile() {
    if (isProfileNamed()) {
      NamedProfile.of(profileName(), files);
    }
  }

  /** The first of a system property and an environment variable. */
  public Optional<String> ofProcess(String property, String variable) {
    return given(System.getProperty(property)).or(() -> given(environment.get(variable)));
  }

  /** What the profile says. */
  public Optional<String> ofProfile(String key) {
    return read().flatMap(this::profile).flatMap(profile -> profile.property(key));
  }

  /** What the profile's section of services says of one of them. */
  public Optional<String> ofProfile(String service, String key) {
    final Optional<ProfileFile> file = read();
    return file.flatMap(this::profile)
        .flatMap(profile -> profile.property("services"))
        .flatMap(name -> file.get().getSection("services", name))
        .flatMap(services -> services.property(service + "." + key));
  }

  /** A switch of the AWS tools: false unless something says true. */
  public boolean isOn(String property, String variable, String key) {
    return ofProcess(property, variable)
        .or(() -> ofProfile(key))
        .filter("true"::equalsIgnoreCase)
        .isPresent();
  }

  private Optional<ProfileFile> read() {
    try {
      return Optional.of(files.profiles());
    } catch (ApiException e) {
      if (canDoWithoutFiles) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Profile> profile(ProfileFile file) {
    return file.profile(profileName());
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
