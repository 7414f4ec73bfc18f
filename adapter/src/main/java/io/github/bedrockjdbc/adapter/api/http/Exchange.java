package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import io.github.bedrockjdbc.adapter.api.Execution;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One attempt of a call: signed, sent, and its answer read to the last byte. */
final class Exchange {
  private final Network network;
  private final Function<URI, HttpClient> clients;
  private final RateLimit ceiling;
  private final AdaptiveRate rate;
  private final Signer signer;
  private final ServiceErrors errors;
  private final Duration requestTimeout;
  private final String userAgent;
  private final Logger log = Logger.getLogger("io.github.bedrockjdbc");

  Exchange(
      Network network,
      Function<URI, HttpClient> clients,
      RateLimit ceiling,
      AdaptiveRate rate,
      Signer signer,
      ServiceErrors errors,
      Duration requestTimeout,
      String userAgent) {
    this.network = network;
    this.clients = clients;
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
    final Optional<String> date = answer.headers().firstValue("Date");
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
    final HttpRequest request = request(call, proof);
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

  private HttpRequest request(Call call, Signer.Proof proof) {
    final HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri()).setHeader("User-Agent", userAgent);
    call.request()
        .body()
        .ifPresentOrElse(
            body -> request.POST(BodyPublishers.ofString(body)), // is not sent again by itself
            () -> request.method("GET", new SentOnce()));
    try {
      proof
          .headers()
          .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    } catch (IllegalArgumentException quotesTheValue) {
      throw new ApiException(
          Kind.UNAUTHENTICATED, "The credentials hold a character that cannot be sent");
    }
    network.addProxyAuthorization(request, call);
    return request.build();
  }

  private Response exchange(Call call, HttpRequest request, Execution execution) {
    try {
      final HttpClient client = clients.apply(call.uri());
      return execution.cancellation().await(network.sent(client, request), requestTimeout);
    } catch (TimeoutException e) {
      final String text =
          call.failed() + ": no response within " + requestTimeout.toSeconds() + " s";
      throw new ApiException(Kind.CONNECTION_LOST, text + " " + call.where(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      final Throwable failure =
          e.getCause() instanceof UncheckedIOException told ? told.getCause() : e.getCause();
      throw new NetworkFailure(call, network.proxy(call.uri())).of(failure);
    }
  }
}
