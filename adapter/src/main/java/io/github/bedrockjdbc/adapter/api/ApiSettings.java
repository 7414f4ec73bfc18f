package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What calls need to know of a connection's settings, whichever source they go to.
 *
 * @param endpoints base URLs instead of each region's own, by service
 * @param allowInsecureEndpoint whether http may leave this machine
 * @param fips whether to use hosts with validated cryptography; empty: what the AWS settings say
 * @param dualstack whether to use hosts with IPv6; empty: what the AWS settings say
 * @param requestsPerSecond ceiling for all sources together
 * @param maxAttempts tries of one request, the first included
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long one try may take, from sending to the answer's last byte
 */
public record ApiSettings(
    Map<ApiService, URI> endpoints,
    boolean allowInsecureEndpoint,
    Optional<Boolean> fips,
    Optional<Boolean> dualstack,
    Optional<Integer> requestsPerSecond,
    int maxAttempts,
    Duration connectTimeout,
    Duration requestTimeout) {

  /** Copies the map. */
  public ApiSettings {
    endpoints = Map.copyOf(endpoints);
  }

  /**
   * The base URL of a service's calls, if the settings name one. What stands in for the jobs'
   * service on this machine stands in for the others, too, unless they have their own: nobody who
   * tries something out means to reach AWS.
   */
  public Optional<URI> endpoint(ApiService service) {
    return Optional.ofNullable(endpoints.get(service))
        .or(
            () ->
                Optional.ofNullable(endpoints.get(ApiService.BEDROCK))
                    .filter(uri -> Address.isLoopback(uri.getHost())));
  }
}
