package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.auth.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Gives the headers that prove who asks. */
final class Signer {
  /** The HTTP client sets these. */
  private static final Set<String> NOT_OURS_TO_SET = Set.of("Host", "Content-Length");

  private final ApiService service;
  private final Credentials credentials;
  private final SigningClock clock;
  private final Signatures signatures = new Signatures();

  Signer(ApiService service, Credentials credentials, SigningClock clock) {
    this.service = service;
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

  /** Proof for one request. */
  Proof proof(Call call, Cancellation cancellation) {
    return bearerToken(call.isTrusted())
        .map(token -> Map.of("Authorization", List.of("Bearer " + token)))
        .map(headers -> new Proof(headers, Optional.empty()))
        .orElseGet(() -> signed(call, resolved(call, cancellation)));
  }

  private Optional<String> bearerToken(boolean isTrusted) {
    return service.takesApiKey() ? credentials.bearerToken(isTrusted) : Optional.empty();
  }

  private AwsCredentialsIdentity resolved(Call call, Cancellation cancellation) {
    if (!service.takesApiKey() && credentials.areApiKey()) {
      throw new ApiException(Kind.ACCESS_DENIED, "a Bedrock API key opens no other service");
    }
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
    return call.isTrusted() || !service.takesApiKey()
        ? Optional.empty()
        : credentials.withheld(call.uri().getHost());
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
    if (bearerToken(isTrusted).isEmpty()) {
      credentials.resolve(cancellation);
    }
    return credentials.asker();
  }

  private Proof signed(Call call, AwsCredentialsIdentity identity) {
    final SdkHttpRequest.Builder unsigned =
        SdkHttpRequest.builder().method(method(call)).uri(call.uri());
    call.request().headers().forEach(unsigned::putHeader);
    final Map<String, List<String>> headers =
        signatures.headers(
            unsigned.build(),
            call.request().body().orElse(""),
            identity,
            new Signatures.Scope(service, call.region(), clock));
    headers.keySet().removeIf(NOT_OURS_TO_SET::contains);
    return new Proof(headers, Optional.of(identity));
  }

  private static SdkHttpMethod method(Call call) {
    return call.request().body().isPresent() ? SdkHttpMethod.POST : SdkHttpMethod.GET;
  }
}
