package io.github.bedrockjdbc.adapter.api.http;

import io.github.bedrockjdbc.adapter.api.ApiException;
import io.github.bedrockjdbc.adapter.api.ApiRequest;
import io.github.bedrockjdbc.adapter.api.ApiService;
import io.github.bedrockjdbc.adapter.api.Execution;
import io.github.bedrockjdbc.adapter.api.JobsApi;
import io.github.bedrockjdbc.adapter.api.auth.LazyRegion;
import io.github.bedrockjdbc.adapter.api.endpoint.BucketRegions;
import io.github.bedrockjdbc.adapter.api.endpoint.Endpoint;
import io.github.bedrockjdbc.adapter.api.endpoint.Endpoints;
import java.util.Map;
import java.util.Optional;

/** The operations over HTTP for one source: what is asked, of which service, in which region. */
final class HttpJobsApi implements JobsApi {
  private final LazyRegion region;
  private final Endpoints endpoints;
  private final Map<ApiService, ServiceClient> clients;
  private final BucketRegions buckets;

  /**
   * Sends nothing yet.
   *
   * @param clients one for each service; they sign as the source's account
   * @param buckets what is known of the regions of buckets
   */
  HttpJobsApi(
      LazyRegion region,
      Endpoints endpoints,
      Map<ApiService, ServiceClient> clients,
      BucketRegions buckets) {
    this.region = region;
    this.endpoints = endpoints;
    this.clients = clients;
    this.buckets = buckets;
  }

  @Override
  public String region() {
    return region.get();
  }

  @Override
  public Optional<String> credentialSource() {
    return signer().source();
  }

  @Override
  public long asker() {
    return signer().asker();
  }

  @Override
  public void awaitRegion(Execution execution) {
    region.get(execution.cancellation());
  }

  @Override
  public long askerNow(Execution execution) {
    final Endpoint endpoint = endpoints.of(ApiService.BEDROCK, region());
    return signer().askerNow(endpoint.isTrusted(), execution.cancellation());
  }

  @Override
  public boolean isAtRateLimit() {
    return clients.get(ApiService.BEDROCK).isAtRateLimit();
  }

  private Signer signer() {
    return clients.get(ApiService.BEDROCK).signer();
  }

  @Override
  public <T> T call(ApiRequest<T> request, Execution execution) {
    awaitRegion(execution);
    return request
        .bucket()
        .map(bucket -> inRegionOf(bucket, request, execution))
        .orElseGet(() -> call(request, region(), execution));
  }

  /** A bucket may be in any region, and says in which where it is asked in another one. */
  private <T> T inRegionOf(String bucket, ApiRequest<T> request, Execution execution) {
    final String guess = buckets.get(bucket).orElse(region());
    try {
      return call(request, guess, execution);
    } catch (ApiException e) {
      final String other =
          e.otherRegion().filter(named -> !named.equals(guess)).orElseThrow(() -> e);
      buckets.put(bucket, other);
      return call(request, other, execution);
    }
  }

  private <T> T call(ApiRequest<T> request, String of, Execution execution) {
    final ApiService service = request.operation().service();
    return clients.get(service).call(request, endpoints.of(service, of), of, execution);
  }
}
