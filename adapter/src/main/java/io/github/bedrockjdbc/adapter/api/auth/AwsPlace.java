package io.github.bedrockjdbc.adapter.api.auth;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Where the services are asked that give credentials: in a region, by the account's AWS settings.
 *
 * @param commands those that run for the account
 * @param region of the jobs, which counts where a profile has none of its own
 */
public record AwsPlace(AwsSettings aws, Supplier<String> region, RunningCommands commands) {
  /** The region for a profile. */
  String region(NamedProfile profile) {
    final Optional<String> own = profile.get("region");
    if (own.filter(name -> !Regions.isName(name)).isPresent()) {
      throw profile.wrong("has a region that is not of the form us-east-1");
    }
    return own.orElseGet(region);
  }

  /** What makes a client read the same files, and the profile's own endpoints. */
  ClientOverrideConfiguration configuration() {
    final ProfileFile file = aws.files().profiles();
    return ClientOverrideConfiguration.builder()
        .defaultProfileFile(file)
        .defaultProfileName(aws.profileName())
        .build();
  }
}
