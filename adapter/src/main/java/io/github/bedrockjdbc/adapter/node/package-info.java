/**
 * What nodes and rules of several packages have in common: that they give rows by themselves, how
 * generated code takes these, what {@code EXPLAIN} says of them, and how rules are configured.
 * Knows nothing of jobs. Begin with {@link io.github.bedrockjdbc.adapter.node.RowScan}.
 */
package io.github.bedrockjdbc.adapter.node;
