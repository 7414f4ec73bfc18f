package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What calls need to know of a connection's settings.
 *
 * @param region the region to ask; empty: the AWS region chain, asked at the first call
 * @param endpoint base URL instead of the region's own
 * @param credentials who asks
 * @param maxAttempts tries of one request, the first included
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long one try may take, from sending to the answer's last byte
 */
public record ApiSettings(
    Optional<String> region,
    Optional<URI> endpoint,
    CredentialSettings credentials,
    int maxAttempts,
    Duration connectTimeout,
    Duration requestTimeout) {}
