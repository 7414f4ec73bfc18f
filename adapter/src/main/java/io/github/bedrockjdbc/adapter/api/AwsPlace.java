package io.github.bedrockjdbc.adapter.api;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * Where the services are asked that give credentials: in a region, by the account's AWS settings.
 *
 * @param region of the jobs, which counts where a profile has none of its own
 */
record AwsPlace(AwsSettings aws, Supplier<String> region) {
  /** The region for a profile. */
  String region(NamedProfile profile) {
    return profile.get("region").orElseGet(region);
  }

  /** What makes a client read the same files, and the profile's own endpoints. */
  ClientOverrideConfiguration configuration() {
    final ProfileFile file = aws.files().profiles();
    return ClientOverrideConfiguration.builder()
        .defaultProfileFile(file)
        .defaultProfileName(aws.profileName())
        .build();
  }

  Optional<String> environment(String property, String variable) {
    return aws.ofProcess(property, variable);
  }
}
