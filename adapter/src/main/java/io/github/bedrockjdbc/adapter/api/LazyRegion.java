package io.github.bedrockjdbc.adapter.api;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The region that was given, else the one that the AWS region chain finds when it is needed. */
final class LazyRegion {
  private final Optional<String> profile;
  private volatile String region;

  LazyRegion(Optional<String> given, Optional<String> profile) {
    this.region = given.orElse(null);
    this.profile = profile;
  }

  /** {@code SETTING} if nothing names a region. */
  String get() {
    if (region == null) {
      region = fromChain();
    }
    return region;
  }

  private String fromChain() {
    try {
      final DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
      profile.ifPresent(chain::profileName);
      return chain.build().getRegion().id();
    } catch (SdkException e) {
      throw new ApiException(
          Kind.SETTING,
          "No region: set region in the URL, AWS_REGION, or region in the AWS profile",
          e);
    }
  }
}
