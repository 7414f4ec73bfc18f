package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiCall;
import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.Caller;
import io.github.bedrockjdbc.adapter.api.transport.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A call under way, with what is known of it so far. For one thread. */
final class OpenCall {
  private final Call call;
  private final Optional<Caller> caller;
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime(); // does not jump when the clock is set
  private int tries;
  private long sentNanos;
  private Optional<ApiCall.Answer> answer = Optional.empty();

  OpenCall(Call call, Optional<Caller> caller) {
    this.call = call;
    this.caller = caller;
  }

  Call call() {
    return call;
  }

  /** A request is about to be sent: an earlier one's answer no longer counts. */
  void tried() {
    tries++;
    sentNanos = System.nanoTime();
    answer = Optional.empty();
  }

  void answered(Response response) {
    answer =
        Optional.of(
            new ApiCall.Answer(
                response.statusCode(), response.body().length(), Call.requestId(response)));
  }

  /** When the last request was sent. */
  long sentNanos() {
    return sentNanos;
  }

  /** Whether the service was asked at all. */
  boolean wasSent() {
    return tries > 0;
  }

  ApiCall succeeded(int jobs) {
    return ended(Optional.empty(), Optional.of(jobs));
  }

  ApiCall failed(ApiException failure) {
    return ended(Optional.of(failure.type()), Optional.empty());
  }

  private ApiCall ended(Optional<String> errorType, Optional<Integer> jobs) {
    return new ApiCall(
        caller,
        call.operation(),
        call.uri().getAuthority(),
        call.request().shown(),
        call.region(),
        answer,
        errorType,
        jobs,
        tries,
        start,
        Duration.ofNanos(System.nanoTime() - startNanos));
  }
}
