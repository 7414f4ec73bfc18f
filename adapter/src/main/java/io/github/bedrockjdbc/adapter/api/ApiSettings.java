package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What calls need to know of a connection's settings, whichever source they go to.
 *
 * @param endpoint base URL instead of each region's own
 * @param allowInsecureEndpoint whether http may leave this machine
 * @param fips whether to use hosts with validated cryptography; empty: what the AWS settings say
 * @param dualstack whether to use hosts with IPv6; empty: what the AWS settings say
 * @param requestsPerSecond ceiling for all sources together
 * @param maxAttempts tries of one request, the first included
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long one try may take, from sending to the answer's last byte
 */
public record ApiSettings(
    Optional<URI> endpoint,
    boolean allowInsecureEndpoint,
    Optional<Boolean> fips,
    Optional<Boolean> dualstack,
    Optional<Integer> requestsPerSecond,
    int maxAttempts,
    Duration connectTimeout,
    Duration requestTimeout) {}
