package io.github.bedrockjdbc.adapter.api;

/**
 * Whose calls an execution makes, in the numbers of the front that runs it.
 *
 * @param connection number of the connection
 * @param query number of the query, unique among all connections
 */
public record Caller(long connection, long query) {}
