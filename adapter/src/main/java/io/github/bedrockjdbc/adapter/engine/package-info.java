/**
 * What connections of equal settings share: the client of the service, threads, what is known of
 * each source (a region asked with an account's credentials), and failure messages that were read.
 * Begin with {@link io.github.bedrockjdbc.adapter.engine.Engine} and {@code Source}.
 *
 * <p>This room knows no query. What one execution asks is decided above it, in {@code walk}.
 */
package io.github.bedrockjdbc.adapter.engine;
