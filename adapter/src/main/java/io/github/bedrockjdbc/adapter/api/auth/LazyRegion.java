package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import java.util.Optional;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;

/** The region that was given, else the one that the AWS region chain finds when it is needed. */
public final class LazyRegion {
  private final AwsSettings aws;
  private final SharedLookup<String> lookup;
  private volatile String region;

  /**
   * @param threads where instance metadata is asked, which may take its time
   */
  public LazyRegion(Optional<String> given, AwsSettings aws, Executor threads) {
    this.region = given.orElse(null);
    this.aws = aws;
    this.lookup = new SharedLookup<>("the region", threads, () -> {});
  }

  /** As below, however long it takes; for those who come after the first. */
  public String get() {
    return region == null ? get(Cancellation.unlimited()) : region;
  }

  /** {@code SETTING} if nothing names a region. */
  public String get(Cancellation cancellation) {
    if (region == null) {
      region =
          aws.ofProcess("aws.region", "AWS_REGION")
              .map(name -> checked(name, "AWS_REGION"))
              .or(this::ofProfile)
              .orElseGet(() -> lookup.get(cancellation, "region", LazyRegion::ofInstance));
    }
    return region;
  }

  private Optional<String> ofProfile() {
    aws.requireNamedProfile();
    return aws.ofProfile("region")
        .map(
            name ->
                checked(
                    name,
                    "region in AWS profile '"
                        + aws.profileName()
                        + "'"
                        + aws.files().place(aws.profileName())));
  }

  private static String checked(String name, String setting) {
    if (!Regions.isName(name)) {
      throw new ApiException(Kind.SETTING, setting + " is not of the form us-east-1");
    }
    return name;
  }

  private static String ofInstance() {
    try {
      return new InstanceProfileRegionProvider().getRegion().id();
    } catch (SdkException e) {
      throw new ApiException(
          Kind.SETTING,
          "No region: set region in the URL, AWS_REGION, or region in the AWS profile",
          e);
    }
  }
}
