package io.github.bedrockjdbc.adapter.api;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The regions of the service, from the SDK's own list. */
public final class Regions {
  private static final String SERVICE = "bedrock";

  private Regions() {}

  /** All regions of the service in an account's partition; asks nobody, but may read AWS files. */
  public static List<String> ofPartition(CredentialSettings account) {
    final String partition = partition(account);
    return ServiceMetadata.of(SERVICE).regions().stream()
        .filter(region -> partition.equals(partitionOf(region)))
        .map(Region::id)
        .toList();
  }

  /** That of the region which the AWS settings name; credentials do not tell theirs. */
  private static String partition(CredentialSettings account) {
    final AwsRegionProvider profile =
        account
            .profile()
            .map(name -> new AwsProfileRegionProvider(ProfileFile::defaultProfileFile, name))
            .orElseGet(AwsProfileRegionProvider::new);
    final AwsRegionProvider named =
        account.profile().isPresent()
            ? profile
            : new AwsRegionProviderChain(new SystemSettingsRegionProvider(), profile);
    try {
      return partitionOf(named.getRegion());
    } catch (SdkException nothingNamesOne) {
      return partitionOf(Region.US_EAST_1);
    }
  }

  private static String partitionOf(Region region) {
    final RegionMetadata known = region.metadata();
    return known == null ? "" : known.partition().id();
  }
}
