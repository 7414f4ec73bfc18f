/**
 * Tables of what the service lists besides jobs: short lists, read once for a statement. Begin with
 * {@link io.github.bedrockjdbc.adapter.listing.ModelsTable}.
 *
 * <p>A new one is a class like {@code ModelsTable}, which has its columns and its call, and its
 * place in {@code JobsSchema}.
 */
package io.github.bedrockjdbc.adapter.listing;
