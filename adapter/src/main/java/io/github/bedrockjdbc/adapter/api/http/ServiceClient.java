package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.ObjectReader;
import io.github.bedrockjdbc.adapter.api.endpoint.Endpoint;
import io.github.bedrockjdbc.adapter.api.transport.Response;

/** Calls of one service for one source: retry around signing, sending and decoding. */
final class ServiceClient {
  private final Retry retry;
  private final Exchange exchange;
  private final CallLog calls;
  private final Answers answers;

  /**
   * Sends nothing yet.
   *
   * @param exchange signs as the source's account
   * @param calls where each call is noted
   */
  ServiceClient(Retry retry, Exchange exchange, CallLog calls, Answers answers) {
    this.retry = retry;
    this.exchange = exchange;
    this.calls = calls;
    this.answers = answers;
  }

  Signer signer() {
    return exchange.signer();
  }

  /** Whether one more request would make others wait for their turn. */
  boolean isAtRateLimit() {
    return exchange.isAtRateLimit();
  }

  <T> T call(ApiRequest<T> request, Endpoint endpoint, String region, Execution execution) {
    final Call call = Call.of(request, endpoint, region);
    exchange.signer().withheld(call).ifPresent(execution::warn);
    final OpenCall open = new OpenCall(call, execution.caller());
    try {
      final T result = answer(call, open, request.reader(), execution);
      calls.add(open.succeeded(request.rows().applyAsInt(result)));
      return result;
    } catch (ApiException failure) {
      if (open.wasSent()) {
        calls.add(open.failed(failure));
      }
      throw failure;
    }
  }

  /** What is only read any more is no longer under way. */
  private <T> T answer(Call call, OpenCall open, ObjectReader<T> reader, Execution execution) {
    try (Execution.Lane lane = execution.lane();
        Cancellation.Scope scope = execution.callScope()) {
      final Execution within = execution.within(scope);
      return retry.call(
          scope.cancellation(),
          () -> {
            lane.enter();
            final Response answer = exchange.send(open, within);
            lane.leave();
            return answers.read(call, answer, reader);
          });
    }
  }
}
