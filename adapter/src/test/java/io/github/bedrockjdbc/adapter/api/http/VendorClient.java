package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.emulator.BedrockEmulator;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.endpoints.BedrockEndpointParams;
import software.amazon.awssdk.services.bedrock.endpoints.BedrockEndpointProvider;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/** The vendor's own client of the service: what it does is right. */
public final class VendorClient {
  private VendorClient() {}

  /** Address of a region's own host, as the vendor's client finds it. */
  public static String endpoint(String region, boolean fips, boolean dualstack) {
    try {
      return BedrockEndpointProvider.defaultProvider()
          .resolveEndpoint(
              BedrockEndpointParams.builder()
                  .region(Region.of(region))
                  .useFips(fips)
                  .useDualStack(dualstack)
                  .build())
          .get()
          .endpointUrl()
          .toUri()
          .toString();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Address of an object, as the vendor's client finds it. */
  public static String object(
      String region, boolean fips, boolean dualstack, String bucket, String path) {
    try {
      return S3EndpointProvider.defaultProvider()
              .resolveEndpoint(
                  S3EndpointParams.builder()
                      .region(Region.of(region))
                      .useFips(fips)
                      .useDualStack(dualstack)
                      .bucket(bucket)
                      .build())
              .get()
              .endpointUrl()
              .toUri()
          + path;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client that asks an emulator as its demo user. */
  public static BedrockClient of(BedrockEmulator emulator, int maxAttempts) {
    return BedrockClient.builder()
        .endpointOverride(URI.create(emulator.endpoint()))
        .region(Region.of(BedrockEmulator.DEMO_REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    BedrockEmulator.DEMO_ACCESS_KEY_ID, BedrockEmulator.DEMO_SECRET_ACCESS_KEY)))
        .overrideConfiguration(
            settings ->
                settings.retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(maxAttempts)
                        .build()))
        .build();
  }
}
