/**
 * Calcite's side of the adapter: the table, the logical and the physical scan, the rules that move
 * filters, projections, orders and limits into the scan, and the text of EXPLAIN. Begin with {@code
 * JobsTable}, {@code JobsRules} and {@code JobsScan}.
 *
 * <p>What may be pushed down is decided in {@code pushdown}; this room only asks.
 */
package io.github.bedrockjdbc.adapter.plan;
