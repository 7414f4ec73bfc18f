package io.github.bedrockjdbc.adapter.api.auth;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;

/** Credentials of {@code aws login}. Apart, so that its classes load only where they are used. */
final class ConsoleLogin implements AwsCredentialsProvider, AutoCloseable {
  private final SigninClient client;
  private final LoginCredentialsProvider provider;

  /** Sends nothing yet. */
  ConsoleLogin(String session, AwsPlace place, String region) {
    this.client =
        SigninClient.builder()
            .region(Region.of(region))
            .overrideConfiguration(place.configuration())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();
    this.provider =
        LoginCredentialsProvider.builder().loginSession(session).signinClient(client).build();
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return provider.resolveCredentials();
  }

  @Override
  public void close() {
    provider.close();
    client.close();
  }
}
