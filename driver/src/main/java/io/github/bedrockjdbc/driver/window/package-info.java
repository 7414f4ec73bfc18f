/**
 * Window functions as they run: partitions, frames and the values of each function. {@code
 * Windowing} is the plan's node, {@code WindowFunctions} the table of what computes what.
 */
package io.github.bedrockjdbc.driver.window;
