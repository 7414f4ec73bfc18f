package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The two files of the AWS tools, read when they are needed and again when they have changed. Safe
 * for several threads.
 */
public final class AwsFiles {
  private volatile Content last;
  private volatile Stamp firstConfig;

  /** What they say together; {@code SETTING} with file and line if one cannot be read. */
  ProfileFile profiles() {
    return content().profiles;
  }

  /** Where a profile stands, in parentheses and after a blank; empty if it stands nowhere. */
  String place(String profile) {
    final Content content = content();
    return content
        .config
        .line(profile)
        .map(line -> content.config.path + ", line " + line)
        .or(
            () ->
                content
                    .credentials
                    .line(profile)
                    .map(line -> content.credentials.path + ", line " + line))
        .map(place -> " (" + place + ")")
        .orElse("");
  }

  /** The name of the file that holds most settings. */
  Path config() {
    return ProfileFileLocation.configurationFilePath();
  }

  /**
   * Whether the file of regions and endpoints is another one than when it was read first: what was
   * made of it is made for good, as the SDKs' clients are.
   */
  public boolean areOutdated() {
    final Stamp first = firstConfig;
    return first != null && !first.equals(Stamp.of(ProfileFileLocation.configurationFilePath()));
  }

  private Content content() {
    final Stamp config = Stamp.of(ProfileFileLocation.configurationFilePath());
    if (firstConfig == null) {
      firstConfig = config;
    }
    final Stamp credentials = Stamp.of(ProfileFileLocation.credentialsFilePath());
    final Content known = last;
    if (known != null && known.isOf(config, credentials)) {
      return known;
    }
    final AwsFile first = read(config, ProfileFile.Type.CONFIGURATION);
    final AwsFile second = read(credentials, ProfileFile.Type.CREDENTIALS);
    final ProfileFile both =
        ProfileFile.aggregator().addFile(second.parsed()).addFile(first.parsed()).build();
    final Content read = new Content(config, credentials, first, second, both);
    last = read;
    return read;
  }

  private static AwsFile read(Stamp stamp, ProfileFile.Type type) {
    if (stamp.modified.isEmpty()) {
      return new AwsFile(stamp.path, type, "");
    }
    try {
      final byte[] bytes = Files.readAllBytes(stamp.path);
      return new AwsFile(stamp.path, type, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ApiException(
          Kind.SETTING,
          "The AWS file %s cannot be read: %s".formatted(stamp.path, CredentialFailure.text(e)),
          e);
    }
  }

  /** Which version of a file there is; empty without a file. */
  private record Stamp(Path path, Optional<FileTime> modified, long size) {
    static Stamp of(Path path) {
      try {
        return Files.isRegularFile(path)
            ? new Stamp(path, Optional.of(Files.getLastModifiedTime(path)), Files.size(path))
            : new Stamp(path, Optional.empty(), 0);
      } catch (IOException goneMeanwhile) {
        return new Stamp(path, Optional.empty(), 0);
      }
    }
  }

  private record Content(
      Stamp configStamp,
      Stamp credentialsStamp,
      AwsFile config,
      AwsFile credentials,
      ProfileFile profiles) {
    boolean isOf(Stamp one, Stamp other) {
      return configStamp.equals(one) && credentialsStamp.equals(other);
    }
  }
}
