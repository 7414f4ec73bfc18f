package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiService;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signatures of version 4. */
final class Signatures {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /**
   * What a signature is good for.
   *
   * @param clock by which it begins
   */
  record Scope(ApiService service, String region, Clock clock) {}

  /** All headers of a request, with those that sign it. */
  Map<String, List<String>> headers(
      SdkHttpRequest unsigned, String body, AwsCredentialsIdentity identity, Scope scope) {
    final boolean isPathEncoded = !scope.service().signsPathAsSent();
    return new TreeMap<>(
        signer
            .sign(
                request ->
                    request
                        .identity(identity)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(
                            AwsV4HttpSigner.SERVICE_SIGNING_NAME, scope.service().wireName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, scope.region())
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, isPathEncoded)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, isPathEncoded)
                        .putProperty(HttpSigner.SIGNING_CLOCK, scope.clock()))
            .request()
            .headers());
  }

  /** Does for nobody what a first signature needs, most of which is loading classes. */
  void prepare() {
    headers(
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(URI.create("http://none")).build(),
        "",
        AwsCredentialsIdentity.create("none", "none"),
        new Scope(ApiService.BEDROCK, "none", Clock.systemUTC()));
  }
}
