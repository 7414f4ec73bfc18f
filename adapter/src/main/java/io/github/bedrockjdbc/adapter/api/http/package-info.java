/**
 * The operations over HTTP: endpoints, signatures, attempts and retries, rate limits, and answers
 * read piece by piece. Begin with {@code HttpJobsApi} and {@code Exchange}.
 *
 * <p>It knows nothing of Calcite or SQL. A failure leaves as an {@code ApiException}, with nothing
 * in it that could command a terminal.
 */
package io.github.bedrockjdbc.adapter.api.http;
