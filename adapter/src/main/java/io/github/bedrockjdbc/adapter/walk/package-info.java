/**
 * What asks the service for the rows of one execution: pagination, prefetch, time slices in
 * parallel, lookups by key, and the requests for failure messages.
 *
 * <p>It binds a query's values, sends the requests and hands rows up one by one, no page earlier
 * than it must. It knows nothing of Calcite's plans. Begin with {@code JobRows} and {@code
 * ScanBuilder}.
 */
package io.github.bedrockjdbc.adapter.walk;
