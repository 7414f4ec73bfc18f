package io.github.bedrockjdbc.adapter.api.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * What is sent, as far as it does not depend on the moment.
 *
 * @param url with the path as it is sent
 * @param headers that are signed, but for those that only the vendor's client sends
 * @param scope what the signature is for: region and service
 */
record VendorRequest(URI url, Set<String> headers, String scope) {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=[^/]+/[0-9]+/([^,]+),\\s*SignedHeaders=([^,]+),.*");

  /** Numbers of attempts, lengths, and checksums of transfers, which a parser does not need. */
  private static final Set<String> OF_THE_VENDOR =
      Set.of(
          "amz-sdk-invocation-id",
          "amz-sdk-request",
          "content-length",
          "x-amz-checksum-crc32",
          "x-amz-checksum-mode",
          "x-amz-te");

  static VendorRequest of(URI url, String authorization) {
    final Matcher parts = AUTHORIZATION.matcher(authorization);
    if (!parts.matches()) {
      throw new IllegalArgumentException(authorization);
    }
    final Set<String> headers = new TreeSet<>(Arrays.asList(parts.group(2).split(";")));
    headers.removeAll(OF_THE_VENDOR);
    return new VendorRequest(url, headers, parts.group(1));
  }

  /**
   * What the vendor's client sends, which goes nowhere.
   *
   * @param config file with the profile
   * @param sessionToken of temporary credentials
   */
  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> VendorRequest sent(
      B builder,
      Consumer<C> call,
      String region,
      Path config,
      String profile,
      Optional<String> sessionToken) {
    final AtomicReference<SdkHttpRequest> sent = new AtomicReference<>();
    final C client =
        builder
            .httpClient(new Recorder(sent))
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    sessionToken.isPresent()
                        ? AwsSessionCredentials.create("AKID", "secret", sessionToken.get())
                        : AwsBasicCredentials.create("AKID", "secret")))
            .overrideConfiguration(
                settings ->
                    settings
                        .defaultProfileName(profile)
                        .defaultProfileFile(
                            ProfileFile.builder()
                                .type(ProfileFile.Type.CONFIGURATION)
                                .content(config)
                                .build()))
            .build();
    try {
      call.accept(client);
    } catch (RuntimeException e) {
      if (sent.get() == null) {
        throw e;
      }
    }
    final List<String> authorization = sent.get().headers().get("Authorization");
    return of(sent.get().getUri(), authorization.get(0));
  }

  private record Recorder(AtomicReference<SdkHttpRequest> sent) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      sent.set(request.httpRequest());
      throw new IllegalStateException("nothing is sent");
    }

    @Override
    public void close() {}
  }
}
