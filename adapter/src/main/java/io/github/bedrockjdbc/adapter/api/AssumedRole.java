package io.github.bedrockjdbc.adapter.api;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Temporary credentials of a role. Apart, so that its classes load only where one is assumed. */
final class AssumedRole implements AwsCredentialsProvider, AutoCloseable {
  private final CredentialSource base;
  private final StsClient client;
  private final StsAssumeRoleCredentialsProvider provider;

  /**
   * Sends nothing yet.
   *
   * @param base who assumes it
   */
  AssumedRole(CredentialSettings.Role role, CredentialSource base, String region) {
    this.base = base;
    this.client =
        StsClient.builder().region(Region.of(region)).credentialsProvider(base.provider()).build();
    this.provider =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(client)
            .refreshRequest(
                request ->
                    request
                        .roleArn(role.arn())
                        .externalId(role.externalId().orElse(null))
                        .roleSessionName(role.sessionName()))
            .build();
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return provider.resolveCredentials();
  }

  @Override
  public void close() {
    provider.close();
    client.close();
    base.close();
  }
}
