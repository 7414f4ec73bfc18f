/**
 * The service as the rest sees it: its two operations ({@link
 * io.github.bedrockjdbc.adapter.api.JobsApi}), requests and pages as data, one {@link
 * io.github.bedrockjdbc.adapter.api.Execution} with its cancellation, and failures in terms that do
 * not depend on HTTP ({@link io.github.bedrockjdbc.adapter.api.ApiException}).
 *
 * <p>It knows nothing of Calcite or SQL, and below it {@code auth} and {@code http} are how it is
 * done.
 */
package io.github.bedrockjdbc.adapter.api;
