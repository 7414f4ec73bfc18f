package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Gives the headers that prove who asks. */
final class Signer {
  private static final String SERVICE = "bedrock";

  private final Credentials credentials;
  private final AwsV4HttpSigner signatures = AwsV4HttpSigner.create();

  Signer(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Headers for a GET without a body, {@code Host} left out: the HTTP client sets it. */
  Map<String, List<String>> headers(URI uri, String region) {
    return credentials
        .bearerToken(uri)
        .map(token -> Map.of("Authorization", List.of("Bearer " + token)))
        .orElseGet(() -> signed(uri, region, credentials.resolve()));
  }

  private Map<String, List<String>> signed(
      URI uri, String region, AwsCredentialsIdentity identity) {
    final SdkHttpRequest unsigned =
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
    final SdkHttpRequest signed =
        signatures
            .sign(
                request ->
                    request
                        .identity(identity)
                        .request(unsigned)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
            .request();
    final Map<String, List<String>> headers = new TreeMap<>(signed.headers());
    headers.keySet().removeIf("Host"::equalsIgnoreCase);
    return headers;
  }
}
