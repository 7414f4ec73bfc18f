package io.github.bedrockjdbc.adapter.api;

import io.github.bedrockjdbc.adapter.api.ApiException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;

/** One attempt of a call: signed, sent, and its answer read to the last byte. */
final class Exchange {
  private final Network network;
  private final Supplier<HttpClient> client;
  private final RateLimit ceiling;
  private final AdaptiveRate rate;
  private final Signer signer;
  private final ServiceErrors errors;
  private final Duration requestTimeout;
  private final String userAgent;
  private final Logger log = Logger.getLogger("io.github.bedrockjdbc");

  Exchange(
      Network network,
      Supplier<HttpClient> client,
      RateLimit ceiling,
      AdaptiveRate rate,
      Signer signer,
      ServiceErrors errors,
      Duration requestTimeout,
      String userAgent) {
    this.network = network;
    this.client = client;
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

  /** The answer of a success; everything else is an {@link ApiException}. */
  HttpResponse<Body> send(OpenCall open, Execution execution) {
    final Signer.Proof proof = signer.proof(open.call());
    final HttpResponse<Body> answer = attempt(open, proof, execution);
    if (answer.statusCode() == 200) {
      return answer;
    }
    final ApiException refusal = refusal(answer, open);
    if (!signer.mended(refusal, proof, answer.headers().firstValue("Date"))) {
      throw refusal;
    }
    final HttpResponse<Body> second = attempt(open, signer.proof(open.call()), execution);
    if (second.statusCode() == 200) {
      return second;
    }
    throw refusal(second, open);
  }

  private ApiException refusal(HttpResponse<Body> answer, OpenCall open) {
    final ApiException refusal = errors.of(answer, open.call());
    if (refusal.kind() == Kind.THROTTLED) {
      rate.throttled(open.sentNanos());
    }
    return signer.explained(refusal);
  }

  private HttpResponse<Body> attempt(OpenCall open, Signer.Proof proof, Execution execution) {
    final Call call = open.call();
    final HttpRequest request = request(call, proof);
    ceiling.await(execution.cancellation());
    rate.await(execution.cancellation());
    execution.countRequest();
    open.tried();
    final long start = System.nanoTime();
    final HttpResponse<Body> answer = exchange(call, request, execution);
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
        HttpRequest.newBuilder(call.uri())
            .method("GET", new SentOnce())
            .setHeader("User-Agent", userAgent);
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

  private HttpResponse<Body> exchange(Call call, HttpRequest request, Execution execution) {
    try {
      return execution
          .cancellation()
          .await(client.get().sendAsync(request, Body::reader), requestTimeout);
    } catch (TimeoutException e) {
      final String text = call.failed() + ": no answer within " + requestTimeout.toSeconds() + " s";
      throw new ApiException(Kind.CONNECTION_LOST, text + " " + call.where(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      final Throwable failure =
          e.getCause() instanceof UncheckedIOException told ? told.getCause() : e.getCause();
      final String text = call.failed() + ": " + reason(failure);
      throw new ApiException(kind(failure), text + " " + call.where(), failure);
    }
  }

  private static Kind kind(Throwable failure) {
    return failure instanceof ConnectException
            || failure instanceof HttpConnectTimeoutException
            || failure instanceof UnknownHostException
            || failure instanceof SSLException
        ? Kind.UNREACHABLE
        : failure instanceof IOException ? Kind.CONNECTION_LOST : Kind.BAD_ANSWER;
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "the host name is not known";
      }
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection within connectTimeout";
    }
    if (failure instanceof ConnectException) {
      return "no connection could be made";
    }
    final String text = failure.getMessage() == null ? "" : failure.getMessage();
    if (failure instanceof SSLException) {
      return text.isEmpty() ? "no TLS connection could be made" : text;
    }
    return failure instanceof IOException
        ? "the connection was lost" + (text.isEmpty() ? "" : ": " + text)
        : "the answer is not HTTP";
  }
}
