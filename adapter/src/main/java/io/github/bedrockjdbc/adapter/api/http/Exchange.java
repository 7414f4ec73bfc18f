package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.transport.Network;
import io.github.bedrockjdbc.adapter.api.transport.Request;
import io.github.bedrockjdbc.adapter.api.transport.Response;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;

/** One attempt of a call: signed, sent, and its answer read to the last byte. */
final class Exchange {
  private final Network network;
  private final Function<URI, Optional<SSLSocketFactory>> encryption;
  private final RateLimit ceiling;
  private final AdaptiveRate rate;
  private final Signer signer;
  private final ServiceErrors errors;
  private final Duration requestTimeout;
  private final String userAgent;
  private final Logger log = Logger.getLogger("io.github.bedrockjdbc");

  Exchange(
      Network network,
      Function<URI, Optional<SSLSocketFactory>> encryption,
      RateLimit ceiling,
      AdaptiveRate rate,
      Signer signer,
      ServiceErrors errors,
      Duration requestTimeout,
      String userAgent) {
    this.network = network;
    this.encryption = encryption;
    this.ceiling = ceiling;
    this.rate = rate;
    this.signer = signer;
    this.errors = errors;
    this.requestTimeout = requestTimeout;
    this.userAgent = userAgent;
  }

  Signer signer() {
    return signer;
  }

  /** Whether one more request would make others wait for their turn. */
  boolean isAtRateLimit() {
    return ceiling.isReached() || rate.isReached();
  }

  /** The answer of a success; everything else is an {@link ApiException}. */
  Response send(OpenCall open, Execution execution) {
    final Signer.Proof proof = signer.proof(open.call(), execution.cancellation());
    final Response answer = attempt(open, proof, execution);
    if (answer.statusCode() == 200) {
      return answer;
    }
    final ApiException refusal = refusal(answer, open);
    final Optional<String> date = answer.header("Date");
    if (!signer.mended(refusal, proof, date, execution.cancellation())) {
      throw refusal;
    }
    final Response second =
        attempt(open, signer.proof(open.call(), execution.cancellation()), execution);
    if (second.statusCode() == 200) {
      return second;
    }
    throw refusal(second, open);
  }

  private ApiException refusal(Response answer, OpenCall open) {
    final ApiException refusal = errors.of(answer, open.call());
    if (refusal.kind() == Kind.THROTTLED) {
      rate.throttled(open.sentNanos());
    }
    return signer.explained(
        refusal.kind() == Kind.BAD_ANSWER
            ? network
                .proxy(open.call().uri())
                .map(proxy -> refusal.saying("by way of the proxy " + proxy))
                .orElse(refusal)
            : refusal);
  }

  private Response attempt(OpenCall open, Signer.Proof proof, Execution execution) {
    final Call call = open.call();
    final Request request = request(call, proof);
    ceiling.await(execution.cancellation());
    rate.await(execution.cancellation());
    execution.countRequest();
    open.tried();
    final long start = System.nanoTime();
    final Response answer = exchange(call, request, execution);
    if (answer.statusCode() == NetworkFailure.PROXY_AUTHENTICATION_REQUIRED) {
      throw new NetworkFailure(call, network.proxy(call.uri())).unknownToProxy(); // has no body
    }
    open.answered(answer);
    if (answer.statusCode() == 200) {
      rate.passed();
    }
    log.log(
        Level.FINE,
        () ->
            "%s in %d ms, %d bytes %s"
                .formatted(
                    call.uri().getPath(),
                    (System.nanoTime() - start) / 1_000_000,
                    answer.body().length(),
                    call.where(answer)));
    return answer;
  }

  private Request request(Call call, Signer.Proof proof) {
    final Map<String, List<String>> headers = new LinkedHashMap<>(proof.headers());
    headers.put("User-Agent", List.of(userAgent));
    try {
      return new Request(call.uri(), headers, call.request().body());
    } catch (IllegalArgumentException withoutTheValue) {
      throw new ApiException(
          Kind.UNAUTHENTICATED, "The credentials hold a character that cannot be sent");
    }
  }

  private Response exchange(Call call, Request request, Execution execution) {
    try {
      return execution
          .cancellation()
          .await(network.sent(request, encryption.apply(call.uri())), requestTimeout);
    } catch (TimeoutException e) {
      final String text =
          call.failed() + ": no response within " + requestTimeout.toSeconds() + " s";
      throw new ApiException(Kind.CONNECTION_LOST, text + " " + call.where(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new NetworkFailure(call, network.proxy(call.uri())).of(e.getCause());
    }
  }
}
