/**
 * What generated code calls: texts, numbers and patterns as PostgreSQL computes them, each bounded
 * in size and time. Plain static methods over Calcite's internal values; nothing here knows a plan.
 * Times are in {@code time}.
 *
 * <p>{@code ExecutionState} lets them end when the execution does.
 */
package io.github.bedrockjdbc.driver.runtime;
