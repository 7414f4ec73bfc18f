/**
 * GROUP BY and aggregate functions as they run. An {@code Accumulator} folds the values of one
 * group or frame; {@code Accumulators} is the table of them; {@code Grouping} is the plan's node.
 */
package io.github.bedrockjdbc.driver.aggregate;
