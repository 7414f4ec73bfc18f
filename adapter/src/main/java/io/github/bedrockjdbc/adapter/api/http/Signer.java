package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.auth.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Gives the headers that prove who asks. */
final class Signer {
  private static final String SERVICE = "bedrock";

  private final Credentials credentials;
  private final SigningClock clock;
  private final AwsV4HttpSigner signatures = AwsV4HttpSigner.create();

  Signer(Credentials credentials, SigningClock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  /**
   * Who asks, as one request says it.
   *
   * @param headers without {@code Host}, which the HTTP client sets
   * @param identity whose signature it is; empty with an API key
   */
  record Proof(Map<String, List<String>> headers, Optional<AwsCredentialsIdentity> identity) {}

  /** Proof for a GET without a body. */
  Proof proof(Call call, Cancellation cancellation) {
    return credentials
        .bearerToken(call.isTrusted())
        .map(token -> Map.of("Authorization", List.of("Bearer " + token)))
        .map(headers -> new Proof(headers, Optional.empty()))
        .orElseGet(() -> signed(call.uri(), call.region(), resolved(call, cancellation)));
  }

  private AwsCredentialsIdentity resolved(Call call, Cancellation cancellation) {
    try {
      return credentials.resolve(cancellation);
    } catch (ApiException e) {
      throw withheld(call)
          .filter(text -> e.kind() == Kind.UNAUTHENTICATED)
          .map(e::saying)
          .orElse(e);
    }
  }

  /** What to say of an API key that is there and is not sent to where this call goes. */
  Optional<String> withheld(Call call) {
    return call.isTrusted() ? Optional.empty() : credentials.withheld(call.uri().getHost());
  }

  /**
   * Mends what a refusal complains of: credentials that are over, or this machine's clock.
   *
   * @param refused the proof that was refused
   * @return false if it cannot be mended, so that there is no use in asking again
   */
  boolean mended(
      ApiException refusal, Proof refused, Optional<String> date, Cancellation cancellation) {
    if (refused.identity().isEmpty()) {
      return false;
    }
    if (refusal.kind() == Kind.EXPIRED) {
      return credentials.renewed(refused.identity().get(), cancellation);
    }
    return ServiceErrors.isClockSkew(refusal) && date.filter(clock::set).isPresent();
  }

  /** Tells which credentials were refused, and what may help. */
  ApiException explained(ApiException refusal) {
    return refusal.kind() == Kind.EXPIRED || refusal.kind() == Kind.UNAUTHENTICATED
        ? refusal.saying(credentials.advice(refusal.kind() == Kind.EXPIRED))
        : refusal;
  }

  /** Where the credentials came from, for people; empty before the first request. */
  Optional<String> source() {
    return credentials.description();
  }

  /** Which credentials were used last; others have another number. */
  long asker() {
    return credentials.asker();
  }

  /** Which credentials the next request would be signed with. */
  long askerNow(boolean isTrusted, Cancellation cancellation) {
    if (credentials.bearerToken(isTrusted).isEmpty()) {
      credentials.resolve(cancellation);
    }
    return credentials.asker();
  }

  private Proof signed(URI uri, String region, AwsCredentialsIdentity identity) {
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
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request();
    final Map<String, List<String>> headers = new TreeMap<>(signed.headers());
    headers.keySet().removeIf("Host"::equalsIgnoreCase);
    return new Proof(headers, Optional.of(identity));
  }
}
