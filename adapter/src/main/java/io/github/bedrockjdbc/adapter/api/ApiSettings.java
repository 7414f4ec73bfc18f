package io.github.bedrockjdbc.adapter.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What calls need to know of a connection's settings, whichever source they go to.
 *
 * @param endpoint base URL instead of each region's own
 * @param maxAttempts tries of one request, the first included
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long one try may take, from sending to the answer's last byte
 */
public record ApiSettings(
    Optional<URI> endpoint, int maxAttempts, Duration connectTimeout, Duration requestTimeout) {}
