package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.CallLog;
import io.github.bedrockjdbc.adapter.api.Cancellation;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobReader;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.ListRequest;
import io.github.bedrockjdbc.adapter.api.Page;
import io.github.bedrockjdbc.adapter.api.auth.LazyRegion;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The operations over HTTP for one source: retry around signing, sending and decoding. */
final class HttpJobsApi implements JobsApi {
  private final Supplier<Endpoint> endpoint;
  private final LazyRegion region;
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
  HttpJobsApi(
      Supplier<Endpoint> endpoint,
      LazyRegion region,
      Retry retry,
      Exchange exchange,
      CallLog calls,
      Answers answers) {
    this.endpoint = endpoint;
    this.region = region;
    this.retry = retry;
    this.exchange = exchange;
    this.calls = calls;
    this.answers = answers;
  }

  @Override
  public String region() {
    return region.get();
  }

  @Override
  public Optional<String> credentialSource() {
    return exchange.signer().source();
  }

  @Override
  public long asker() {
    return exchange.signer().asker();
  }

  @Override
  public void awaitRegion(Execution execution) {
    region.get(execution.cancellation());
  }

  @Override
  public long askerNow(Execution execution) {
    return exchange.signer().askerNow(endpoint.get().isTrusted(), execution.cancellation());
  }

  @Override
  public <R> Page<R> list(ListRequest request, JobReader<R> reader, Execution execution) {
    awaitRegion(execution);
    final Call call = Call.list(endpoint.get(), request, region());
    return call(call, execution, new PageReader<>(reader), page -> page.rows().size());
  }

  @Override
  public <R> R get(String jobArn, JobReader<R> reader, Execution execution) {
    awaitRegion(execution);
    return call(Call.get(endpoint.get(), jobArn, region()), execution, reader, job -> 1);
  }

  private <T> T call(Call call, Execution execution, JobReader<T> reader, ToIntFunction<T> jobsIn) {
    exchange.signer().withheld(call).ifPresent(execution::warn);
    final OpenCall open = new OpenCall(call, execution.caller());
    try {
      final T result =
          execution.limited(
              () -> {
                try (Cancellation.Scope scope = execution.callScope()) {
                  final Execution within = execution.within(scope);
                  return retry.call(
                      scope.cancellation(),
                      () -> answers.read(call, exchange.send(open, within), reader));
                }
              });
      calls.add(open.succeeded(jobsIn.applyAsInt(result)));
      return result;
    } catch (ApiException failure) {
      if (open.wasSent()) {
        calls.add(open.failed(failure));
      }
      throw failure;
    }
  }
}
