package io.github.bedrockjdbc.adapter.api.auth;

import io.github.bedrockjdbc.adapter.api.CredentialSettings;
import java.nio.file.Path;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/** Temporary credentials of a role. Apart, so that its classes load only where one is assumed. */
final class AssumedRole implements AwsCredentialsProvider, AutoCloseable {
  private final StsClient client;
  private final StsCredentialsProvider provider;
  private final AwsCredentialsProvider base;

  private AssumedRole(
      AwsCredentialsProvider base,
      AwsPlace place,
      String region,
      Function<StsClient, StsCredentialsProvider> provider) {
    this.base = base;
    this.client =
        StsClient.builder()
            .region(Region.of(region))
            .overrideConfiguration(place.configuration())
            .credentialsProvider(base)
            .build();
    this.provider = provider.apply(client);
  }

  /**
   * Sends nothing yet.
   *
   * @param base who assumes it; closed with this
   */
  static AssumedRole of(
      CredentialSettings.Role role, AwsCredentialsProvider base, AwsPlace place, String region) {
    return new AssumedRole(
        base,
        place,
        region,
        client ->
            StsAssumeRoleCredentialsProvider.builder()
                .stsClient(client)
                .refreshRequest(
                    request ->
                        request
                            .roleArn(role.arn())
                            .externalId(role.externalId().orElse(null))
                            .roleSessionName(role.sessionName()))
                .build());
  }

  /** Of whoever holds a token that a file holds. Sends nothing yet. */
  static AssumedRole ofToken(
      String arn, String sessionName, Path token, AwsPlace place, String region) {
    return new AssumedRole(
        AnonymousCredentialsProvider.create(),
        place,
        region,
        client ->
            StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(client)
                .roleArn(arn)
                .roleSessionName(sessionName)
                .webIdentityTokenFile(token)
                .build());
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return provider.resolveCredentials();
  }

  @Override
  public void close() {
    provider.close();
    client.close();
    CredentialSource.close(base);
  }
}
